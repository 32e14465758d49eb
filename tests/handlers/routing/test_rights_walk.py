"""Everybody tries everything, on the real routing, and gets exactly what the rights say."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import select

from domain.people import Action, Reach, may
from handlers.context.feature import FormEnding, SubjectKind
from handlers.context.update_context import UpdateContext
from handlers.context.updates import Input, TelegramUser
from handlers.routing import routes
from handlers.routing.features import CALLBACKS, COMMANDS, DEEP_LINKS, FORM_ENDINGS
from handlers.routing.form_endings import ending
from handlers.views.home import side
from storage import people
from storage.engine import Database
from storage.tables import events
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.routing.world import (
    FORGED,
    HOLDERS,
    NOBODYS,
    Subject,
    World,
    build,
    services,
)
from tests.waiting_letters import pending

pytestmark = [
    pytest.mark.parametrize("db_url", ["sqlite"], indirect=True),
    pytest.mark.timeout(300),
]

# Answered kindly where their subject does not exist: it was decided, or is gone, or never was.
TELLS_OF_WHAT_IS_GONE = frozenset({"letin", "keepout", "invite"})
# What a button carries beside the id, where its handler needs something to read.
MORE: Mapping[str, str] = {
    "change": "day",
    "clientday": "yes",
    "canceled": "0",
    "move": "day",
    "moveto": "hour.08:00",
    "swap": "1.2",
    "swapof": "1",
    "swapto": "1.2",
    "visit": "0",
    "rate": "5",
    "teach": "BUR-01",
    **dict.fromkeys(("onday", "onweek", "who", "vans", "weekof", "vanof"), "2026-12-14"),
}
OTHER = 7_000  # no version, and no act, of anything in this world
EVERYBODYS = {person_id: frozenset(Reach) for person_id in HOLDERS}


class Undone(Exception):
    """Takes back what somebody did, for the next to find all as it was."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody tries something on a subject."""

    name: str
    person_id: int
    subject: Subject

    def permitted(self, action: Action | None) -> bool:
        if action is None:
            return True
        held = self.subject.held.get(self.person_id, frozenset())
        return may(HOLDERS[self.person_id], action, held)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt: was it refused, what was written down, and what was said."""

    refused: bool
    recorded: tuple[str, ...]
    said: tuple[str, ...]


def subjects_of(world: World, kind: SubjectKind) -> tuple[Subject, ...]:
    """List the subjects of a kind; KeyError for a kind that the world lacks."""
    if kind is SubjectKind.NONE:
        return (Subject(0, EVERYBODYS),)
    return world.subjects[kind]


async def context_of(tx: Transaction, given: Input) -> UpdateContext:
    person = await people.get(tx, given.who.id)
    return UpdateContext(tx, services(), given, person, services().words.say("fr"))


async def tried(db: Database, given: Input) -> Outcome:
    """Route an update, note what it did, and take it back."""
    noted: list[Outcome] = []
    with suppress(Undone):
        async with db.begin(NOW) as tx:
            before = len(await tx.rows(select(events.c.id)))
            await routes.route(await context_of(tx, given))
            noted.append(await outcome(tx, before, given.chat_id))
            raise Undone
    return noted[0]


async def outcome(tx: Transaction, before: int, chat_id: int) -> Outcome:
    rows = await tx.rows(select(events.c.what).order_by(events.c.id).offset(before))
    recorded = tuple(row.what for row in rows)
    letters = await pending(tx, chat_id)
    return Outcome("refused" in recorded, recorded, tuple(letter.post.text for letter in letters))


def tapping(attempt: Attempt, version: int) -> Input:
    more = MORE.get(attempt.name)
    data = f"a:{attempt.name}:{attempt.subject.id}:{version}" + (f":{more}" if more else "")
    sender = TelegramUser(attempt.person_id)
    return Input(1, sender.id, who=sender, tapped=data, callback_id="1", message_id=1)


def commanding(person_id: int, command: str, argument: str = "") -> Input:
    return Input(
        1, person_id, who=TelegramUser(person_id), command=command, argument=argument, message_id=1
    )


async def test_every_button_does_what_the_rights_say(db: Database) -> None:
    world, wrong = await build(db), list[tuple[str, int, int, Outcome]]()
    for name, callback in CALLBACKS.items():
        for subject in subjects_of(world, callback.subject):
            for person_id in HOLDERS:
                attempt = Attempt(name, person_id, subject)
                found = await tried(db, tapping(attempt, subject.version))
                if found.refused is attempt.permitted(callback.action):
                    wrong.append((name, person_id, subject.id, found))
    assert wrong == []


async def test_an_old_button_gives_no_right_and_changes_nothing_that_it_was_not_shown_with(
    db: Database,
) -> None:
    world, wrong = await build(db), list[tuple[str, int, int, Outcome]]()
    for name, callback in CALLBACKS.items():
        for subject in subjects_of(world, callback.subject):
            for person_id in HOLDERS:
                attempt = Attempt(name, person_id, subject)
                found = await tried(db, tapping(attempt, subject.version + OTHER))
                late = subject.version and {*found.recorded} - {"refused"}
                if found.refused is attempt.permitted(callback.action) or late:
                    wrong.append((name, person_id, subject.id, found))
    assert wrong == []


async def test_a_button_for_a_thing_that_does_not_exist_is_refused_to_everybody(
    db: Database,
) -> None:
    await build(db)
    wrong = list[tuple[str, int, Outcome]]()
    for name, callback in CALLBACKS.items():
        if callback.subject is SubjectKind.NONE:
            continue
        for person_id in HOLDERS:
            attempt = Attempt(name, person_id, Subject(FORGED, NOBODYS))
            found = await tried(db, tapping(attempt, 1))
            told = name in TELLS_OF_WHAT_IS_GONE and not found.refused
            if not found.refused and not told:
                wrong.append((name, person_id, found))
    assert wrong == []


async def test_every_link_leads_where_the_rights_say(db: Database) -> None:
    world, wrong = await build(db), list[tuple[str, int, str, Outcome]]()
    for word, link in DEEP_LINKS.items():
        for subject in subjects_of(world, link.subject):
            code = world.codes[word] if link.subject is SubjectKind.NONE else str(subject.id)
            for person_id in HOLDERS:
                attempt = Attempt(word, person_id, subject)
                found = await tried(db, commanding(person_id, "start", f"{word}-{code}"))
                if found.refused is attempt.permitted(link.action):
                    wrong.append((word, person_id, code, found))
    assert wrong == []


async def test_a_forged_link_is_refused_to_everybody(db: Database) -> None:
    await build(db)
    wrong = list[tuple[str, int, str, Outcome]]()
    for word, link in DEEP_LINKS.items():
        if link.subject is SubjectKind.NONE:
            continue
        for code in (str(FORGED), "x", ""):
            for person_id in HOLDERS:
                found = await tried(db, commanding(person_id, "start", f"{word}-{code}"))
                if not found.refused:
                    wrong.append((word, person_id, code, found))
    assert wrong == []


def helps(words: str, found: Outcome) -> bool:
    """Tell whether the help was said, with whom to call below it."""
    return any(said.startswith(words) for said in found.said)


async def test_every_command_does_what_the_rights_say_or_helps(db: Database) -> None:
    world, wrong = await build(db), list[tuple[str, int, Outcome]]()
    for name, command in COMMANDS.items():
        for person_id in HOLDERS:
            own = [
                one
                for one in subjects_of(world, command.subject)
                if person_id in one.held and Reach.COMPANY not in one.held[person_id]
            ]
            subject = own[0] if own else Subject(0, NOBODYS)
            found = await tried(db, commanding(person_id, name))
            async with db.read(NOW) as tx:
                helped = services().words.say("fr")(f"help-{side(await people.get(tx, person_id))}")
            permitted = Attempt(name, person_id, subject).permitted(command.action)
            if command.action is not None and helps(helped, found) is permitted:
                wrong.append((name, person_id, found))
    assert wrong == []


async def test_every_finished_form_counts_only_for_whom_the_rights_say(db: Database) -> None:
    world, wrong = await build(db), list[tuple[str, int, Any, Outcome]]()
    for name, (_, declared) in FORM_ENDINGS.items():
        for subject in (*subjects_of(world, declared.subject), Subject(FORGED, NOBODYS)):
            about = {declared.key: subject.id} if declared.key else {}
            if not declared.key and subject.id == FORGED:
                continue
            for person_id in HOLDERS:
                found, handled = await finished(db, name, declared, person_id, about)
                permitted = Attempt(name, person_id, subject).permitted(declared.action)
                if handled is not permitted or found.refused is permitted:
                    wrong.append((name, person_id, about, found))
    assert wrong == []


async def finished(
    db: Database, name: str, declared: FormEnding, person_id: int, about: Mapping[str, Any]
) -> tuple[Outcome, bool]:
    """Finish a form as somebody; tell what came of it, and whether its handler was reached."""
    reached: list[int] = []

    async def note(ctx: UpdateContext, _answers: Any, _about: Mapping[str, Any]) -> None:
        reached.append(ctx.person.id)

    noted: list[Outcome] = []
    with suppress(Undone):
        async with db.begin(NOW) as tx:
            before = len(await tx.rows(select(events.c.id)))
            ctx = await context_of(tx, commanding(person_id, ""))
            await ending(name, replace(declared, handler=note))(ctx, None, about)
            noted.append(await outcome(tx, before, person_id))
            raise Undone
    return noted[0], bool(reached)
