"""Words that no list reader understood are shown to the office, taught with a tap, taken back."""

from dataclasses import replace

import pytest

from bot.services import shipped_reference_files
from domain.company import EXAMPLE
from domain.people import Role
from handlers.context.services import Services
from handlers.conversation.given import Typed
from handlers.inventory.inventory_match import Reader
from storage import events, people, reference_versions, unknown_words
from storage.engine import Database
from storage.unknown_words import WordState
from tests import trade
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told

NADIA, PAUL = 701, 702
SEARCH, ASIDE, UNDO = "🔎 Chercher un autre objet", "🚫 Ce n’est rien à enlever", "↩ Annuler"


class Office:
    """Two coordinators, with reference files that nobody else uses."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.services: Services = replace(
            trade.services(), reference_files=shipped_reference_files(EXAMPLE)
        )

    async def notes(self, *words: str, lang: str = "fr") -> None:
        async with self.db.begin(NOW) as tx:
            await unknown_words.note(tx, words, lang)

    async def asks(self, person_id: int = NADIA) -> str:
        await send(self.db, person_id, command="words", of=self.services)
        return await self.last(person_id)

    async def presses(self, label: str, person_id: int = NADIA) -> str:
        toast = await press(self.db, person_id, label, of=self.services)
        await self.looks()
        return toast

    async def looks(self) -> None:
        """Take notice of what was decided, as the watcher does in every process."""
        async with self.db.read(NOW) as tx:
            used, taught = await reference_versions.used(tx), await unknown_words.taught(tx)
        self.services.reference_files.put(used, taught)

    async def last(self, person_id: int = NADIA) -> str:
        return (await told(self.db, person_id))[-1]

    async def choices(self, person_id: int = NADIA) -> list[str]:
        return list(await buttons(self.db, person_id))

    def understood(self, text: str) -> list[tuple[str, int]]:
        reader = Reader(self.services.catalogue, "fr")
        known = [reader.known(entry) for entry in reader.entries(text)]
        return [(one.code, int(one.quantity)) for one in known if one.code and one.quantity]


@pytest.fixture
async def office(db: Database) -> Office:
    async with db.begin(NOW) as tx:
        for person_id, name in ((NADIA, "Nadia"), (PAUL, "Paul")):
            person = await people.meet(tx, person_id, first_name=name, language="fr")
            await people.give(tx, person, Role.COORDINATOR)
    return Office(db)


async def test_the_word_of_most_lists_comes_first_with_the_nearest_items(office: Office) -> None:
    await office.notes("trombinoscope", "armoire à fusils")
    await office.notes("armoires à fusils")
    text = await office.asks()

    assert "2 mots des listes" in text
    assert "« armoire à fusils », écrit 2 fois" in text.replace("\u202f", " ")
    assert "Ensuite\u202f: trombinoscope" in text
    items, rest = (await office.choices())[:-3], (await office.choices())[-3:]
    assert 1 <= len(items) <= 4
    assert all(item.startswith("Armoire") for item in items)
    assert rest == [SEARCH, ASIDE, "› Passer au mot suivant"]


async def test_a_tap_teaches_it_at_once_says_what_changes_and_another_takes_it_back(
    office: Office,
) -> None:
    await office.notes("armoire à fusils")
    await office.asks()
    first, data = next(iter((await buttons(office.db, NADIA)).items()))
    assert office.understood("3 armoires à fusils") == []
    await office.presses(first)
    assert "Dès maintenant, une liste qui le dit est comprise" in await office.last()
    assert office.understood("3 armoires à fusils") == [(data.split(":")[-1], 3)]
    assert "Rien à apprendre" in await office.asks(PAUL)

    await office.presses(UNDO)
    assert office.understood("3 armoires à fusils") == []
    assert "armoire à fusils" in await office.last()
    async with office.db.read(NOW) as tx:
        [word] = await unknown_words.waiting(tx, 9)
        assert await events.of(tx, "word", word.id) == [
            ("word_taught", NADIA),
            ("word_taken_back", NADIA),
        ]


async def test_what_is_nothing_to_take_away_is_not_asked_again(office: Office) -> None:
    await office.notes("trombinoscope")
    await office.asks()
    await office.presses(ASIDE)
    await office.notes("trombinoscopes")

    assert "Rien à apprendre" in await office.asks(PAUL)


async def test_any_item_can_be_found_by_a_word(office: Office) -> None:
    await office.notes("trombinoscope")
    await office.asks()
    await office.presses(SEARCH)
    assert "Quel objet est-ce" in await office.last()
    await send(office.db, NADIA, Typed("armoire haute"), of=office.services)
    found = (await office.choices())[0]
    await office.presses(found)

    assert "« trombinoscope » veut dire" in (await office.last()).replace("\u202f", " ")
    assert office.understood("2 trombinoscopes") != []


async def test_of_two_who_decide_the_first_counts(office: Office) -> None:
    await office.notes("armoire à fusils")
    await office.asks(NADIA)
    await office.asks(PAUL)
    first, second, *_ = await office.choices()
    await office.presses(first, NADIA)
    meant = office.understood("2 armoires à fusils")
    assert await office.presses(second, PAUL) != ""

    assert office.understood("2 armoires à fusils") == meant
    old = await tap(office.db, PAUL, "wordback", 1, 1, of=office.services)
    assert old is not None
    await office.looks()
    assert office.understood("2 armoires à fusils") == meant


async def test_what_a_file_or_the_bot_knows_meanwhile_is_asked_no_more(office: Office) -> None:
    await office.notes("chaises pliantes", "trombinoscope")
    text = await office.asks()

    assert "trombinoscope" in text
    assert "chaises pliantes" not in text
    async with office.db.read(NOW) as tx:
        [left] = await unknown_words.waiting(tx, 9)
    assert (left.word, left.state) == ("trombinoscope", WordState.WAITING)


async def test_where_words_wait_the_office_sees_it_at_home(office: Office) -> None:
    await send(office.db, NADIA, command="status", of=office.services)
    assert "🔤 Mots à apprendre (1)" not in await office.choices()
    await office.notes("trombinoscope")
    await send(office.db, NADIA, command="status", of=office.services)

    assert "🔤 Mots à apprendre (1)" in await office.choices()
    await office.presses("🔤 Mots à apprendre (1)")
    assert "trombinoscope" in await office.last()
