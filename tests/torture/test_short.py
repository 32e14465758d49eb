"""A short torture for every run of the tests; `python -m tests.torture` is the long one."""

from dataclasses import replace
from pathlib import Path
from signal import Signals

import pytest

from tests.torture.clients import FAST
from tests.torture.plans import torture_plans
from tests.torture.run import Mode, Plan, torture
from tests.torture.verdict import Verdict

PEOPLE = 6

pytestmark = pytest.mark.timeout(400)  # the bot starts five times, on machines that are busy


def fine(verdict: Verdict) -> bool:
    """Tell whether nothing was lost, and something was at stake."""
    at_stake = ("requests", "quotes")
    return verdict.good and all(verdict.counts[name] >= PEOPLE for name in at_stake)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_nothing_is_lost_when_the_bot_is_killed(
    mode: Mode, db_url: str, tmp_path: Path
) -> None:
    verdict = await torture(Plan(mode, PEOPLE, kills=4, longest=1.5), tmp_path, db_url)

    assert fine(verdict), verdict.faults


async def test_no_answer_goes_astray_when_people_answer_each_copy_at_once(
    db_url: str, tmp_path: Path
) -> None:
    plan = Plan("polling", PEOPLE, kills=4, pace=replace(FAST, pause=1.5), longest=1.5, aimed=True)
    verdict = await torture(plan, tmp_path, db_url)

    assert fine(verdict), verdict.faults


async def test_no_assignment_is_lost_and_nobody_is_told_twice_when_the_bot_is_killed(
    db_url: str, tmp_path: Path
) -> None:
    verdict = await torture_plans(Plan("polling", people=2, kills=4, longest=1.5), tmp_path, db_url)

    assert verdict.good, verdict.faults
    assert verdict.counts["changes"] == 2 * 2 * 2  # jobs, changes, people of a crew


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_nothing_comes_again_when_the_bot_is_asked_to_stop(
    mode: Mode, db_url: str, tmp_path: Path
) -> None:
    plan = Plan(mode, PEOPLE, kills=3, how=Signals.SIGTERM, longest=1.5)
    verdict = await torture(plan, tmp_path, db_url)

    assert fine(verdict), verdict.faults
