"""The roster as a coordinator sees it: who has joined, and a link for who has not."""

from domain.crews import Member
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.deep_links import url
from handlers.context.update_context import UpdateContext
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, Screen
from storage import crews, invitations, outbox
from storage.invitations import InvitationKind
from storage.transaction import Unknown

CARD_KEY = "roster"
JOIN = "crew"
PAGE = 20  # people: two buttons each are within the 100 that Telegram takes


async def roster(ctx: UpdateContext, page: int = 0, *, fresh: bool = True) -> None:
    """List the crew by pages; each who has not joined has a button that makes a link."""
    joined = await crews.joined(ctx.tx)
    members = await crews.roster(ctx.tx)
    pages = Pages(page, len(members), PAGE)
    shown = pages.of(members)
    lines = [ctx.say("roster-head"), *(_line(ctx, one, here=one.id in joined) for one in shown)]
    invites = [_invite(ctx, member) for member in shown if member.id not in joined]
    rows: list[tuple[Button, ...]] = [(invite,) for invite in invites]
    names = [button(f"👤 {member.name}"[:40], "member", member.id) for member in shown]
    rows += [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
    if turns := pages.turns():
        rows.append(tuple(button(sign, "roster", 0, more=str(to)) for to, sign in turns))
    lines += ["", ctx.say("roster-how")]
    rows.append((button(ctx.say.plain("roster-edit-add"), "addmember", 0),))
    rows.append((button(ctx.say.plain("vehicle-list"), "fleet", 0),))
    rows.append((button(ctx.say.plain("absence-list"), "away", 0),))
    rows.append((button(ctx.say.plain("roster-template"), "teamfile", 0),))
    await ctx.show(Screen("\n".join(lines), tuple(rows)), card=CARD_KEY, fresh=fresh)


def _line(ctx: UpdateContext, member: Member, *, here: bool) -> str:
    name = f"{member.name} ★" if member.leader else member.name
    return ctx.say("roster-joined" if here else "roster-waiting", name=name)


def _invite(ctx: UpdateContext, member: Member) -> Button:
    return button(ctx.say.plain("roster-invite", name=member.name), "invite", member.id)


async def command(ctx: UpdateContext) -> None:
    await roster(ctx)


async def roster_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the list; another page of it in place."""
    if tap.more and ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, CARD_KEY, {ctx.chat_id: ctx.input.message_id})
    await roster(ctx, read_id(tap.more) or 0, fresh=not tap.more)


async def invite_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Make a fresh link for one member, to be passed on by hand; the older one ends."""
    member = await crews.find(ctx.tx, tap.id)
    if member is None or not member.active or tap.id in await crews.joined(ctx.tx):
        ctx.tell(ctx.say.plain("roster-joined-already"))
        await roster(ctx, fresh=False)
        return
    await _send_link(ctx, member)


async def invite_again_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Make a link for a member who has a new phone or account; the office lets them in again."""
    member = await crews.find(ctx.tx, tap.id)
    if member is None:
        raise Unknown(f"member {tap.id}")
    if not member.active:
        ctx.tell(ctx.say.plain("member-left", name=member.name), alert=True)
        return
    await _send_link(ctx, member)


async def _send_link(ctx: UpdateContext, member: Member) -> None:
    """Show a link that can be passed on as it is: it works once, until a day."""
    code = await crews.invite(ctx.tx, member.id)
    made = await invitations.valid(ctx.tx, InvitationKind.CREW, code)
    say = ctx.services.words.say(member.language)
    link = url(ctx.services, JOIN, code)
    words = say("roster-link", name=member.name, link=link, until=made.expires_at)
    await ctx.show(Screen(words))
    ctx.tell(ctx.say.plain("roster-pass-on"))
