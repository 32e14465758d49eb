"""What coordinators decided on hazards, kept with name, time and reason."""

from datetime import timedelta

from domain.gates import Verdict
from storage import hazard_decisions, people
from storage.engine import Database
from storage.hazard_decisions import Decision
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import COORDINATOR, client, request_of

OSCAR = 702


async def setting(tx: Transaction) -> int:
    """Open a request, with two coordinators; one of them has told their full name."""
    person = await client(tx)
    nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
    await people.change(tx, nadia, full_name="Nadia Benali")
    await people.meet(tx, OSCAR, first_name="Oscar", language="fr")
    return (await request_of(tx, person)).id


async def test_decisions_are_listed_oldest_first_with_who_and_why(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await setting(tx)
        await hazard_decisions.record(
            tx, request_id, OSCAR, Verdict.EXCLUDE, ["asbestos", "lead"], "Pas d’<avis> & rien"
        )
    later = NOW + timedelta(days=1)
    async with db.begin(later) as tx:
        await hazard_decisions.record(
            tx, request_id, COORDINATOR, Verdict.LIFT, ["asbestos"], "Rapport reçu"
        )

    async with db.read(NOW) as tx:
        assert await hazard_decisions.of_request(tx, request_id) == [
            Decision("Oscar", Verdict.EXCLUDE, ("asbestos", "lead"), "Pas d’<avis> & rien", NOW),
            Decision("Nadia Benali", Verdict.LIFT, ("asbestos",), "Rapport reçu", later),
        ]


async def test_a_decision_is_about_one_request(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await setting(tx)
        other = (await request_of(tx, await client(tx))).id
        await hazard_decisions.record(tx, other, OSCAR, Verdict.REFUSE, ["asbestos"], "Non")
        assert await hazard_decisions.of_request(tx, request_id) == []
        assert len(await hazard_decisions.of_request(tx, other)) == 1
