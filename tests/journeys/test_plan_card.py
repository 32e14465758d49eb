"""The plan in a coordinator's private chat follows the job, as the group's card does."""

from collections.abc import Callable

from bot.demo.world import DemoWorld
from sandbox.seen import Seen
from tests.journeys.steps import confirm, plan


def with_crew(*crew: str) -> Callable[[Seen], object]:
    """Fit the plan's card once it shows these, each with their answer."""

    def fits(seen: Seen) -> bool:
        return "Plan INT-2026-0001" in seen.text and f"👷 {', '.join(crew)}" in seen.text

    return fits


async def test_the_plan_s_card_shows_each_answer(agreed: DemoWorld) -> None:
    office, (moussa, awa) = agreed.coordinator, agreed.crew[:2]
    await plan(agreed, "Moussa", "Awa")
    published = await office.sees(with_crew("🕐 Moussa ★", "🕐 Awa"))
    assert "Publié, réponses attendues" in published.text
    assert published.labels == (
        "📅 Autre jour",
        "🕐 Autre heure",
        "👷 Remplacer",
        "🚚 Autre véhicule",
        "✏️ Changer ce plan",
        "✖ Annuler le chantier",
    )

    await confirm(moussa)
    await office.sees(with_crew("✅ Moussa ★", "🕐 Awa"))
    await awa.taps("❌ Non")
    followed = await office.sees(with_crew("✅ Moussa ★", "❌ Awa"))

    assert followed.message_id == published.message_id
    assert followed.edited
