"""One thing of a published plan changes: those touched hear it, nobody is asked anew."""

from datetime import UTC, datetime, time

from sqlalchemy import select

from bot.demo.world import DemoWorld
from domain.reminders import ReminderKind
from sandbox import SandboxPerson
from sandbox.seen import Seen
from storage.tables import assignments, jobs, reminders
from tests.journeys import records
from tests.journeys.hearing import heard
from tests.journeys.steps import (
    card,
    confirm,
    draft,
    plan,
    second_coordinator,
    set_off,
)

JOB = "INT-2026-0001"
ON_THE_WAY = datetime(2026, 12, 14, 5, 45, tzinfo=UTC)


async def _moves(office: SandboxPerson, label: str) -> Seen:
    """Open the plan and tap what is to change."""
    mark = office.mark()
    await office.says("/start plan-1")
    shown = await office.sees_after(mark, lambda seen: label in seen.labels)
    await office.taps(label, on=shown)
    return shown


async def _mornings(world: DemoWorld) -> list[tuple[object, ...]]:
    query = (
        select(reminders.c.due_at)
        .where(reminders.c.kind == ReminderKind.MORNING, reminders.c.state == "waiting")
        .distinct()
    )
    return await records.rows(world, query)


async def test_the_hour_changes_and_only_that_is_said(agreed: DemoWorld) -> None:
    office, client, (moussa, awa, karim) = agreed.coordinator, agreed.client, agreed.crew[:3]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    await office.sees("Équipe complète", chat=agreed.group)
    old = await moussa.sees("Vous venez. Merci")
    marks = {person: person.mark() for person in (moussa, awa, karim, client)}

    await _moves(office, "🕐 Autre heure")
    await office.taps("08:00")

    done = await office.sees(f"{JOB} : changé")
    assert "🕐 07:30 → 08:00" in done.text
    for person in (moussa, awa, client):
        await person.sees_after(marks[person], "🕐 07:30 → 08:00")
        assert len(heard(person, marks[person])) == 1
    assert heard(karim, marks[karim]) == []
    board = await office.sees("Équipe complète", chat=agreed.group)
    assert "✅ Moussa ★\n✅ Awa" in board.text
    assert "🕐 08:00" in board.text
    assert await _mornings(agreed) == [(datetime(2026, 12, 14, 5, 0, tzinfo=UTC),)]  # 06:00
    assert await moussa.presses(old.code("Je ne peux plus"), old) == "C’est déjà répondu 👍"

    await office.taps("Remettre 07:30", on=done)
    await awa.sees("🕐 08:00 → 07:30")


async def test_the_day_changes_after_the_crew_set_off(agreed: DemoWorld) -> None:
    office, client, (moussa, awa) = agreed.coordinator, agreed.client, agreed.crew[:2]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    await set_off(agreed, moussa)

    await _moves(office, "📅 Autre jour")
    await office.says("13/12/2026")
    await office.sees("est déjà passé")
    await office.says("16/12/2026")

    await office.sees(f"{JOB} : changé")
    asked = await moussa.sees("📅 lun. 14 déc. → mer. 16 déc.")
    assert "Vous venez ?" in asked.text
    assert "mercredi 16 décembre 2026" in asked.text
    await client.sees("📅 lun. 14 déc. → mer. 16 déc.")
    [(state, en_route)] = await records.rows(
        agreed, select(jobs.c.state, jobs.c.en_route_at).where(jobs.c.id == 1)
    )
    assert (state, en_route) == ("published", None)
    await confirm(moussa, awa)
    await set_off(agreed, moussa, at=datetime(2026, 12, 16, 5, 30, tzinfo=UTC))


async def test_a_person_is_replaced_and_the_other_is_left_alone(agreed: DemoWorld) -> None:
    office, (moussa, awa, karim) = agreed.coordinator, agreed.crew[:3]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    mark, told = moussa.mark(), awa.mark()

    await _moves(office, "👷 Remplacer")
    await office.taps("Awa", on=await office.sees("Qui faut-il remplacer"))
    await office.taps("Karim", on=await card(office, "Karim"))

    await office.sees("Karim remplace Awa")
    await awa.sees_after(told, "On n’a plus besoin de vous")
    await confirm(karim)
    await office.sees("Équipe complète", chat=agreed.group)
    assert heard(moussa, mark) == []
    rows = await records.rows(agreed, select(assignments.c.state).where(assignments.c.job_id == 1))
    assert rows == [("confirmed",), ("confirmed",)]


async def test_a_person_is_replaced_while_the_crew_is_on_its_way(agreed: DemoWorld) -> None:
    office, (moussa, awa, karim) = agreed.coordinator, agreed.crew[:3]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    await set_off(agreed, moussa)

    await _moves(office, "👷 Remplacer")
    await office.taps("Awa", on=await office.sees("Qui faut-il remplacer"))
    choice = await office.sees("Appelez d’abord la personne")
    await office.taps("Karim", on=choice)

    await office.sees("Karim remplace Awa, tout de suite")
    await karim.sees("Vous remplacez quelqu’un, maintenant")
    await awa.sees("On n’a plus besoin de vous")
    board = await office.sees("✅ Karim", chat=agreed.group)
    assert "📍 Sur place" in board.text


async def test_the_van_changes_without_a_word_to_the_client(agreed: DemoWorld) -> None:
    office, client, moussa = agreed.coordinator, agreed.client, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await client.sees("C’est prévu")
    mark, told = client.mark(), moussa.mark()

    await _moves(office, "🚚 Autre véhicule")
    choice = await office.sees("quel véhicule à la place")
    await office.taps("Fourgon", on=choice)

    await moussa.sees_after(told, " → ")
    assert len(heard(moussa, told)) == 1
    assert heard(client, mark) == []


async def test_a_hard_rule_refuses_and_nothing_changes(agreed: DemoWorld) -> None:
    office, awa = agreed.coordinator, agreed.crew[1]
    await plan(agreed, "Moussa", "Awa")
    await office.says("/absence Awa 16/12/2026")
    await office.sees("Awa : absent")
    mark = awa.mark()

    await _moves(office, "📅 Autre jour")
    await office.says("16/12/2026")

    refused = await office.sees("le plan reste comme il est")
    assert "⛔ Awa n’est pas là le mercredi 16 décembre 2026." in refused.text
    [(on,)] = await records.rows(agreed, select(jobs.c.start_on).where(jobs.c.id == 1))
    assert on.isoformat() == "2026-12-14"
    assert heard(awa, mark) == []


async def test_the_second_of_two_coordinators_is_told_what_the_first_did(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await plan(agreed, "Moussa", "Awa")
    second = await second_coordinator(agreed)
    await _moves(office, "🕐 Autre heure")
    await office.sees("À quelle heure à la place")
    await _moves(second, "🕐 Autre heure")
    await second.taps("09:00")
    await second.sees(f"{JOB} : changé")

    await office.taps("08:00", on=await office.sees("À quelle heure à la place"))

    told = await office.sees("Votre changement n’est pas fait")
    assert "Moussa" in told.text
    assert "🕐 07:30 → 09:00" in told.text
    [(at,)] = await records.rows(agreed, select(jobs.c.start_time).where(jobs.c.id == 1))
    assert at == time(9)


async def test_a_soft_rule_wants_a_reason_which_is_kept_and_shown(agreed: DemoWorld) -> None:
    office, moussa = agreed.coordinator, agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await moussa.sees("Vous venez ?")
    mark = moussa.mark()
    await _moves(office, "📅 Autre jour")
    await office.says("20/12/2026")
    looked = await office.sees("regardez ces points")
    assert "⚠️" in looked.text
    assert heard(moussa, mark) == []

    await office.taps("Quand même", on=looked)
    await office.taps("Le client est d’accord", on=await office.sees("Pourquoi changer quand même"))

    await office.sees(f"{JOB} : changé")
    await moussa.sees_after(mark, "📅 lun. 14 déc. → dim. 20 déc.")
    await office.sees("Le client est d’accord", chat=agreed.group)


async def test_an_absence_on_a_day_before_the_wanted_ones_refuses_the_move(
    agreed: DemoWorld,
) -> None:
    """The client's days begin on the 14th: who is away on the 10th is seen all the same."""
    office = agreed.coordinator
    await plan(agreed, "Moussa", "Awa")
    await office.says("/absence Awa 10/12/2026")
    await office.sees("Awa : absent")

    await _moves(office, "📅 Autre jour")
    await office.says("10/12/2026")

    refused = await office.sees("le plan reste comme il est")
    assert "⛔ Awa n’est pas là le jeudi 10 décembre 2026." in refused.text


async def test_a_van_that_breaks_down_after_the_start_is_changed(agreed: DemoWorld) -> None:
    office, (moussa, awa) = agreed.coordinator, agreed.crew[:2]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    await set_off(agreed, moussa)
    await agreed.jump(datetime(2026, 12, 14, 7, 10, tzinfo=UTC))  # 08:10, on site since 07:30

    await _moves(office, "🚚 Autre véhicule")
    await office.taps("Fourgon", on=await office.sees("quel véhicule à la place"))

    await office.sees(f"{JOB} : changé")
    await moussa.sees(" → ")


async def test_the_hour_of_a_first_day_with_a_start_of_its_own_changes(agreed: DemoWorld) -> None:
    """The usual start is 07:30, the day's own is 08:00: that one is told, and moved."""
    office, moussa = agreed.coordinator, agreed.crew[0]
    drafted = await draft(agreed, "Moussa", "Awa")
    await office.taps("Jours, personnes, véhicules", on=drafted)
    await office.taps("lun. 14 déc.", on=await card(office, "lun. 14 déc."))
    await office.taps("🕐 + 30 min", on=await card(office, "🕐 + 30 min"))
    later = await office.sees(lambda seen: "Plan INT" in seen.text and "08:00" in seen.text)
    await office.taps("Publier", on=later)
    await office.sees("Publié, réponses attendues", chat=agreed.group)
    mark = moussa.mark()

    await _moves(office, "🕐 Autre heure")
    await office.taps("09:00")

    done = await office.sees(f"{JOB} : changé")
    assert "🕐 08:00 → 09:00" in done.text
    await moussa.sees_after(mark, "🕐 08:00 → 09:00")
    assert "09:00" in (await office.sees("Publié, réponses attendues", chat=agreed.group)).text
    assert await _mornings(agreed) == [(datetime(2026, 12, 14, 6, 0, tzinfo=UTC),)]  # 07:00

    await office.taps("Remettre 08:00", on=done)
    await moussa.sees("🕐 09:00 → 08:00")
