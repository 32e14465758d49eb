"""The office answers a client's other day, also in spite of a soft rule."""

from datetime import time, timedelta

from domain.people import Role
from storage import crew_assignments, day_wishes, fleet, jobs, outbox, people
from storage.day_wishes import ASKED
from storage.engine import Database
from tests.conftest import NOW
from tests.handlers.contexts import press, tap, told
from tests.trade import CLIENT, COORDINATOR, MONDAY, agreed_job, member

GROUP = -77


async def test_a_day_taken_in_spite_of_a_soft_rule_leaves_no_dead_buttons(db: Database) -> None:
    """The client wants the Saturday."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        awa = await member(tx, "Awa", leader=True, driver=True, first_aid=True)
        job = await agreed_job(tx)
        await crew_assignments.assign(tx, job.id, [awa, await member(tx, "Moussa")], awa)
        job = await jobs.change(tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=1)
    await tap(db, COORDINATOR, "publish", job.id, job.version)
    saturday = MONDAY + timedelta(5)
    async with db.begin(NOW) as tx:
        await day_wishes.record(tx, job.id, ASKED, saturday, actor_id=CLIENT)
        wish = await day_wishes.pending(tx, job.id)
        await outbox.adopt_all(tx, f"daywish:{job.id}", {COORDINATOR: 5, GROUP: 6})
    assert wish is not None

    await tap(db, COORDINATOR, "dayyes", job.id, wish.id)
    assert not any("a sa réponse" in text for text in await told(db, GROUP))
    await press(db, COORDINATOR, "⚠️ Quand même\u202f: sam. 19 déc.")
    await press(db, COORDINATOR, "🤝 Le client est d’accord")

    async with db.read(NOW) as tx:
        assert (await jobs.get(tx, job.id)).start_on == saturday
    for chat in (GROUP, COORDINATOR):
        assert any("a sa réponse" in text for text in await told(db, chat))
