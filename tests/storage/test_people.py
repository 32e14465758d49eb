"""People as the bot knows them: met once, away and back, with roles that their menu follows."""

from datetime import timedelta

import pytest

from domain.people import Role
from storage import errands, people
from storage.engine import Database
from storage.people import MENU, Person
from storage.transaction import Transaction
from tests.conftest import NOW

ANNA, BRUNO = 11, 12
SIRET = "73282932000074"


async def anna(tx: Transaction, **options: bool) -> Person:
    return await people.meet(tx, ANNA, first_name="Anna", language="fr", **options)


async def menus(db: Database) -> list[int]:
    """Tell whose menu is to be told anew."""
    async with db.begin(NOW + timedelta(days=1)) as tx:
        found = await errands.claim(tx, 99)
    return [errand.details["chat"] for errand in found if errand.kind == MENU]


async def test_somebody_new_is_written_down_with_what_telegram_says(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await anna(tx)

    async with db.read(NOW) as tx:
        person = await people.get(tx, ANNA)
    assert (person.first_name, person.language, person.language_chosen) == ("Anna", "fr", False)
    assert (person.full_name, person.phone, person.company_id) == (None, None, None)
    assert (person.noticed_at, person.blocked_at, person.roles) == (None, None, frozenset())


async def test_who_is_known_stays_as_they_are(db: Database) -> None:
    async with db.begin(NOW) as tx:
        before = await people.change(tx, await anna(tx), full_name="Anna Roy", language="en")
        again = await people.meet(tx, ANNA, first_name="Anne", language="fr")

    assert again == before


async def test_a_first_name_without_end_is_cut(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await people.meet(tx, ANNA, first_name="é" * 500, language="fr")

    assert person.first_name == "é" * 120


async def test_the_full_name_is_shown_once_it_is_known(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await anna(tx)
        named = await people.change(tx, person, full_name="Anna Roy")

    assert (person.display_name, named.display_name) == ("Anna", "Anna Roy")


async def test_people_are_loaded_with_all_their_roles_and_strangers_left_out(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await people.give(tx, await anna(tx), Role.CLIENT, Role.CREW)
        await people.meet(tx, BRUNO, first_name="Bruno", language="fr")

    async with db.read(NOW) as tx:
        found = await people.of_ids(tx, [ANNA, BRUNO, ANNA, 404])
        assert {person_id: person.roles for person_id, person in found.items()} == {
            ANNA: {Role.CLIENT, Role.CREW},
            BRUNO: frozenset(),
        }
        assert await people.find(tx, 404) is None
        with pytest.raises(LookupError):
            await people.get(tx, 404)


async def test_who_blocked_us_is_noted_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await anna(tx)
        assert await people.gone(tx, ANNA)
    async with db.begin(NOW + timedelta(hours=1)) as tx:
        assert not await people.gone(tx, ANNA)
        assert not await people.gone(tx, 404)
        assert (await people.get(tx, ANNA)).blocked_at == NOW


async def test_who_writes_to_us_again_is_back(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await anna(tx)
        await people.gone(tx, ANNA)
        assert (await anna(tx, here=False)).blocked_at == NOW  # seen in a group
        assert (await anna(tx)).blocked_at is None
        assert (await people.get(tx, ANNA)).blocked_at is None


async def test_an_administrator_is_a_coordinator_too(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await anna(tx, admin=True)
        assert person.roles == {Role.ADMIN, Role.COORDINATOR}
        assert await people.get(tx, ANNA) == person
        assert await anna(tx, admin=True) == person


async def test_a_role_given_twice_is_one_role(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await people.give(tx, await anna(tx), Role.CREW)
        await people.give(tx, person, Role.CREW)
        assert [one.id for one in await people.with_role(tx, Role.CREW)] == [ANNA]


async def test_a_role_that_is_taken_leaves_the_others(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await people.give(tx, await anna(tx), Role.CREW, Role.CLIENT)
        left = await people.take(tx, person, Role.CREW)
        assert left.roles == {Role.CLIENT}
        assert await people.get(tx, ANNA) == left
        assert await people.with_role(tx, Role.CREW) == []


async def test_the_menu_follows_who_joins_or_leaves_the_staff(db: Database) -> None:
    async with db.begin(NOW) as tx:
        crew = await people.give(tx, await anna(tx), Role.CREW)
    assert await menus(db) == [ANNA]
    async with db.begin(NOW + timedelta(hours=1)) as tx:
        await people.take(tx, crew, Role.CREW)
    assert await menus(db) == [ANNA]


async def test_the_menu_of_a_client_is_that_of_everybody(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await people.give(tx, await anna(tx), Role.CLIENT)
    assert await menus(db) == []


async def test_a_company_is_known_by_its_siret_under_the_name_it_came_with(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first = await people.register_company(tx, siret=SIRET, name="Bâti Nord")
        again = await people.register_company(tx, siret=SIRET, name="BATI NORD SARL")
        other = await people.register_company(tx, siret="35600000000048", name="Bâti Nord")
        assert again == first
        assert other.id != first.id
        assert await people.company(tx, first.id) == first
        with pytest.raises(LookupError):
            await people.company(tx, 404)
