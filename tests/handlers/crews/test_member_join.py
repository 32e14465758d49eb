"""A member follows an invitation, shares their own number, and has their jobs before them."""

from datetime import time

import pytest

from domain.jobs import JobEvent
from domain.people import Role
from handlers.conversation.given import SharedContact, Typed
from storage import crew_assignments, crews, events, jobs, people, sessions
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import follow, press, send, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member, through

AWA, SAM, DESK = 11, 12, -77
OWN = SharedContact("+33639980001", "Awa", own=True)
SPENT = "Ce lien ne marche plus. Demandez-en un nouveau à votre responsable."


async def invited(tx: Transaction, name: str = "Awa Cissé") -> tuple[int, str]:
    """Write down a member, with a link, and two people who chose French."""
    for person_id in (AWA, SAM):
        person = await people.meet(tx, person_id, first_name="X", language="fr")
        await people.change(tx, person, language_chosen=True)
    member_id = await member(tx, name)
    return member_id, await crews.invite(tx, member_id)


async def test_one_tap_on_the_own_number_and_the_member_is_in(db: Database) -> None:
    async with db.begin(NOW) as tx:
        member_id, code = await invited(tx, "Awa <Cissé>")
    await follow(db, AWA, "crew", code)
    assert "Bonjour Awa &lt;Cissé&gt;" in (await told(db, AWA))[0]
    await send(db, AWA, OWN)

    assert "C’est bon, Awa &lt;Cissé&gt;" in " ".join(await told(db, AWA))
    assert any("Awa &lt;Cissé&gt; a rejoint le bot" in text for text in await told(db, DESK))
    async with db.read(NOW) as tx:
        person = await people.get(tx, AWA)
        assert person.roles == {Role.CREW}
        assert (person.full_name, person.phone) == ("Awa <Cissé>", OWN.phone)
        assert await crews.joined(tx) == {member_id: AWA}
        assert ("joined", AWA) in await events.of(tx, "member", member_id)


@pytest.mark.parametrize(
    "given", [Typed("06 39 98 00 01"), SharedContact("+33639980002", "Ali", own=False)]
)
async def test_a_number_that_is_typed_or_is_somebody_elses_lets_nobody_in(
    db: Database, given: Typed | SharedContact
) -> None:
    async with db.begin(NOW) as tx:
        _, code = await invited(tx)
    await follow(db, AWA, "crew", code)
    await send(db, AWA, given)

    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {}
        assert await sessions.find(tx, AWA) is not None


async def test_a_made_up_link_asks_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await invited(tx)
    await follow(db, AWA, "crew", "made-up")

    assert await told(db, AWA) == [SPENT]
    async with db.read(NOW) as tx:
        assert await sessions.find(tx, AWA) is None


async def test_of_two_who_hold_one_link_the_first_is_in(db: Database) -> None:
    async with db.begin(NOW) as tx:
        member_id, code = await invited(tx)
    for person_id in (AWA, SAM):
        await follow(db, person_id, "crew", code)
    for person_id in (AWA, SAM):
        await send(db, person_id, OWN)

    assert SPENT in await told(db, SAM)
    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {member_id: AWA}
        assert (await people.get(tx, SAM)).roles == frozenset()


async def test_a_member_does_not_become_another_member_too(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first, code = await invited(tx)
        second, other = await invited(tx, "Ben")
    for link in (code, other):
        await follow(db, AWA, "crew", link)
        await send(db, AWA, OWN)

    assert "Vous êtes déjà dans l’équipe." in await told(db, AWA)
    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {first: AWA}
        assert second != first


async def test_jobs_that_wait_for_an_answer_come_at_once_and_the_office_sees_who_is_reached(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        member_id, code = await invited(tx)
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        job = await jobs.change(tx, await agreed_job(tx), start_on=MONDAY, start_time=time(8))
        await crew_assignments.assign(tx, job.id, [member_id], member_id)
        await through(tx, job, JobEvent.PUBLISH)
    await follow(db, AWA, "crew", code)
    await send(db, AWA, OWN)

    assert any(job.number in text for text in await told(db, AWA))
    assert any(job.number in text for text in await told(db, DESK))


async def test_who_has_not_chosen_a_language_chooses_before_the_question(db: Database) -> None:
    async with db.begin(NOW) as tx:
        member_id, code = await invited(tx)
        await people.change(tx, await people.get(tx, AWA), language_chosen=False)
    await follow(db, AWA, "crew", code)
    assert not [text for text in await told(db, AWA) if "numéro" in text]
    await press(db, AWA, "🇬🇧 English")
    await send(db, AWA, OWN)

    async with db.read(NOW) as tx:
        assert await crews.joined(tx) == {member_id: AWA}
        known = await crews.of_person(tx, AWA)
    assert known is not None
    assert known.language == "en"
