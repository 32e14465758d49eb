"""The figures of one run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.plan import BenchPlan

MIB = 1024 * 1024
STARVED = 0.9  # from here on the server that stands for Telegram holds the bot back


@dataclass(frozen=True, slots=True)
class BenchFigure:
    """One contender in one setting; `None` where a figure has no meaning for it."""

    name: str
    one_way_ms: float
    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_per_1000: float  # seconds of the bot's process
    busy: float  # part of one core
    statements: float | None  # a SQL statement for many rows counts once
    commits: float | None
    calls: float  # of the Bot API, without getUpdates
    peak_mib: float
    telegram_busy: float
    faults: tuple[str, ...] = ()
    seconds: float = 0.0
    updates: int = 0
    conversations: int = 0
    whole: bool = True  # holds as many conversations as there are people
    cut_short: bool = False  # people wait longer than the run was: the true waits are longer still


def figure(
    name: str, plan: BenchPlan, seen: Mapping[str, Any], cost: Mapping[str, Any]
) -> BenchFigure:
    """Put together what the people saw and what the bot's process cost."""
    waits, seconds = seen["waits"], seen["seconds"]
    count = len(waits)
    calls = sum(n for method, n in seen["calls"].items() if method != "getUpdates")
    return BenchFigure(
        name=name,
        one_way_ms=plan.one_way_ms,
        per_second=count / seconds,
        p50_ms=1000 * quantile(waits, 0.5),
        p99_ms=1000 * quantile(waits, 0.99),
        cpu_per_1000=_each(cost["cpu_seconds"], count) * 1000,
        busy=cost["cpu_seconds"] / seconds,
        statements=_each(cost["statements"], count) if "statements" in cost else None,
        commits=_each(cost["commits"], count) if "commits" in cost else None,
        calls=_each(calls, count),
        peak_mib=cost["peak_bytes"] / MIB,
        telegram_busy=seen["cpu_seconds"] / seconds,
        faults=tuple(_faults(seen, cost)),
        seconds=seconds,
        updates=count,
        conversations=seen["conversations"],
        whole=seen["conversations"] >= plan.people,
        cut_short=plan.people * seconds > count * (plan.warm_up + seconds),
    )


def quantile(values: Sequence[float], part: float) -> float:
    """Take the value below which this part of the values lies; 0 of none."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)] if ordered else 0.0


def _each(total: float, count: int) -> float:
    return total / count if count else 0.0


def _faults(seen: Mapping[str, Any], cost: Mapping[str, Any]) -> list[str]:
    faults = []
    if not seen["waits"]:
        faults.append("nobody was answered")
    if stuck := seen["stuck"]:
        faults.append(f"{len(stuck)} people waited in vain; one {stuck[0]}")
    if unknown := seen["unknown"]:
        faults.append(f"methods that the server here does not know: {unknown}")
    if errors := cost.get("errors"):
        faults.append(f"errors in the bot: {errors}")
    stored = cost.get("requests")
    if stored is not None and not seen["unanswered"] and stored != seen["completed"]:
        faults.append(f"{seen['completed']} requests were sent and {stored} are stored")
    if seen["cpu_seconds"] > STARVED * seen["seconds"]:
        faults.append("the server that stands for Telegram was the bottleneck")
    return faults
