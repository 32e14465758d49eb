"""The crew answers with one tap, each in their language; who does not come is replaced."""

from bot.demo.world import DemoWorld
from tests.journeys.steps import (
    ON_THE_EVE,
    asked,
    confirm,
    plan,
)


async def test_each_speaks_their_language_and_french_stands_below(agreed: DemoWorld) -> None:
    olena = agreed.crew[4]
    await plan(agreed, "Moussa", "Olena")
    card = await olena.sees("Are you coming?")
    assert card.buttons == (("✅ Yes", "❌ No"), ("🗺️ Map",))
    assert card.styles[0] == ("success", "danger")
    assert "Monday 14 December 2026" in card.text
    in_french = "🇫🇷 lundi 14 décembre 2026, 07:30, 12 rue Hoche, 93500 Pantin. ❓ Vous venez ?"
    assert in_french in card.text
    assert card.urls[1] == (
        "https://www.google.com/maps/search/?api=1&query=12+rue+Hoche+93500+Pantin+France",
    )


async def test_two_taps_do_one_thing_and_old_cards_do_nothing(agreed: DemoWorld) -> None:
    moussa = agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    card = await moussa.sees("Vous venez ?")
    yes, no = card.code("✅ Oui"), card.code("❌ Non")
    assert await moussa.presses(yes, card) == "✅ Merci !"
    assert await moussa.presses(yes, card) == "C’est déjà répondu 👍"
    assert await moussa.presses(no, card) == "C’est déjà répondu 👍"
    await moussa.sees("Vous venez. Merci")
    shown = await agreed.coordinator.sees("✅ Moussa", chat=agreed.group)
    assert "🕐 Awa" in shown.text


async def test_a_no_is_told_at_once_and_can_be_taken_back(agreed: DemoWorld) -> None:
    awa = agreed.crew[1]
    await plan(agreed, "Moussa", "Awa")
    await awa.taps("❌ Non")
    alert = await agreed.coordinator.sees("Awa ne vient pas", chat=agreed.group)
    assert alert.labels == ("🔁 Remplacer Awa",)
    await awa.taps("Si, je viens")
    await awa.sees("Vous venez. Merci")
    undone = await agreed.coordinator.sees("Awa vient finalement", chat=agreed.group)
    assert undone.buttons == ()


async def test_somebody_else_comes_instead(agreed: DemoWorld) -> None:
    moussa, awa, karim = agreed.crew[:3]
    await plan(agreed, "Moussa", "Awa")
    await moussa.taps("✅ Oui")
    await awa.taps("❌ Non")
    await agreed.coordinator.taps("Remplacer Awa", chat=agreed.group)
    choice = await asked(agreed.coordinator, "Qui remplace Awa ?")
    assert {label.split()[0] for label in choice.labels} == {"Karim", "Fatou", "Olena", "Tariq"}
    swap = choice.code("Karim")
    await agreed.coordinator.taps("Karim", on=choice)
    again = await agreed.coordinator.presses(swap, choice)
    assert again == "Cela a changé entre-temps. Regardez la carte à jour."
    await confirm(karim)
    await awa.sees("On n’a plus besoin de vous")
    card = await agreed.coordinator.sees("Équipe complète", chat=agreed.group)
    assert "✅ Karim" in card.text
    assert "Awa" not in card.text
    await agreed.coordinator.sees("Karim remplace Awa", chat=agreed.group)


async def test_the_silent_are_reminded_and_then_reported(agreed: DemoWorld) -> None:
    moussa, awa = agreed.crew[0], agreed.crew[1]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    await agreed.jump(ON_THE_EVE)
    assert "Demain 07:30" in (await moussa.sees("⏰")).text
    reminder = await awa.sees("Demain 07:30")
    assert ("✅ Oui", "❌ Non") in reminder.buttons
    alert = await agreed.coordinator.sees("pas encore de réponse", chat=agreed.group)
    assert "de Awa · 06 39 98 00 05." in alert.text
