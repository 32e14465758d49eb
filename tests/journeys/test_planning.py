"""A coordinator plans: what stands in the way is said, and a plan can be taken back."""

from bot.demo.world import DemoWorld
from tests.journeys.hearing import heard
from tests.journeys.steps import (
    asked,
    confirm,
    draft,
    plan,
    ticked,
)


async def test_what_is_against_a_plan_is_named_all_at_once(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    card = await draft(agreed, "Karim")
    assert (
        "⛔ Karim ferait 13 h 15 le lundi 14 décembre 2026. Maximum : 10 h par jour." in card.text
    )
    assert "⛔ Il faut au moins 2 personnes. Il y en a 1." in card.text
    assert "⛔ Il manque un chef d’équipe." in card.text
    assert "⚠️ Personne dans l’équipe n’est secouriste (SST)." in card.text
    assert not any("Publier" in label for label in card.labels)

    await office.taps("✏️ Équipe")
    await office.taps("☐ Fatou")
    await ticked(office, "Fatou")
    await office.taps("Terminé")
    soft = await office.sees(lambda seen: "Fatou ★" in seen.text and "Plan INT" in seen.text)
    assert "⛔" not in soft.text
    await office.taps("Publier quand même", on=soft)
    await asked(office, "Pourquoi publier quand même")
    await office.taps("Autre chose")
    await office.says("Le secouriste rejoint à midi")
    board = await office.sees("Publié, réponses attendues", chat=agreed.group)
    assert "Publié malgré : pas de secouriste" in board.text
    assert "Le secouriste rejoint à midi" in board.text


async def test_who_is_booked_is_shown_and_cannot_be_planned_twice(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await plan(agreed, "Moussa", "Awa")
    await office.says("/start plan-2")
    await office.taps("lun. 14 déc.")
    await office.taps("07:30")
    question = await asked(office, "Qui y va")
    assert "☐ ⛔ Moussa · INT-2026-0001" in question.labels
    assert "☐ Fatou ★" in question.labels
    await office.taps("Moussa")
    await office.taps("Fatou")
    await office.taps("Terminé")
    await office.taps("Passer")
    assert "⛔ Camion 20 m³ · AB-123-CD" in (await asked(office, "quel véhicule")).labels
    await office.taps("Camion")
    card = await asked(office, "Plan INT-2026-0002")
    assert "⛔ Moussa est déjà sur INT-2026-0001 le lundi 14 décembre 2026." in card.text
    assert "⛔ Camion 20 m³ · AB-123-CD est déjà sur INT-2026-0001" in card.text
    assert "Changez ce qui bloque" in card.text


async def test_publishing_twice_tells_the_second(agreed: DemoWorld) -> None:
    card = await draft(agreed, "Moussa", "Awa")
    publish = card.code("Publier")
    assert "Publié" in str(await agreed.coordinator.presses(publish, card))
    again = await agreed.coordinator.presses(publish, card)
    assert again == "Cela a changé entre-temps. Regardez la carte à jour."
    await agreed.client.sees("C’est prévu")
    cards = [seen for seen in agreed.crew[1].screen if "Vous venez ?" in seen.text]
    assert len(cards) == 1


async def test_a_plan_is_taken_back_and_everybody_is_asked_again(agreed: DemoWorld) -> None:
    moussa, awa, fatou = agreed.crew[0], agreed.crew[1], agreed.crew[3]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa, awa)
    old = await moussa.sees("Vous venez. Merci")
    await agreed.coordinator.taps("Changer le plan", chat=agreed.group)
    await agreed.coordinator.taps("Changer ce plan")
    await moussa.sees("Attendez. Le plan change")
    await agreed.client.sees("La date change")
    await agreed.coordinator.taps("✏️ Jour")
    await agreed.coordinator.sees("Quel jour commence-t-on")
    await agreed.coordinator.taps("mar. 15 déc.")
    await agreed.coordinator.sees(lambda seen: "Plan INT" in seen.text and "15 déc" in seen.text)
    await agreed.coordinator.taps("✏️ Équipe")
    await agreed.coordinator.taps("☑ Awa")
    await agreed.coordinator.taps("☐ Fatou")
    await ticked(agreed.coordinator, "Fatou")
    await agreed.coordinator.taps("Terminé")
    mark = awa.mark()
    card = await agreed.coordinator.sees(lambda seen: "👷 Moussa ★, Fatou" in seen.text)
    assert heard(awa, mark) == []  # a draft is silent
    await agreed.coordinator.taps("Publier", on=card)
    await awa.sees_after(mark, "On n’a plus besoin de vous")
    await fatou.sees("Vous venez ?")
    card = await moussa.sees("Vous venez ?")
    assert "mardi 15 décembre 2026" in card.text
    assert await moussa.presses(old.code("Je ne peux plus"), old) == "C’est déjà répondu 👍"
    await agreed.client.sees("mardi 15 décembre 2026")


async def test_a_proposed_team_is_taken_with_one_tap(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await office.says("/start plan-1")
    await office.taps("lun. 14 déc.")
    await office.taps("07:30")
    question = await asked(office, "Équipes proposées")
    assert "aucune règle enfreinte" in question.text
    await office.taps("Pourquoi pas les autres")
    await asked(office, "Dans aucune équipe")
    await office.taps("Équipe 1")
    card = await asked(office, "Plan INT-2026-0001")
    assert "⛔" not in card.text
    await office.taps("Publier", on=card)
    await office.sees("Publié, réponses attendues", chat=agreed.group)


async def test_a_plan_of_two_days_apart_reaches_the_crew_day_by_day(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    card = await draft(agreed, "Moussa", "Awa")
    await office.taps("Jours, personnes, véhicules", on=card)
    await office.taps("➕ Jour", on=await asked(office, "Jours"))
    await office.taps("mar. 15 déc.", on=await asked(office, "mar. 15 déc."))
    await office.taps("Un jour plus tard", on=await asked(office, "mar. 15 déc."))
    soft = await office.sees(lambda seen: "Plan INT" in seen.text and "mer. 16 déc." in seen.text)
    assert "Le devis prévoit 1 jour" in soft.text
    await office.taps("Publier quand même", on=soft)
    await office.taps("Le client est d’accord", on=await asked(office, "Pourquoi publier"))
    await agreed.crew[1].sees("mercredi 16 décembre 2026")
    await agreed.client.sees("lun. 14 déc., mer. 16 déc.")
