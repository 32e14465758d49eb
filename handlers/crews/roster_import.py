"""A roster sent as a file: its faults or differences are shown, applied and undone by a tap."""

from collections.abc import Sequence
from pathlib import PurePath

from domain.people import Action
from domain.roster import MemberEntry, RosterChange
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.rights import allowed
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import SentDocument
from handlers.conversation.screen import Screen
from handlers.crews import roster_writing
from handlers.crews.roster_file import RosterFault
from handlers.views.roster_words import change_words
from handlers.words.catalogue import Say
from storage import errands, events, media, people, roster_imports
from storage.media import Arrived
from storage.roster_imports import APPLIED, PROPOSED, RosterImport
from storage.transaction import Transaction

CHECK, TEMPLATE = "check_roster", "roster_template"
SHEETS = frozenset({".xlsx", ".csv", ".tsv"})
OTHER_SHEETS = frozenset({".xls", ".ods", ".xlsm", ".numbers"})
LARGEST = 1_000_000  # bytes
MOST_SHOWN = 25  # faults or differences on one card


def card_key(import_id: int) -> str:
    return f"team-file:{import_id}"


async def taken(ctx: UpdateContext) -> bool:
    """Take a spreadsheet that a coordinator sends, and have it read once its bytes are here."""
    sent = ctx.input.given
    if not isinstance(sent, SentDocument) or not allowed(ctx, Action.MANAGE_ROSTER):
        return False
    suffix = PurePath(sent.name.lower()).suffix
    if suffix in OTHER_SHEETS:
        await ctx.show(Screen(ctx.say("roster-other-sheet", kind=suffix)))
        return True
    if suffix not in SHEETS:
        return False
    if sent.size > LARGEST:
        await ctx.show(Screen(ctx.say("roster-large")))
        return True
    arrived = Arrived(sent.unique_id, sent.file_id, "document", sent.name, sent.mime, sent.size)
    (media_id,) = await media.receive(ctx.tx, [arrived])
    await ask_check(ctx.tx, media_id, ctx.person.id, ctx.input.update_id)
    await ctx.show(Screen(ctx.say("roster-reading")), silent=True)
    return True


async def ask_check(tx: Transaction, media_id: int, person_id: int, turn: int) -> None:
    """Have a file read that is here or on its way."""
    details = {"media": media_id, "person": person_id}
    await errands.put(tx, CHECK, f"{CHECK}:{turn}", details)


async def template_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Send the roster to fill in."""
    details = {"lang": ctx.say.lang, "person": ctx.person.id}
    await errands.put(ctx.tx, TEMPLATE, f"{TEMPLATE}:{ctx.input.update_id}", details)
    ctx.tell(ctx.say.plain("roster-template-coming"))


async def found_bad(
    tx: Transaction, services: Services, person_id: int, found: Sequence[RosterFault]
) -> None:
    """Name every fault of a file, by row and column, as many as a card has room for."""
    recipient = to_person(SystemContext(tx, services), await people.get(tx, person_id))
    say = recipient.say
    lines = fault_lines(say, found)
    text = _listed(say, say("roster-faults", count=len(found)), lines[:MOST_SHOWN], len(found))
    await recipient.send(f"{text}\n\n{say('roster-faults-mend')}")


def fault_lines(say: Say, found: Sequence[RosterFault]) -> list[str]:
    """Write each fault as a sentence with its place."""
    return [_fault(say, fault) for fault in found]


def _fault(say: Say, fault: RosterFault) -> str:
    words = say(f"roster-fault-{fault.code}", value=fault.value)
    if not fault.row:
        return words
    return say("roster-fault-at", row=fault.row, column=fault.column, fault=words)


async def found_good(
    tx: Transaction, services: Services, proposed: RosterImport, passed_over: Sequence[str]
) -> None:
    """Show what would change, and ask."""
    if proposed.state != PROPOSED:
        return
    person = await people.get(tx, proposed.added_by)
    recipient = to_person(SystemContext(tx, services), person)
    say = recipient.say
    found = await roster_writing.changes(tx, proposed.content)
    text = changes_text(say, found)
    if passed_over:
        text += "\n\n" + say("roster-passed-over", sheets=", ".join(passed_over))
    if names := await roster_writing.names_in_the_way(tx, found):
        await recipient.send(f"{text}\n\n{say('roster-names-taken', names=names)}")
        return
    yes = button(say.plain("roster-apply"), "useteam", proposed.id, style="success")
    screen = Screen(text, ((yes,),) if found else ())
    await recipient.send(screen, card=card_key(proposed.id))


def changes_text(say: Say, found: Sequence[RosterChange]) -> str:
    """Write what a file adds and changes."""
    if not found:
        return say("roster-same")
    lines = [_change(say, change) for change in found[:MOST_SHOWN]]
    new = sum(change.id is None for change in found)
    head = say("roster-differs", new=new, changed=len(found) - new)
    return _listed(say, head, lines, len(found))


def _listed(say: Say, head: str, lines: Sequence[str], count: int) -> str:
    more = [say("book-more", count=count - len(lines))] if count > len(lines) else []
    return "\n".join([head, "", *lines, *more])


def _change(say: Say, change: RosterChange) -> str:
    icon = "👷" if isinstance(change.entry, MemberEntry) else "🚐"
    if change.id is None:
        return say("roster-new", icon=icon, name=change.entry.name)
    told = change_words(say, change.changes)
    return say("roster-changed", icon=icon, name=change.entry.name, changes=told)


async def apply_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take in what the file says, as the roster is now."""
    proposed = await roster_imports.lock(ctx.tx, tap.id)
    if proposed.state != PROPOSED:
        ctx.tell(ctx.say.plain("stale"))
        return
    found = await roster_writing.changes(ctx.tx, proposed.content)
    if names := await roster_writing.names_in_the_way(ctx.tx, found):
        await ctx.show(Screen(ctx.say("roster-names-taken", names=names)))
        return
    languages = ctx.services.words.languages
    found, before = await roster_writing.take_in(ctx.tx, proposed.content, languages)
    await roster_imports.applied(ctx.tx, proposed.id, before)
    await _record(ctx, "roster_applied", proposed.id, len(found))
    undo = button(ctx.say.plain("roster-undo"), "oldteam", proposed.id, style="danger")
    show = button(ctx.say.plain("roster-show"), "roster", 0)
    text = ctx.say("roster-applied", count=len(found)) + "\n\n" + changes_text(ctx.say, found)
    await ctx.show(Screen(text, ((show,), (undo,))), card=card_key(proposed.id), fresh=False)


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take back what the newest file changed, but what was changed since."""
    done = await roster_imports.lock(ctx.tx, tap.id)
    newest = await roster_imports.newest_applied(ctx.tx)
    if done.state != APPLIED or done.before is None or newest != done.id:
        ctx.tell(ctx.say.plain("stale"))
        return
    languages = ctx.services.words.languages
    stays = await roster_writing.take_back(ctx.tx, done.content, done.before, languages)
    await roster_imports.withdrawn(ctx.tx, done.id)
    await _record(ctx, "roster_withdrawn", done.id, len(stays))
    text = ctx.say("roster-withdrawn")
    if stays:
        text += "\n\n" + ctx.say("roster-stays", names=", ".join(stays))
    await ctx.show(Screen(text), card=card_key(done.id), fresh=False)


async def _record(ctx: UpdateContext, what: str, import_id: int, count: int) -> None:
    await events.record(ctx.tx, what, "roster", import_id, actor_id=ctx.person.id, count=count)
