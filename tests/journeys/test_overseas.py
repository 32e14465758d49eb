"""A company overseas: its plans, reminders, cards and papers go by its own clock."""

from datetime import UTC, datetime
from pathlib import Path

from bot.demo.world import bot_running, set_up
from bot.telegram.limits import SendLimits
from tests.conftest import NOW
from tests.documents.reading import text_of
from tests.journeys.seeds import agreed_quotes
from tests.journeys.steps import confirm, plan, prove, set_off

AN_HOUR_BEFORE = datetime(2026, 12, 14, 2, 30, tzinfo=UTC)  # 06:30 on Réunion


async def test_the_day_goes_by_the_clock_of_the_settings(tmp_path: Path) -> None:
    limits = SendLimits(0, 0, 0)
    async with set_up(tmp_path, now=NOW, send_limits=limits, timezone="Indian/Reunion") as world:
        await agreed_quotes(world, 20)
        async with bot_running(world.settings, world.clock):
            moussa, awa = world.crew[:2]
            await plan(world, "Moussa", "Awa")
            await confirm(moussa, awa)
            await set_off(world, moussa, AN_HOUR_BEFORE)
            await prove(moussa)
            board = await world.coordinator.sees("🏁 06:30 fini", chat=world.group)
            assert "🕐 07:30" in board.text
            report = await world.coordinator.sees("Compte rendu INT-2026-0001", chat=world.group)
            shown = text_of(await report.bytes())
            assert "07:30" in shown
            assert "06:30" in shown
