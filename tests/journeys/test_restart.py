"""The process stops and starts between any two answers: nobody notices."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.demo.world import DemoWorld
from storage.tables import outbox, requests, sessions
from tests.journeys import moments, records
from tests.journeys.moments import REGISTRATION, REQUEST
from tests.journeys.restarts import theatre
from tests.journeys.tongue import Tongue

FRENCH = Tongue("fr")
STORY = (*REGISTRATION, *REQUEST)


async def _counts(world: DemoWorld) -> tuple[int, int]:
    """Requests that came in, conversations that are open."""
    (sent,) = await records.rows(world, select(func.count()).select_from(requests))
    (open_ones,) = await records.rows(world, select(func.count()).select_from(sessions))
    return int(sent[0]), int(open_ones[0])


async def test_a_restart_before_every_answer(db_url: str, tmp_path: Path) -> None:
    async with theatre(tmp_path, db_url) as running:
        client = running.world.client
        await moments.choose_language(client, FRENCH)
        mark = -1
        for moment in STORY:
            await moments.asked(client, FRENCH, moment, mark)
            await running.restart()
            mark = client.mark()
            await moment.answer(client, FRENCH)
        await client.sees("DEM-2026-0001")
        await running.world.coordinator.sees("12 rue Hoche, 93500", chat=running.world.group)
        assert await _counts(running.world) == (1, 0)
        assert running.world.sandbox.unanswered_taps() == 0


async def test_what_was_sent_while_the_bot_was_away_is_taken(db_url: str, tmp_path: Path) -> None:
    async with theatre(tmp_path, db_url) as running:
        client = running.world.client
        await moments.choose_language(client, FRENCH)
        await moments.play(client, FRENCH, (*REGISTRATION, REQUEST[0]))
        await moments.asked(client, FRENCH, REQUEST[1])
        await running.stop()
        for words in ("12 rue Hoche", "93500", "Question par question", "2"):
            await client.says(words)
        await running.start()

        await moments.asked(client, FRENCH, REQUEST[5])
        await moments.play(client, FRENCH, REQUEST[5:])
        await client.sees("DEM-2026-0001")
        assert await records.rows(
            running.world, select(requests.c.address, requests.c.postcode, requests.c.floor)
        ) == [("12 rue Hoche", "93500", 2)]


@pytest.mark.parametrize("given", [*range(1, len(STORY), 3), len(REGISTRATION)])
async def test_stopping_after_a_restart_and_going_on_after_another(
    tmp_path: Path, given: int
) -> None:
    async with theatre(tmp_path) as running:
        client = running.world.client
        await moments.choose_language(client, FRENCH)
        await moments.play(client, FRENCH, STORY[:given])
        await moments.asked(client, FRENCH, STORY[given])
        await running.restart()
        await client.says("/cancel")
        stopped = await client.sees("✖ Arrêté")
        await running.restart()
        mark = client.mark()
        back = [seen for seen in client.screen if "↩ Reprendre" in seen.labels]
        if not back:  # nothing was answered yet: there is nothing to go on with
            assert stopped.buttons == ()
            assert await _counts(running.world) == (0, 0)
            return
        await client.taps("Reprendre")

        await moments.asked(client, FRENCH, STORY[given], mark)
        await moments.play(client, FRENCH, STORY[given:])
        await client.sees("DEM-2026-0001")
        assert await _counts(running.world) == (1, 0)


async def test_a_stopped_request_leaves_nothing_to_be_sent(db_url: str, tmp_path: Path) -> None:
    async with theatre(tmp_path, db_url) as running:
        client = running.world.client
        await moments.choose_language(client, FRENCH)
        await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:6]))
        await moments.asked(client, FRENCH, REQUEST[6])
        await running.restart()
        await client.taps("Arrêter")
        await client.sees("✖ Arrêté")
        before = len(client.screen)
        await running.restart()
        await running.world.sandbox.settled()

        assert len(client.screen) == before
        waiting = select(func.count()).where(outbox.c.state.in_(("pending", "claimed", "doubt")))
        assert await records.rows(running.world, waiting) == [(0,)]
        assert (await _counts(running.world))[0] == 0
