"""A member comes with another number or account: the office lets in, the old account is out."""

from domain.people import Role
from handlers.conversation.given import SharedContact
from storage import crews, events, people
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import follow, send, tap, told
from tests.trade import COORDINATOR, member

AWA, NEW, DESK = 11, 12, -77
KNOWN = "+33639980001"


async def cast(tx: Transaction, *, joined: bool) -> tuple[int, str]:
    """Nadia plans; Awa is in the roster with her number, in the bot or not; a link for her."""
    nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
    await people.give(tx, nadia, Role.COORDINATOR)
    for person_id in (AWA, NEW):
        person = await people.meet(tx, person_id, first_name="X", language="fr")
        await people.change(tx, person, language_chosen=True)
    awa = await member(tx, "Awa", person_id=AWA if joined else None)
    await crews.change(tx, awa, phone=KNOWN)
    return awa, await crews.invite(tx, awa)


async def comes(db: Database, person_id: int, code: str, phone: str) -> None:
    await follow(db, person_id, "crew", code)
    await send(db, person_id, SharedContact(phone, "Awa", own=True))


async def rights(db: Database, person_id: int) -> frozenset[Role]:
    async with db.read(NOW) as tx:
        return (await people.get(tx, person_id)).roles


async def test_the_number_of_the_roster_lets_in_and_another_waits_for_the_office(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        awa, code = await cast(tx, joined=False)
    await comes(db, NEW, code, "+33639980055")

    assert await rights(db, NEW) == frozenset()
    assert "Le bureau vérifie" in (await told(db, NEW))[-1]
    asked = (await told(db, DESK))[-1]
    assert "06 39 98 00 55" in asked
    assert "06 39 98 00 01" in asked
    await tap(db, COORDINATOR, "letmember", 1)
    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {awa: NEW}
        now = await crews.find(tx, awa)
        assert ("joined", COORDINATOR) in await events.of(tx, "member", awa)
    assert now is not None
    assert now.phone == "+33639980055"
    assert await rights(db, NEW) == {Role.CREW}
    assert any("C’est bon, Awa" in text for text in await told(db, NEW))


async def test_the_same_number_needs_nobody(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, code = await cast(tx, joined=False)
    await comes(db, NEW, code, KNOWN)

    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {awa: NEW}


async def test_a_new_account_takes_the_place_of_the_old_one_and_back(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, code = await cast(tx, joined=True)
    await comes(db, NEW, code, KNOWN)
    assert await rights(db, NEW) == frozenset()
    assert "nouveau compte Telegram" in (await told(db, DESK))[-1]
    await tap(db, COORDINATOR, "letmember", 1)

    assert await rights(db, NEW) == {Role.CREW}
    assert await rights(db, AWA) == frozenset()
    assert "n’est plus dans l’équipe" in (await told(db, AWA))[-1]
    again = await tap(db, COORDINATOR, "letmember", 1)
    assert again is not None
    await tap(db, COORDINATOR, "unletmember", 1)
    assert await rights(db, NEW) == frozenset()
    assert await rights(db, AWA) == {Role.CREW}
    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {awa: AWA}


async def test_who_is_refused_has_no_right_and_the_answer_stands(db: Database) -> None:
    async with db.begin(NOW) as tx:
        _, code = await cast(tx, joined=False)
    await comes(db, NEW, code, "+33639980055")
    await tap(db, COORDINATOR, "denymember", 1)
    await tap(db, COORDINATOR, "letmember", 1)

    assert await rights(db, NEW) == frozenset()
    assert "n’a pas pu vous reconnaître" in (await told(db, NEW))[-1]
    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {}


async def test_a_link_is_used_up_by_who_waits(db: Database) -> None:
    async with db.begin(NOW) as tx:
        _, code = await cast(tx, joined=False)
    await comes(db, NEW, code, "+33639980055")
    await follow(db, AWA, "crew", code)

    assert "Ce lien ne marche plus" in (await told(db, AWA))[-1]


async def test_nobody_but_a_coordinator_lets_in(db: Database) -> None:
    async with db.begin(NOW) as tx:
        _, code = await cast(tx, joined=False)
    await comes(db, NEW, code, "+33639980055")
    await tap(db, NEW, "letmember", 1)

    assert await rights(db, NEW) == frozenset()


async def test_a_joined_member_gets_a_new_link_from_their_card(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, _ = await cast(tx, joined=True)
    await tap(db, COORDINATOR, "reinvite", awa)

    link = (await told(db, COORDINATOR))[-1]
    assert "start=crew-" in link
    assert "Il marche une fois, jusqu’au" in link
