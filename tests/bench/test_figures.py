"""Figures say what is wrong with them, and the table says which goals are met."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench import table
from bench.contenders import BASELINE
from bench.figures import BenchFigure, figure, quantile
from bench.plan import BenchPlan
from bench.profiles import ROOT, part

SEEN: dict[str, Any] = {
    "seconds": 2.0,
    "waits": [0.01] * 98 + [0.5, 1.0],
    "conversations": 4,
    "calls": {"sendMessage": 150, "getUpdates": 999},
    "cpu_seconds": 0.2,
    "completed": 4,
    "unanswered": 0,
    "stuck": [],
    "unknown": {},
}
COST = {"cpu_seconds": 1.0, "statements": 50, "commits": 5, "requests": 4, "peak_bytes": 2**27}
PLAN = BenchPlan(people=4, warm_up=1.0)


def make(seen: dict[str, Any] | None = None, cost: dict[str, Any] | None = None) -> BenchFigure:
    return figure("ours", PLAN, SEEN | (seen or {}), COST | (cost or {}))


def test_figures_are_per_update() -> None:
    figure = make()

    assert (figure.per_second, figure.updates, figure.conversations) == (50, 100, 4)
    assert (figure.p50_ms, figure.p99_ms) == (10, 1000)
    assert (figure.cpu_per_1000, figure.busy) == (10, 0.5)
    assert (figure.statements, figure.commits, figure.calls) == (0.5, 0.05, 1.5)
    assert (figure.peak_mib, figure.cut_short, figure.faults) == (128, False, ())


def test_no_answers_make_no_division_by_zero() -> None:
    assert quantile([], 0.99) == 0
    assert make({"waits": []}).faults[0] == "nobody was answered"


@pytest.mark.parametrize(
    ("seen", "cost", "fault"),
    [
        ({}, {"requests": 3}, "4 requests were sent and 3 are stored"),
        ({}, {"requests": 5}, "4 requests were sent and 5 are stored"),
        ({"stuck": ["wants ':2', sees 'sorry'"]}, {}, "1 people waited in vain; one wants ':2'"),
        ({"unknown": {"sendDice": 1}}, {}, "sendDice"),
        ({}, {"errors": {"TimedOut": 2}}, "TimedOut"),
        ({"cpu_seconds": 1.9}, {}, "bottleneck"),
    ],
)
def test_faults_are_named(seen: dict[str, Any], cost: dict[str, Any], fault: str) -> None:
    faults = make(seen, cost).faults

    assert len(faults) == 1
    assert fault in faults[0]
    assert f"! {faults[0]}" in table.row(make(seen, cost), None)


def test_open_updates_explain_a_difference_of_requests() -> None:
    assert make({"unanswered": 1}, {"requests": 5}).faults == ()


def test_waits_longer_than_the_run_are_marked() -> None:
    short = figure("ours", BenchPlan(people=300, warm_up=1.0), SEEN, COST)

    assert short.cut_short
    assert ">10" in table.row(short, None)
    assert ">" not in table.row(make(), None)


def test_fewer_conversations_than_people_are_marked() -> None:
    assert "~ time ran out at 3 conversations" in table.row(make({"conversations": 3}), None)
    assert "~" not in table.row(make(), None)


@pytest.mark.parametrize(
    ("one_way_ms", "per_second", "short"),
    [(0.0, 299, True), (0.0, 300, False), (20.0, 1999, True), (20.0, 2000, False)],
)
def test_goals_depend_on_the_network(one_way_ms: float, per_second: float, short: bool) -> None:
    mine = replace(make(), one_way_ms=one_way_ms, per_second=per_second)
    base = replace(mine, name=BASELINE.name, per_second=100)
    other = replace(base, one_way_ms=99, per_second=1)

    assert table.base_of([other, mine, base], one_way_ms) is base
    assert table.is_short(mine, base) is short
    assert ("SHORT" in table.verdict(mine, base)) is short


def test_cpu_is_compared_too_since_it_minds_a_busy_machine_less() -> None:
    base = replace(make(), name=BASELINE.name, cpu_per_1000=25)

    assert "its CPU time an update is 2.5 × ours" in table.verdict(make(), base)


def test_time_is_told_by_room_and_library() -> None:
    library = Path(pytest.__file__).parent.parent / "aiohttp" / "client.py"

    assert part(str(ROOT / "storage" / "outbox.py")) == "our storage"
    assert part(str(library)) == "aiohttp"
    assert part("/usr/lib/python3.11/asyncio/events.py") == "event loop"
    assert part("~") == "python"
