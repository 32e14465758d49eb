"""An administrator replaces the price book, the company file or the catalogue."""

from collections.abc import Sequence

from domain.calendar import day_of
from domain.faults import Fault
from domain.references import Difference, Reference
from handlers import rights
from handlers.actions import Tap, button
from handlers.conversation.given import SentDocument
from handlers.conversation.screen import Screen
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import errands, events, media, outbox, people, references
from storage.media import Arrived
from storage.references import APPLIED, PROPOSED, WITHDRAWN, Version
from storage.work import Work

CARD = "books"
CHECK, SEND = "check_reference", "send_reference"
MOST_SHOWN = 20  # faults or differences on one card
LARGEST = 1_000_000  # bytes
KINDS = tuple(Reference)


def card(version_id: int) -> str:
    return f"book:{version_id}"


def may(visit: Visit) -> bool:
    return visit.person.id in visit.shop.admins


async def taken(visit: Visit) -> bool:
    """Take a file that an administrator sends, and have it checked once its bytes are here."""
    sent = visit.input.given
    if not isinstance(sent, SentDocument) or not may(visit):
        return False
    if sent.size > LARGEST:
        await visit.show(Screen(visit.say("book-large")))
        return True
    arrived = Arrived(sent.unique_id, sent.file_id, "document", sent.name, sent.mime, sent.size)
    (media_id,) = await media.receive(visit.work, [arrived])
    await _check(visit, media_id, f"{CHECK}:{visit.input.update_id}")
    return True


async def _check(visit: Visit, media_id: int, key: str) -> None:
    await errands.put(visit.work, CHECK, key, {"media": media_id, "person": visit.person.id})
    await visit.show(Screen(visit.say("book-checking")), silent=True)


async def show(visit: Visit) -> None:
    """Show which file counts since when, and how to get and replace it."""
    say = visit.say
    used = {version.id: version for version in await references.used(visit.work)}
    parts, rows = [say("books-head")], []
    for number, kind in enumerate(KINDS):
        standing = visit.shop.shelf.standing(kind)
        name = say.plain(f"book-name.{kind}")
        version = used.get(standing.id or 0)
        if version is None or version.applied_at is None:
            parts.append(say("book-shipped", name=name))
        else:
            who = await people.get(visit.work, version.added_by)
            by, on = who.full_name or who.first_name, day_of(version.applied_at, visit.shop.zone)
            parts.append(say("book-standing", name=name, by=by, on=say.day(on)))
        rows.append((button(say.plain("book-send", name=name), "book", number),))
    parts.append(say("books-how"))
    await visit.show(Screen("\n\n".join(parts), tuple(rows)), card=CARD)


async def send_tapped(visit: Visit, tap: Tap) -> None:
    """Send the file that counts now, to be changed and sent back."""
    if not may(visit) or tap.id >= len(KINDS):
        await rights.refuse(visit, tap.action, tap.id)
        return
    details = {"kind": KINDS[tap.id], "person": visit.person.id}
    await errands.put(visit.work, SEND, f"{SEND}:{visit.input.update_id}", details)


async def found_bad(work: Work, shop: Shop, person_id: int, found: Sequence[Fault]) -> None:
    """Name every fault of a file, as many as a card has room for."""
    say = shop.words.say((await people.get(work, person_id)).language)
    lines = [
        say("book-fault", field=one.field, problem=say.plain(f"fault-{one.code}", **one.params))
        for one in found[:MOST_SHOWN]
    ]
    text = _listed(say, say("book-faults", count=len(found)), lines, len(found))
    await outbox.put(work, post_of(Screen(f"{text}\n\n{say('book-faults-mend')}"), person_id))


async def not_known(work: Work, shop: Shop, person_id: int) -> None:
    say = shop.words.say((await people.get(work, person_id)).language)
    await outbox.put(work, post_of(Screen(say("book-unknown")), person_id))


async def found_good(
    work: Work, shop: Shop, version: Version, changes: Sequence[Difference]
) -> None:
    """Show what would change, and ask."""
    person = await people.get(work, version.added_by)
    say = shop.words.say(person.language)
    if version.state == PROPOSED:
        screen = _asking(say, version, changes)
        await outbox.put(work, post_of(screen, person.id, card=card(version.id)))


def _asking(say: Say, version: Version, changes: Sequence[Difference]) -> Screen:
    name = say.plain(f"book-name.{version.kind}")
    if not changes:
        return Screen(say("book-same", name=name))
    lines = [_change(say, one) for one in changes[:MOST_SHOWN]]
    text = _listed(say, say("book-differs", name=name, count=len(changes)), lines, len(changes))
    yes = button(say.plain("book-apply"), "usebook", version.id, style="success")
    return Screen(text, ((yes,),))


def _change(say: Say, one: Difference) -> str:
    if one.before is None:
        return say("book-added", field=one.name, after=one.after)
    if one.after is None:
        return say("book-removed", field=one.name, before=one.before)
    return say("book-changed", field=one.name, before=one.before, after=one.after)


def _listed(say: Say, head: str, lines: list[str], count: int) -> str:
    more = [say("book-more", count=count - len(lines))] if count > len(lines) else []
    return "\n".join([head, "", *lines, *more])


async def apply_tapped(visit: Visit, tap: Tap) -> None:
    """Let the version count, unless another came between: then it is compared anew."""
    if not may(visit):
        await rights.refuse(visit, tap.action, tap.id)
        return
    version = await references.lock(visit.work, tap.id)
    used = await references.used(visit.work)
    if version.state != PROPOSED:
        visit.tell(visit.say.plain("stale"))
    elif _last(used, version.kind) != version.base_id:
        visit.tell(visit.say.plain("changed-meanwhile"))
        await _check(visit, version.media_id, f"{CHECK}:{visit.input.update_id}")
    else:
        await _decide(visit, version, APPLIED)


async def undo_tapped(visit: Visit, tap: Tap) -> None:
    """Go back to the version before, as long as this is the one that counts."""
    if not may(visit):
        await rights.refuse(visit, tap.action, tap.id)
        return
    version = await references.lock(visit.work, tap.id)
    used = await references.used(visit.work)
    if version.state != APPLIED or _last(used, version.kind) != version.id:
        visit.tell(visit.say.plain("stale"))
    else:
        await _decide(visit, version, WITHDRAWN)


def _last(used: Sequence[Version], kind: Reference) -> int | None:
    counting = [one.id for one in used if one.kind is kind and one.state == APPLIED]
    return counting[-1] if counting else None


async def _decide(visit: Visit, version: Version, state: str) -> None:
    await references.decide(visit.work, version, state)
    await events.record(
        visit.work,
        f"reference_{state}",
        "reference",
        version.id,
        actor_id=visit.person.id,
        kind=version.kind,
        media=version.media_id,
    )
    say = visit.say
    name = say.plain(f"book-name.{version.kind}")
    screen = Screen(say(f"book-{state}", name=name))
    if state == APPLIED:
        undo = button(say.plain("book-undo"), "oldbook", version.id, style="danger")
        screen = Screen(screen.text, ((undo,),))
    await visit.show(screen, card=card(version.id), fresh=False)
