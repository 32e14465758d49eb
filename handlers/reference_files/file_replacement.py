"""An administrator replaces the price book, the company file, the catalogue or the synonyms."""

from collections.abc import Sequence

from domain.calendar import day_of
from domain.file_faults import FileFault
from domain.people import Action
from domain.reference_kinds import Difference, Reference
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.rights import allowed
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import SentDocument
from handlers.conversation.screen import Screen
from handlers.words.catalogue import Say
from storage import errands, events, media, people, reference_versions
from storage.media import Arrived
from storage.reference_versions import APPLIED, PROPOSED, WITHDRAWN, Version
from storage.transaction import Transaction, Unknown

CARD_KEY = "books"
CHECK, SEND = "check_reference", "send_reference"
MOST_SHOWN = 20  # faults or differences on one card
LARGEST = 1_000_000  # bytes
KINDS = tuple(Reference)


def card_key(version_id: int) -> str:
    return f"book:{version_id}"


async def taken(ctx: UpdateContext) -> bool:
    """Take a file that an administrator sends, and have it checked once its bytes are here."""
    sent = ctx.input.given
    if not isinstance(sent, SentDocument) or not allowed(ctx, Action.REPLACE_REFERENCE_FILE):
        return False
    if sent.size > LARGEST:
        await ctx.show(Screen(ctx.say("book-large")))
        return True
    arrived = Arrived(sent.unique_id, sent.file_id, "document", sent.name, sent.mime, sent.size)
    (media_id,) = await media.receive(ctx.tx, [arrived])
    await _check(ctx, media_id, f"{CHECK}:{ctx.input.update_id}")
    return True


async def _check(ctx: UpdateContext, media_id: int, key: str) -> None:
    await errands.put(ctx.tx, CHECK, key, {"media": media_id, "person": ctx.person.id})
    await ctx.show(Screen(ctx.say("book-checking")), silent=True)


async def show(ctx: UpdateContext) -> None:
    """Show which file counts since when, and how to get and replace it."""
    say = ctx.say
    used = {version.id: version for version in await reference_versions.used(ctx.tx)}
    parts, rows = [say("books-head")], []
    for number, kind in enumerate(KINDS):
        standing = ctx.services.reference_files.standing(kind)
        name = say.plain(f"book-name.{kind}")
        version = used.get(standing.id or 0)
        if version is None or version.applied_at is None:
            none = kind is Reference.SYNONYMS
            parts.append(say("book-no-synonyms" if none else "book-shipped", name=name))
        else:
            who = await people.get(ctx.tx, version.added_by)
            by, on = who.display_name, day_of(version.applied_at, ctx.services.zone)
            parts.append(say("book-standing", name=name, by=by, on=say.day(on)))
        rows.append((button(say.plain("book-send", name=name), "book", number),))
    parts.append(say("books-how"))
    await ctx.show(Screen("\n\n".join(parts), tuple(rows)), card=CARD_KEY)


async def send_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send the file that counts now, to be changed and sent back."""
    if tap.id >= len(KINDS):
        raise Unknown(f"reference kind {tap.id}")
    details = {"kind": KINDS[tap.id], "person": ctx.person.id}
    await errands.put(ctx.tx, SEND, f"{SEND}:{ctx.input.update_id}", details)


async def found_bad(
    tx: Transaction, services: Services, person_id: int, found: Sequence[FileFault]
) -> None:
    """Name every fault of a file, as many as a card has room for."""
    recipient = to_person(SystemContext(tx, services), await people.get(tx, person_id))
    say = recipient.say
    lines = [
        say(
            "book-fault",
            field=fault.field,
            problem=say.plain(f"fault-{fault.code}", **fault.params),
        )
        for fault in found[:MOST_SHOWN]
    ]
    text = _listed(say, say("book-faults", count=len(found)), lines, len(found))
    await recipient.send(f"{text}\n\n{say('book-faults-mend')}")


async def not_known(tx: Transaction, services: Services, person_id: int) -> None:
    recipient = to_person(SystemContext(tx, services), await people.get(tx, person_id))
    await recipient.send(recipient.say("book-unknown"))


async def found_good(
    tx: Transaction, services: Services, version: Version, changes: Sequence[Difference]
) -> None:
    """Show what would change, and ask."""
    if version.state == PROPOSED:
        person = await people.get(tx, version.added_by)
        recipient = to_person(SystemContext(tx, services), person)
        screen = _asking(recipient.say, version, changes)
        await recipient.send(screen, card=card_key(version.id))


def _asking(say: Say, version: Version, changes: Sequence[Difference]) -> Screen:
    name = say.plain(f"book-name.{version.kind}")
    if not changes:
        return Screen(say("book-same", name=name))
    lines = [_change(say, change) for change in changes[:MOST_SHOWN]]
    text = _listed(say, say("book-differs", name=name, count=len(changes)), lines, len(changes))
    yes = button(say.plain("book-apply"), "usebook", version.id, style="success")
    return Screen(text, ((yes,),))


def _change(say: Say, difference: Difference) -> str:
    if difference.before is None:
        return say("book-added", field=difference.name, after=difference.after)
    if difference.after is None:
        return say("book-removed", field=difference.name, before=difference.before)
    return say(
        "book-changed", field=difference.name, before=difference.before, after=difference.after
    )


def _listed(say: Say, head: str, lines: list[str], count: int) -> str:
    more = [say("book-more", count=count - len(lines))] if count > len(lines) else []
    return "\n".join([head, "", *lines, *more])


async def apply_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Let the version count, unless another came between: then it is compared anew."""
    version = await reference_versions.lock(ctx.tx, tap.id)
    used = await reference_versions.used(ctx.tx)
    if version.state != PROPOSED:
        ctx.tell(ctx.say.plain("stale"))
    elif _last(used, version.kind) != version.base_id:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await _check(ctx, version.media_id, f"{CHECK}:{ctx.input.update_id}")
    else:
        await _decide(ctx, version, APPLIED)


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Go back to the version before, as long as this is the one that counts."""
    version = await reference_versions.lock(ctx.tx, tap.id)
    used = await reference_versions.used(ctx.tx)
    if version.state != APPLIED or _last(used, version.kind) != version.id:
        ctx.tell(ctx.say.plain("stale"))
    else:
        await _decide(ctx, version, WITHDRAWN)


def _last(used: Sequence[Version], kind: Reference) -> int | None:
    counting = [version.id for version in used if version.kind is kind and version.state == APPLIED]
    return counting[-1] if counting else None


async def _decide(ctx: UpdateContext, version: Version, state: str) -> None:
    await reference_versions.decide(ctx.tx, version, state)
    await events.record(
        ctx.tx,
        f"reference_{state}",
        "reference",
        version.id,
        actor_id=ctx.person.id,
        kind=version.kind,
        media=version.media_id,
    )
    say = ctx.say
    name = say.plain(f"book-name.{version.kind}")
    screen = Screen(say(f"book-{state}", name=name))
    if state == APPLIED:
        undo = button(say.plain("book-undo"), "oldbook", version.id, style="danger")
        screen = Screen(screen.text, ((undo,),))
    await ctx.show(screen, card=card_key(version.id), fresh=False)
