"""A client asks for another day as they speak; a coordinator accepts it or offers another."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox.seen import Seen
from storage.tables import jobs
from tests.journeys import records
from tests.journeys.hearing import heard
from tests.journeys.steps import asked, confirm, plan, set_off

START = select(jobs.c.start_on).where(jobs.c.id == 1)
CHANGED = "Cela a changé entre-temps. Regardez la carte à jour."


async def _asks(world: DemoWorld, day: str) -> None:
    """The client asks from the card of the request."""
    client = world.client
    await client.says("/status")
    mark = client.mark()
    await client.taps("📦 DEM-2026-0001")
    card = await client.sees_after(mark, lambda seen: "📅 Un autre jour" in seen.labels)
    await client.taps("📅 Un autre jour", on=card)
    await client.sees("Quel jour vous arrange mieux")
    await client.says(day)
    await client.sees("nous regardons si")


async def _offers(world: DemoWorld, day: str) -> None:
    """A coordinator names another day than the one that is wished."""
    office = world.coordinator
    await office.taps("📅 Proposer un autre jour", on=await asked(office, "demande"))
    await office.sees("Quel jour proposer")
    await office.says(day)


async def _offered(world: DemoWorld, day: str) -> Seen:
    """The client wished for Wednesday and is offered another day."""
    await _asks(world, "16/12/2026")
    await world.coordinator.taps("📅 Répondre", chat=world.group)
    await _offers(world, day)
    return await asked(world.client, "Nous vous proposons")


async def test_a_wish_is_accepted_and_the_crew_is_asked_for_the_new_day(agreed: DemoWorld) -> None:
    office, client, (moussa, awa, karim) = agreed.coordinator, agreed.client, agreed.crew[:3]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    marks = {person: person.mark() for person in (moussa, awa, karim)}

    await _asks(agreed, "mercredi 16 décembre")

    wanted = await office.sees("demande mercredi 16 décembre 2026", chat=agreed.group)
    assert "lundi 14 décembre 2026" in wanted.text
    assert heard(moussa, marks[moussa]) == []  # nothing moves before the answer
    await office.taps("📅 Répondre", chat=agreed.group)
    await office.taps("✅ Accepter mer. 16 déc.")
    await client.sees("📅 lun. 14 déc. → mer. 16 déc.")
    for person in (moussa, awa):
        asked = await person.sees_after(marks[person], "📅 lun. 14 déc. → mer. 16 déc.")
        assert "Vous venez ?" in asked.text
    assert heard(karim, marks[karim]) == []
    assert str((await records.rows(agreed, START))[0][0]) == "2026-12-16"
    answered = await office.sees("a sa réponse", chat=agreed.group)
    assert answered.labels == ()


async def test_another_day_is_offered_and_taken(agreed: DemoWorld) -> None:
    office, client, moussa = agreed.coordinator, agreed.client, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await _asks(agreed, "16/12/2026")
    await office.taps("📅 Répondre", chat=agreed.group)
    await office.taps("📅 Proposer un autre jour")
    await office.sees("Quel jour proposer")
    await office.says("17/12/2026")
    await office.sees("est proposé au client")

    offered = await client.sees("Nous vous proposons jeudi 17 décembre 2026")
    await client.taps("✅ Oui, jeu. 17 déc.", on=offered)

    await client.sees("nous venons jeudi 17 décembre 2026")
    await office.sees("accepte jeudi 17 décembre 2026", chat=agreed.group)
    await moussa.sees("📅 lun. 14 déc. → jeu. 17 déc.")
    assert str((await records.rows(agreed, START))[0][0]) == "2026-12-17"
    again = await client.presses(offered.code("✅ Oui"), offered)
    assert again == "Cela a changé entre-temps. Regardez la carte à jour."


async def test_the_day_is_kept_and_nobody_of_the_crew_hears_of_it(agreed: DemoWorld) -> None:
    office, client, moussa = agreed.coordinator, agreed.client, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await moussa.sees("Vous venez ?")
    mark = moussa.mark()
    await _asks(agreed, "16/12/2026")
    await office.taps("📅 Répondre", chat=agreed.group)
    await office.taps("Garder lun. 14 déc.")

    await client.sees("ce n’est pas possible. Nous venons lundi 14 décembre 2026")
    assert heard(moussa, mark) == []


async def test_words_outside_any_question_offer_another_day(agreed: DemoWorld) -> None:
    client = agreed.client
    await plan(agreed, "Moussa", "Awa")
    mark = client.mark()

    await client.says("Bonjour, peut-on venir le 16 plutôt ?")

    asked = await client.sees_after(mark, lambda seen: "🚫 Aucune de ces demandes" in seen.labels)
    await client.taps("DEM-2026-0001", on=asked)
    answer = await client.sees_after(mark, "c’est transmis")
    assert answer.labels == ("📅 Un autre jour",)
    await client.taps("📅 Un autre jour", on=answer)
    await client.sees("Quel jour vous arrange mieux")


async def test_a_yes_that_comes_when_the_crew_is_on_site_moves_nothing(agreed: DemoWorld) -> None:
    client, (moussa, awa) = agreed.client, agreed.crew[:2]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    offered = await _offered(agreed, "17/12/2026")
    await set_off(agreed, moussa)

    assert await client.presses(offered.code("✅ Oui"), offered) == CHANGED

    held = select(jobs.c.start_on, jobs.c.state).where(jobs.c.id == 1)
    [(on, state)] = await records.rows(agreed, held)
    assert (str(on), state) == ("2026-12-14", "on_site")


async def test_a_yes_that_comes_after_the_offered_day_moves_nothing(agreed: DemoWorld) -> None:
    client = agreed.client
    await plan(agreed, "Moussa", "Awa")
    offered = await _offered(agreed, "15/12/2026")
    await agreed.jump(datetime(2026, 12, 15, 11, 0, tzinfo=UTC))

    assert await client.presses(offered.code("✅ Oui"), offered) == CHANGED

    assert str((await records.rows(agreed, START))[0][0]) == "2026-12-14"


async def test_the_present_day_is_not_offered_and_a_soft_rule_is_shown_before(
    agreed: DemoWorld,
) -> None:
    office, client, moussa = agreed.coordinator, agreed.client, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await _asks(agreed, "16/12/2026")
    await office.taps("📅 Répondre", chat=agreed.group)
    mark = client.mark()

    await _offers(agreed, "14/12/2026")
    await office.sees("C’est déjà ce jour-là")
    await _offers(agreed, "20/12/2026")
    looked = await office.sees("regardez ces points")
    assert "⚠️" in looked.text
    assert heard(client, mark) == []

    await office.taps("Quand même", on=looked)
    offered = await client.sees("Nous vous proposons dimanche 20 décembre 2026")
    await client.taps("✅ Oui", on=offered)

    await moussa.sees("📅 lun. 14 déc. → dim. 20 déc.")
    assert "Le client est d’accord" in (await office.sees("malgré", chat=agreed.group)).text
