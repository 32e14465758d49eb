"""A plan published by mistake is taken back with its messages, while nobody has answered."""

from datetime import timedelta

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import jobs, reminders
from tests.journeys import records
from tests.journeys.steps import confirm, plan

TOO_LATE = "Trop tard : deux minutes ont passé, ou quelqu’un a répondu."


async def test_a_publication_is_taken_back_with_its_messages(agreed: DemoWorld) -> None:
    office, client, (moussa, awa) = agreed.coordinator, agreed.client, agreed.crew[:2]
    await plan(agreed, "Moussa", "Awa")
    for person in (moussa, awa):
        await person.sees("Vous venez ?")
    await client.sees("C’est prévu")

    await office.taps("Reprendre", on=await office.sees("publié pour 2 personnes"))

    await office.sees("Les messages sont effacés")
    for person in (moussa, awa):
        await person.sees_no_more("Vous venez ?")
    await client.sees_no_more("C’est prévu")
    columns = select(jobs.c.state, jobs.c.published_at).where(jobs.c.id == 1)
    assert await records.rows(agreed, columns) == [("draft", None)]
    waiting = select(reminders.c.id).where(reminders.c.job_id == 1, reminders.c.state == "waiting")
    assert await records.rows(agreed, waiting) == []

    await office.taps("Publier")
    await confirm(moussa, awa)


async def test_after_an_answer_it_is_too_late(agreed: DemoWorld) -> None:
    office, moussa = agreed.coordinator, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    offered = await office.sees("publié pour 2 personnes")

    assert str(await office.taps("Reprendre", on=offered)).startswith(TOO_LATE)

    await moussa.sees("Vous venez. Merci")


async def test_after_two_minutes_it_is_too_late(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await plan(agreed, "Moussa", "Awa")
    offered = await office.sees("publié pour 2 personnes")
    await agreed.jump(agreed.clock.now() + timedelta(minutes=3))

    assert str(await office.taps("Reprendre", on=offered)).startswith(TOO_LATE)

    assert await records.rows(agreed, select(jobs.c.state).where(jobs.c.id == 1)) == [
        ("published",)
    ]
