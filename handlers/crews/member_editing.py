"""A coordinator enters a member by questions, and changes one value without going through all."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.crews import Member
from domain.roster import MemberEntry, entry_of, known_member
from domain.search import fold
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.conversation.engine import begin
from handlers.conversation.screen import Screen
from handlers.crews import roster_edits, roster_writing
from handlers.crews.member_form import ChangedMemberForm, NewMemberForm, answers_of
from handlers.crews.roster_kinds import TeamKnown
from handlers.sessions import lifecycle
from handlers.views import member_card
from storage import crews
from storage.sessions import StoredSession
from storage.transaction import Unknown


async def team(ctx: UpdateContext, stored: StoredSession) -> TeamKnown:
    """Load whom the roster has beside the member that a conversation is about."""
    about = (stored.about or {}).get("member")
    others = [member for member in await crews.roster(ctx.tx) if member.id != about]
    return TeamKnown(
        {fold(member.name): member.name for member in others},
        {member.phone: member.name for member in others if member.phone},
    )


async def add_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await lifecycle.start_once(ctx, "newmember", about={})


async def added(ctx: UpdateContext, answers: NewMemberForm, _about: Mapping[str, Any]) -> None:
    """Take somebody in; a number that was given to another meanwhile stays the other's."""
    said = MemberEntry(
        answers.name,
        answers.phone,
        answers.languages or (),
        answers.roles,
        answers.contract_from,
        answers.contract_until,
        answers.weekly_hours,
    )
    holder = await _holder(ctx, answers.phone)
    if holder is not None:
        await ctx.show(Screen(ctx.say("roster-edit-phone-taken", name=holder.name)))
        said = replace(said, phone=None)
    languages = ctx.services.words.languages
    member_id = await roster_writing.write_member(ctx.tx, said, None, languages)
    await roster_edits.keep(ctx, MemberEntry, member_id, None)


async def _holder(ctx: UpdateContext, phone: str | None) -> Member | None:
    if phone is None:
        return None
    return known_member(MemberEntry("", phone), await crews.roster(ctx.tx))


async def fields_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show which values can be changed."""
    member = await active_member(ctx, tap.id)
    if member is not None:
        screen = member_card.draw_fields(ctx.say, member)
        await ctx.show(screen, card=member_card.card_key(member.id), fresh=False)


async def change_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for one value of a member anew."""
    member = await active_member(ctx, tap.id)
    if member is None:
        return
    if tap.more not in member_card.FIELDS:
        ctx.tell(ctx.say.plain("stale"))
        return
    session = replace(begin(ChangedMemberForm, answers_of(entry_of(member))), editing=tap.more)
    about = {"member": member.id, "field": tap.more}
    await lifecycle.start(ctx, "setmember", about=about, session=session)


async def changed(ctx: UpdateContext, answers: ChangedMemberForm, about: Mapping[str, Any]) -> None:
    """Write the one value; what others changed meanwhile stays."""
    member = await active_member(ctx, int(about["member"]))
    if member is None:
        return
    field, before = str(about["field"]), entry_of(member)
    after = _with(before, field, getattr(answers, field))
    holder = await _holder(ctx, after.phone) if field == "phone" else None
    if holder is not None and holder.id != member.id:
        await ctx.show(Screen(ctx.say("rejected-roster-taken", value=holder.name)))
        return
    if after.contract_from and after.contract_until and after.contract_until < after.contract_from:
        await ctx.show(Screen(ctx.say("rejected-roster-upside-down")))
        return
    await roster_writing.put_member(ctx.tx, member, after, ctx.services.words.languages)
    await roster_edits.keep(ctx, MemberEntry, member.id, before)


def _with(entry: MemberEntry, field: str, value: Any) -> MemberEntry:
    """Change one value; languages that were passed over are none."""
    given: dict[str, Any] = {field: () if field == "languages" and value is None else value}
    return replace(entry, **given)


async def active_member(ctx: UpdateContext, member_id: int) -> Member | None:
    """Find a member; None, and it is said, where they left. Raises Unknown."""
    member = await crews.find(ctx.tx, member_id)
    if member is None:
        raise Unknown(f"member {member_id}")
    if member.active:
        return member
    words = "member-left"
    if ctx.input.tapped is not None:
        ctx.tell(ctx.say.plain(words, name=member.name), alert=True)
    else:
        await ctx.show(Screen(ctx.say(words, name=member.name)))
    return None
