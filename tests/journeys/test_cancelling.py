"""Agreed work is cancelled: each who knew of it is told, nobody else, and reminders stop."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.demo.world import DemoWorld
from domain.jobs import JobEvent
from sandbox.seen import Seen
from storage.tables import events, jobs, reminders
from tests.journeys import records
from tests.journeys.hearing import heard
from tests.journeys.steps import confirm, plan

JOB = "INT-2026-0001"
THE_DAY_BEFORE = datetime(2026, 12, 13, 9, 0, tzinfo=UTC)
LIVE = select(reminders.c.id).where(reminders.c.job_id == 1, reminders.c.state == "waiting")


async def _card(world: DemoWorld) -> Seen:
    """The client opens the card of the request."""
    client = world.client
    await client.says("/status")
    mark = client.mark()
    await client.taps("📦 DEM-2026-0001")
    return await client.sees_after(mark, lambda seen: "✖ Annuler" in seen.labels)


async def test_a_client_sees_the_fee_before_it_is_due(agreed: DemoWorld) -> None:
    office, client, (moussa, awa, karim) = agreed.coordinator, agreed.client, agreed.crew[:3]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    await awa.taps("❌ Non")
    await office.sees("Awa ne vient pas", chat=agreed.group)
    await agreed.jump(THE_DAY_BEFORE)
    marks = {person: person.mark() for person in (moussa, awa, karim)}

    await client.taps("✖ Annuler", on=await _card(agreed))
    sure = await client.sees("Annuler INT-2026-0001")
    assert "30 % du prix convenu" in sure.text
    assert heard(moussa, marks[moussa]) == []
    await client.taps("Oui, annuler", on=sure)

    done = await client.sees("INT-2026-0001 est annulé")
    assert "Frais : 30 %" in done.text
    await office.sees("annule INT-2026-0001. Frais : 30 %", chat=agreed.group)
    await moussa.sees_after(marks[moussa], "annulé. Ne venez pas")
    assert len(heard(moussa, marks[moussa])) == 1
    assert heard(awa, marks[awa]) == []  # she had said no
    assert heard(karim, marks[karim]) == []
    assert await records.rows(agreed, LIVE) == []
    trail = select(events.c.details).where(events.c.what == JobEvent.CANCEL)
    [(details,)] = await records.rows(agreed, trail)
    assert details["cancelled"]["percent"] == 30
    assert details["cancelled"]["by"] == "client"
    assert await client.presses(sure.code("Oui, annuler"), sure) == "C’est déjà répondu 👍"

    mark = client.mark()  # both think better of it
    await office.says("/start plan-1")
    await office.taps("Reprendre ce chantier")
    await office.sees("est à nouveau un brouillon")
    assert heard(moussa, marks[moussa])[1:] == []
    assert heard(client, mark) == []


async def test_work_that_was_not_planned_yet_is_cancelled_free_of_charge(agreed: DemoWorld) -> None:
    office, client = agreed.coordinator, agreed.client
    await client.taps("✖ Annuler", on=await _card(agreed))
    sure = await client.sees("C’est gratuit")

    await client.taps("Oui, annuler", on=sure)

    await client.sees("INT-2026-0001 est annulé. Vous ne payez rien")
    await office.sees("annule INT-2026-0001", chat=agreed.group)
    await client.says("/status")
    home = await client.sees(lambda seen: "⏹️ Annulé" in seen.text)
    assert "DEM-2026-0001" in home.text

    mark = office.mark()  # it waits for nobody any more, and can still be taken up again
    await office.says("/status")
    assert "DEM-2026-0001" not in (await office.sees_after(mark, "À suivre")).text
    await office.says("/start plan-1")
    await office.sees("INT-2026-0001 est annulé")
    await office.taps("Reprendre ce chantier")
    await office.sees("est à nouveau un brouillon")
    mark = office.mark()
    await office.says("/status")
    await office.sees_after(mark, "DEM-2026-0001")


async def test_who_is_not_in_the_bot_is_named_to_be_phoned(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await plan(agreed, "Moussa", "Tariq")
    await office.says("/start plan-1")
    await office.taps("✖ Annuler le chantier")
    await office.sees("Pourquoi annulez-vous")
    await office.says("Le camion est en panne")

    done = await office.sees("INT-2026-0001 : annulé")
    assert "par téléphone" in done.text
    assert "Tariq" in done.text


async def test_it_is_free_in_time_and_the_office_pays_nothing_to_cancel(agreed: DemoWorld) -> None:
    office, client, moussa = agreed.coordinator, agreed.client, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await client.taps("✖ Annuler", on=await _card(agreed))
    await client.sees("C’est gratuit")
    await client.taps("Non, garder")
    mark, told = client.mark(), moussa.mark()

    await office.says("/start plan-1")
    await office.taps("✖ Annuler le chantier")
    await office.sees("Pourquoi annulez-vous")
    await office.says("Le camion est en panne <b>")
    done = await office.sees("INT-2026-0001 : annulé")

    read = await client.sees_after(mark, "nous devons annuler")
    assert "Le camion est en panne <b>" in read.text
    await moussa.sees_after(told, "Ne venez pas")

    mark = moussa.mark()
    await office.taps("Reprendre ce chantier", on=done)
    await office.sees("est à nouveau un brouillon")
    assert await records.rows(agreed, select(jobs.c.state).where(jobs.c.id == 1)) == [("draft",)]
    assert heard(moussa, mark) == []
    await office.taps("Publier")
    await moussa.sees_after(mark, "Vous venez ?")
