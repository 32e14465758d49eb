"""Somebody is ill or away: it is said once, the job is asked of another, nobody else is told."""

from bot.demo.world import DemoWorld
from tests.journeys.hearing import heard
from tests.journeys.steps import card, plan

JOB = "INT-2026-0001"


async def test_a_coordinator_enters_an_absence_in_one_line(agreed: DemoWorld) -> None:
    office, awa, karim = agreed.coordinator, agreed.crew[1], agreed.crew[2]
    await plan(agreed, "Moussa", "Karim")
    await karim.sees(JOB)
    before, told = awa.mark(), karim.mark()

    await office.says("/absence Karim du 14 au 18 décembre")

    done = await office.sees("Karim : absent du lundi 14 décembre 2026")
    assert JOB in done.text
    await office.sees("Karim ne vient pas", chat=agreed.group)
    await karim.sees_after(told, JOB)
    assert heard(awa, before) == []
    await office.taps("Je me suis trompé", on=done)
    await office.sees("Karim : de nouveau là")


async def test_a_member_is_ill_today_with_one_tap(world: DemoWorld) -> None:
    office, awa = world.coordinator, world.crew[1]
    await awa.says("/status")
    await awa.taps("Malade aujourd’hui")
    done = await awa.sees("Awa : absent")
    await office.sees("Awa ne peut pas venir", chat=world.group)

    await office.says("/away")
    await office.sees("• Awa :")
    await awa.taps("Je me suis trompé", on=done)
    await awa.sees("Awa : de nouveau là")
    await office.sees("Awa : de nouveau là", chat=world.group)


async def test_a_member_says_when_they_are_not_available(world: DemoWorld) -> None:
    awa = world.crew[1]
    await awa.says("/status")
    await awa.taps("Pas disponible")
    asked = await awa.sees("Quand ne venez-vous pas")
    mark = awa.mark()
    await awa.says("je ne sais pas")
    await awa.sees_after(mark, "Touchez un jour, ou écrivez par exemple")
    assert asked.labels

    await awa.says("demain matin")

    await awa.sees("le matin. C’est noté")


async def test_an_unknown_name_is_answered_with_the_names(world: DemoWorld) -> None:
    office = world.coordinator

    await office.says("/absence Bernadette demain")

    await office.sees("Je ne connais personne de ce nom")
    listed = await office.sees("Personne n’est absent")
    assert "➕ Karim" in listed.labels


async def test_nobody_takes_another_s_absence_back(world: DemoWorld) -> None:
    office, awa = world.coordinator, world.crew[1]
    await office.says("/absence Karim demain")
    await office.sees("Karim : absent")
    await awa.says("/status")
    home = await card(awa, "Malade aujourd’hui")

    assert await awa.presses("a:back:1:0", home) == "Ce bouton n’est pas pour vous."

    await office.says("/away")
    await office.sees("• Karim :")


async def test_who_is_away_is_marked_where_crews_are_chosen(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await office.says("/absence Karim du 14 au 18 décembre")
    await office.sees("Karim : absent")

    await office.says("/start plan-1")
    await office.taps("lun. 14 déc.")
    await office.taps("07:30")

    await card(office, "⛔ Karim · absent")


async def test_a_leaver_loses_every_right_and_the_job_asks_for_another(agreed: DemoWorld) -> None:
    office, karim = agreed.coordinator, agreed.crew[2]
    await plan(agreed, "Moussa", "Karim")
    asked = await card(karim, "✅ Oui")
    await office.says("/team")
    await office.taps("👤 Karim")
    await office.taps("A quitté l’entreprise")
    await office.taps("Oui, pour toujours")

    done = await office.sees("Karim n’est plus dans l’équipe")
    assert JOB in done.text
    await office.sees("Karim ne vient pas", chat=agreed.group)
    await karim.sees("Vous n’êtes plus dans l’équipe")
    assert await karim.presses(asked.codes[0][0], asked) == "Ce bouton n’est pas pour vous."

    await office.taps("Je me suis trompé", on=done)
    await office.sees("👤 Karim\n")
    await karim.says("/status")
    await karim.sees("Bonjour Karim")
