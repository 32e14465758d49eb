"""The bench drives both bots through whole conversations, and counts what happened."""

from datetime import date

import pytest

from bench.contenders import BASELINE, PTB_AIOHTTP, Contender, ours
from bench.measure import RunFailed, measure
from bench.plan import BenchPlan
from bench.script import script

PEOPLE, CONVERSATIONS = 3, 2
PLAN = BenchPlan(PEOPLE, warm_up=0, seconds=60, conversations=CONVERSATIONS)
UPDATES = PEOPLE * CONVERSATIONS * len(script(date(2026, 11, 23)))


@pytest.mark.parametrize("contender", [BASELINE, PTB_AIOHTTP], ids=lambda one: one.name)
async def test_the_baseline_asks_all_questions(contender: Contender) -> None:
    figure = await measure(contender, PLAN)

    assert figure.faults == ()
    assert (figure.updates, figure.conversations) == (UPDATES, PEOPLE * CONVERSATIONS)
    assert figure.calls > 1
    assert figure.statements is None
    assert figure.peak_mib > 10


async def test_our_bot_stores_every_request() -> None:
    """A request too few or too many in the database would be a fault."""
    figure = await measure(ours("ours"), PLAN)

    assert figure.faults == ()
    assert (figure.updates, figure.conversations) == (UPDATES, PEOPLE * CONVERSATIONS)
    assert figure.statements
    assert figure.commits
    assert 0 < figure.commits < figure.statements


async def test_a_conversation_over_a_slow_network() -> None:
    plan = BenchPlan(1, warm_up=0, seconds=60, one_way_ms=20, conversations=1)

    figure = await measure(BASELINE, plan)

    assert figure.faults == ()
    assert figure.updates == len(script(date(2026, 11, 23)))


async def test_a_bot_that_does_not_start_is_told_with_its_log() -> None:
    broken = ours("ours", database_url="mysql://nowhere")

    with pytest.raises(RunFailed, match=r"(?s)ours: the bot ended with status 1.*DATABASE_URL"):
        await measure(broken, PLAN)
