"""A member comes with another number or account: the office lets in, the old account is out."""

from domain.people import Role
from handlers.conversation.given import SharedContact, Typed
from storage import crews, events, join_requests, people, sessions
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import follow, send, tap, told
from tests.trade import COORDINATOR, member

AWA, NEW, DESK = 11, 12, -77
KNOWN, OTHER = "+33639980001", "+33639980055"


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


async def test_who_waits_is_told_so_and_is_no_new_client(db: Database) -> None:
    async with db.begin(NOW) as tx:
        _, code = await cast(tx, joined=False)
    await comes(db, NEW, code, OTHER)
    for again in (Typed("ok merci"), Typed("Quand est-ce que je commence le travail ?")):
        await send(db, NEW, again)
        assert "Le bureau vérifie" in (await told(db, NEW))[-1]
    await send(db, NEW, command="start")
    assert "Le bureau vérifie" in (await told(db, NEW))[-1]
    await tap(db, NEW, "lang", 0, more="en")
    assert "The office checks" in (await told(db, NEW))[-1]
    async with db.read(NOW) as tx:
        assert await sessions.find(tx, NEW) is None

    await tap(db, COORDINATOR, "denymember", 1)
    await send(db, NEW, Typed("ok"))
    assert "The office checks" not in (await told(db, NEW))[-1]


async def test_who_asks_twice_waits_for_the_newer_one_only(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, code = await cast(tx, joined=False)
    await comes(db, NEW, code, OTHER)
    async with db.begin(NOW) as tx:
        again = await crews.invite(tx, awa)
    await comes(db, NEW, again, "+33639980066")
    assert any("Demande sans objet" in text for text in await told(db, DESK))

    await tap(db, COORDINATOR, "letmember", 1)
    assert await rights(db, NEW) == frozenset()
    await tap(db, COORDINATOR, "denymember", 2)
    async with db.read(NOW) as tx:
        assert not await join_requests.waiting(tx, NEW)


async def test_who_waited_and_came_in_by_another_link_waits_no_more(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, code = await cast(tx, joined=False)
    await comes(db, NEW, code, OTHER)
    async with db.begin(NOW) as tx:
        again = await crews.invite(tx, awa)
    await comes(db, NEW, again, KNOWN)

    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {awa: NEW}
        assert not await join_requests.waiting(tx, NEW)


async def phones(db: Database, member_id: int, person_id: int) -> set[str | None]:
    async with db.read(NOW) as tx:
        known = await crews.find(tx, member_id)
        assert known is not None
        return {known.phone, (await people.get(tx, person_id)).phone}


async def test_a_member_with_a_new_number_keeps_account_and_rights_and_the_number_changes_and_back(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        awa, _ = await cast(tx, joined=False)
        code = await crews.invite(tx, awa)
    await comes(db, AWA, code, KNOWN)
    await tap(db, COORDINATOR, "reinvite", awa)
    async with db.begin(NOW) as tx:
        code = await crews.invite(tx, awa)
    await comes(db, AWA, code, OTHER)
    assert "Le bureau vérifie" in (await told(db, AWA))[-1]
    assert await phones(db, awa, AWA) == {KNOWN}

    await tap(db, COORDINATOR, "letmember", 1)
    assert await phones(db, awa, AWA) == {OTHER}
    assert "Votre numéro est maintenant 06 39 98 00 55" in (await told(db, AWA))[-1]
    assert await rights(db, AWA) == {Role.CREW}
    await tap(db, COORDINATOR, "unletmember", 1)

    assert await phones(db, awa, AWA) == {KNOWN}
    assert await rights(db, AWA) == {Role.CREW}
    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {awa: AWA}


async def test_a_member_who_is_in_with_this_number_does_not_use_up_the_link(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, code = await cast(tx, joined=False)
    await comes(db, AWA, code, KNOWN)
    async with db.begin(NOW) as tx:
        again = await crews.invite(tx, awa)
    await comes(db, AWA, again, KNOWN)

    assert "Vous êtes déjà dans l’équipe." in await told(db, AWA)
    async with db.read(NOW) as tx:
        assert await crews.invited(tx, again)
