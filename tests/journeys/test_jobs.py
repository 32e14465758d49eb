"""Jobs of several days, a leader who does not come, and where things stand for each."""

from datetime import UTC, datetime

from bot.demo.world import DemoWorld
from tests.journeys.steps import asked, confirm, draft, plan, set_off

SECOND_MORNING = datetime(2026, 12, 15, 5, 30, tzinfo=UTC)


async def test_a_job_of_three_days_takes_working_days_in_a_row(agreed: DemoWorld) -> None:
    moussa, awa = agreed.crew[:2]
    card = await draft(agreed, "Moussa", "Awa", request=2)
    assert "du lundi 14 décembre 2026 au mercredi 16 décembre 2026 (3 jours)" in card.text
    assert "🕐 07:30 → 14:15 · 6 h 18 par personne et par jour" in card.text
    await agreed.coordinator.taps("Publier", on=card)
    assert "mercredi 16 décembre 2026 (3 jours)" in (await agreed.client.sees("C’est prévu")).text
    await confirm(moussa, awa)
    await set_off(agreed, moussa)
    await agreed.jump(SECOND_MORNING)
    reminder = await awa.sees("Aujourd’hui 07:30")
    assert "📍 Sur place" in reminder.text


async def test_the_leader_does_not_come_and_another_leads(agreed: DemoWorld) -> None:
    moussa, awa, _, fatou, *_ = agreed.crew
    await plan(agreed, "Moussa", "Karim", request=2)
    await moussa.taps("❌ Non")
    await agreed.coordinator.taps("Remplacer Moussa", chat=agreed.group)
    choice = await asked(agreed.coordinator, "Qui remplace Moussa ?")
    assert choice.labels == ("Fatou",)
    await agreed.coordinator.taps("Fatou", on=choice)
    await fatou.taps("✅ Oui")
    await agreed.crew[2].taps("✅ Oui")
    board = await agreed.coordinator.sees("Équipe complète", chat=agreed.group)
    assert "✅ Fatou ★" in board.text
    await agreed.jump(datetime(2026, 12, 14, 5, 30, tzinfo=UTC))
    await fatou.taps("Je pars")
    await agreed.client.sees("L’équipe est en route")
    assert not any("Je pars" in label for seen in awa.screen for label in seen.labels)


async def test_nobody_sets_off_before_the_day(agreed: DemoWorld) -> None:
    moussa = agreed.crew[0]
    await plan(agreed, "Moussa", "Awa", request=2)
    card = await moussa.sees("Vous venez ?")
    assert not any("Je pars" in label for label in card.labels)
    early = await moussa.presses(card.code("✅ Oui").replace("a:yes", "a:go"), card)
    assert early == "Pas encore : c’est le lundi 14 décembre 2026."


async def test_each_can_see_where_things_stand(agreed: DemoWorld) -> None:
    moussa, client, office = agreed.crew[0], agreed.client, agreed.coordinator
    await office.says("/status")
    home = await office.sees("À suivre")
    assert "✅ Acceptée" in home.text
    assert "📥 DEM-2026-0002" in home.labels
    mark = office.mark()
    await office.taps("📥 DEM-2026-0002", on=home)
    await office.sees_after(mark, "Bâti Nord")
    await plan(agreed, "Moussa", "Awa", request=2)
    await client.says("/status")
    home = await client.sees(lambda seen: "🏢 Bâti Nord" in seen.text)
    assert "INT-2026-0002 · lundi 14 décembre 2026 · 07:30\n📅 C’est prévu." in home.text
    await moussa.says("/status")
    mine = await moussa.sees("❓ Répondez oui ou non")
    assert mine.labels == (
        "👁 INT-2026-0002",
        "🤒 Malade aujourd’hui",
        "🗓 Pas disponible",
        "🗓 Ma semaine prochaine",
    )
    mark = moussa.mark()
    await moussa.taps("👁 INT-2026-0002")
    await moussa.sees_after(mark, "Vous venez ?")
    mark = office.mark()
    await office.says("/status")
    desk = await office.sees_after(mark, "À suivre")
    assert "🕐 Publié, réponses attendues" in desk.text
    assert "DEM-2026-0002" not in desk.text  # the job stands for it


async def test_a_photo_before_arriving_is_not_lost_in_silence(agreed: DemoWorld) -> None:
    moussa = agreed.crew[0]
    await plan(agreed, "Moussa", "Awa", request=2)
    await confirm(moussa)
    await agreed.jump(datetime(2026, 12, 14, 5, 30, tzinfo=UTC))
    await moussa.taps("Je pars")
    await moussa.sees("Le client le sait")
    await moussa.sends_photos(3)
    await moussa.sees("Touchez d’abord « Je suis arrivé »")
    hints = [seen for seen in moussa.screen if "Touchez d’abord" in seen.text]
    assert len(hints) == 1
