"""What is changed of a person or a vehicle in the chat: kept, told, and taken back by one tap."""

from dataclasses import dataclass, replace

from domain.roster import (
    FieldChange,
    MemberEntry,
    RosterEntries,
    VehicleEntry,
    entry_changes,
    entry_of,
)
from handlers.context import coordinator_group
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.crews import roster_writing
from handlers.views.roster_words import change_words
from handlers.words.catalogue import Say
from storage import crews, events, fleet, people, roster_imports
from storage.roster_imports import APPLIED, CHAT, MemberBefore, RosterBefore, VehicleBefore
from storage.transaction import Reading, Unknown

EditedEntry = MemberEntry | VehicleEntry


@dataclass(frozen=True, slots=True)
class RosterEdit:
    """A person or vehicle before and after a change; `before` is None where it is new."""

    id: int
    before: EditedEntry | None
    after: EditedEntry

    @property
    def subject(self) -> str:
        return "member" if isinstance(self.after, MemberEntry) else "vehicle"

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        nothing = type(self.after)(self.after.name)
        return entry_changes(self.before or nothing, self.after)

    def words(self, say: Say, key: str, **params: object) -> str:
        changes = change_words(say, self.changes)
        return say(key, name=self.after.name, changes=changes, **params)


def card_key(import_id: int) -> str:
    return f"roster-edit:{import_id}"


async def keep(
    ctx: UpdateContext,
    subject: type[EditedEntry],
    thing_id: int,
    before: EditedEntry | None,
    *,
    note: str = "",
) -> None:
    """Note what was changed of a thing as it is now, show it with a way back, and tell of it."""
    now = await _now(ctx.tx, subject, thing_id)
    if now is None:
        raise Unknown(f"{subject.__name__} {thing_id}")
    edit = RosterEdit(thing_id, before, now)
    if before is not None and not edit.changes:
        await ctx.show(Screen(ctx.say("roster-edit-same", name=now.name)))
        return
    import_id = await _write(ctx, edit)
    await _record(ctx, "changed" if before else "added", edit)
    show = ctx.say.plain(f"{edit.subject}-card", name=now.name)
    undo = ctx.say.plain("absence-undo")
    rows = (
        (button(show, "member" if edit.subject == "member" else "van", thing_id),),
        (button(undo, "oldvalue", import_id),),
    )
    words = edit.words(ctx.say, "roster-edit-changed" if before else "roster-edit-added")
    text = f"{words}\n\n{note}" if note else words
    await ctx.show(Screen(text, rows), card=card_key(import_id))
    await _tell(ctx, edit, "roster-edit-told" if before else "roster-edit-told-new")


async def _now(tx: Reading, subject: type[EditedEntry], thing_id: int) -> EditedEntry | None:
    """Tell what is known of a person or vehicle now; None where they are out."""
    if subject is MemberEntry:
        member = await crews.find(tx, thing_id)
        return entry_of(member) if member is not None and member.active else None
    vehicle = await fleet.find(tx, thing_id)
    return roster_writing.entry_of_vehicle(vehicle) if vehicle is not None else None


async def _write(ctx: UpdateContext, edit: RosterEdit) -> int:
    if isinstance(edit.after, MemberEntry):
        old = edit.before if isinstance(edit.before, MemberEntry) else None
        said = RosterEntries(members=(edit.after,))
        before = RosterBefore(members=(MemberBefore(edit.id, old),))
    else:
        kept = edit.before if isinstance(edit.before, VehicleEntry) else None
        said = RosterEntries(vehicles=(edit.after,))
        before = RosterBefore(vehicles=(VehicleBefore(edit.id, kept),))
    key = f"{CHAT}{ctx.input.update_id}"
    proposed = await roster_imports.propose(ctx.tx, key, said, by=ctx.person.id)
    await roster_imports.applied(ctx.tx, proposed.id, before)
    return proposed.id


async def _record(ctx: UpdateContext, what: str, edit: RosterEdit) -> None:
    """Write who changed which values; the values stand with the change itself."""
    await events.record(
        ctx.tx,
        f"{edit.subject}_{what}",
        edit.subject,
        edit.id,
        actor_id=ctx.person.id,
        fields=[change.field for change in edit.changes],
    )


async def _tell(ctx: UpdateContext, edit: RosterEdit, key: str) -> None:
    """Tell the other coordinators quietly, and a member what is now known of them."""
    for recipient in await coordinator_group.listeners(ctx):
        if recipient.chat_id != ctx.chat_id:
            words = edit.words(recipient.say, key, by=ctx.person.display_name)
            await recipient.send(words, silent=True)
    joined = await crews.joined(ctx.tx) if edit.subject == "member" else {}
    person_id = joined.get(edit.id)
    if person_id is not None and person_id != ctx.person.id:
        recipient = to_person(ctx, await people.get(ctx.tx, person_id))
        await recipient.send(edit.words(recipient.say, "roster-edit-told-member"), silent=True)


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Put back what was changed, unless it was changed again since."""
    done = await roster_imports.lock(ctx.tx, tap.id)
    if done.state != APPLIED or done.before is None or not done.key.startswith(CHAT):
        ctx.tell(ctx.say.plain("stale"))
        return
    edit = _kept(done.before, done.content)
    after = edit.after
    if await _now(ctx.tx, type(after), edit.id) != after:
        ctx.tell(ctx.say.plain("roster-edit-changed-since", name=after.name), alert=True)
        return
    if edit.before is None and await roster_writing.in_use(ctx.tx, type(after), edit.id):
        ctx.tell(ctx.say.plain("roster-edit-in-use", name=after.name), alert=True)
        return
    if (name := await _taken_name(ctx.tx, edit)) is not None:
        ctx.tell(ctx.say.plain("roster-edit-name-taken", name=name), alert=True)
        return
    await _put_back(ctx, edit)
    await roster_imports.withdrawn(ctx.tx, done.id)
    await _record(ctx, "change_undone", edit)
    words = edit.words(ctx.say, "roster-edit-undone")
    await ctx.show(Screen(words), card=card_key(done.id), fresh=False)
    way_back = replace(edit, before=after, after=edit.before or after)
    await _tell(ctx, way_back, "roster-edit-told-undone")


def _kept(before: RosterBefore, said: RosterEntries) -> RosterEdit:
    """Read the one change that was kept."""
    if said.members:
        return RosterEdit(before.members[0].id, before.members[0].entry, said.members[0])
    return RosterEdit(before.vehicles[0].id, before.vehicles[0].entry, said.vehicles[0])


async def _taken_name(tx: Reading, edit: RosterEdit) -> str | None:
    """Tell the name that a vehicle had before, where another has it meanwhile."""
    old = edit.before
    if not isinstance(old, VehicleEntry) or old.name == edit.after.name:
        return None
    return None if await fleet.name_free(tx, old.name, but=edit.id) else old.name


async def _put_back(ctx: UpdateContext, edit: RosterEdit) -> None:
    tx, old = ctx.tx, edit.before
    if isinstance(old, MemberEntry):
        member = await crews.find(tx, edit.id)
        if member is not None:
            await roster_writing.put_member(tx, member, old, ctx.services.words.languages)
    elif isinstance(old, VehicleEntry):
        await roster_writing.put_vehicle(tx, edit.id, old)
    elif edit.subject == "member":
        await crews.change(tx, edit.id, active=False)
    else:
        await fleet.change(tx, edit.id, active=False)
