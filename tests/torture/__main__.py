"""`python -m tests.torture`: kill the bot again and again while people talk to it."""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from signal import Signals

from tests import postgres
from tests.torture.clients import CAREFUL, FAST, Pace
from tests.torture.plans import torture_plans
from tests.torture.run import Mode, Plan, torture
from tests.torture.verdict import MUST_BE_NONE, Verdict

SHOWN = (
    "people",
    "kills",
    "seconds",
    "requests",
    "answers",
    "quotes",
    "plans",
    "changes",
    "changes repeated",
    "prompts repeated",
    "documents repeated",
    "answers refused",
    "letters in doubt",
    "updates again",
    "errors logged",
)


def main() -> int:
    """Run what the words ask for; the status is 1 where anything was lost or doubled."""
    words = _parser().parse_args()
    databases = ("sqlite", "postgresql") if words.all or not words.db else (words.db,)
    modes: tuple[Mode, ...] = (
        ("polling", "webhook") if words.all or not words.mode else (words.mode,)
    )
    plan = Plan(
        people=words.people,
        kills=words.kills,
        how=Signals[f"SIG{words.signal}"],
        pace=_pace(words),
        seed=words.seed,
        aimed=words.fast,
    )
    plans = [replace(plan, mode=mode) for mode in modes]
    good = []
    if "sqlite" in databases:
        good += [_round(one, "sqlite", None, words) for one in plans]
    if "postgresql" in databases:
        with postgres.server() as server:
            good += [_round(one, "postgresql", server, words) for one in plans]
    return 0 if all(good) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--db", choices=("sqlite", "postgresql"))
    parser.add_argument("--mode", choices=("polling", "webhook"))
    parser.add_argument("--all", action="store_true", help="both databases, both modes (default)")
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--signal", choices=("KILL", "TERM"), default="KILL")
    parser.add_argument(
        "--fast", action="store_true", help="answer at once, and each copy of a question again"
    )
    parser.add_argument("--same", action="store_true", help="equal answers to different questions")
    parser.add_argument("--plans", action="store_true", help="plans are made, told and changed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for databases and logs")
    return parser


def _pace(words: argparse.Namespace) -> Pace:
    return replace(FAST if words.fast else CAREFUL, same=words.same)


def _round(plan: Plan, engine: str, server: str | None, words: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory(prefix="r4-torture-") as scratch:
        folder = Path(scratch)
        if words.keep:
            words.keep.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=f"{engine}-{plan.mode}-", dir=words.keep))
        print(
            f"\n{engine}, {plan.mode}, {plan.how.name}, seed {plan.seed}"
            f"{', fast' if words.fast else ''}{', same' if words.same else ''}",
            flush=True,
        )
        verdict = asyncio.run(_torture(plan, folder, server, plans=words.plans))
    _print(verdict, plan)
    return verdict.good


async def _torture(plan: Plan, folder: Path, server: str | None, *, plans: bool) -> Verdict:
    url = f"sqlite+aiosqlite:///{folder / 'r4.sqlite3'}"
    if server is not None:
        url = await postgres.new_database(server)
    return await (torture_plans if plans else torture)(plan, folder, url)


def _print(verdict: Verdict, plan: Plan) -> None:
    for name in (*SHOWN, *MUST_BE_NONE):
        mark = "  <<<" if name in MUST_BE_NONE and verdict.counts[name] else ""
        print(f"  {name:<20}{verdict.counts[name]:>7}{mark}")
    for fault in verdict.faults[:40]:
        print(f"  - {fault}")
    print("  good" if verdict.good else "  NOT GOOD", flush=True)


if __name__ == "__main__":
    sys.exit(main())
