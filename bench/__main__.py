"""`python -m bench`: the bot and python-telegram-bot, side by side in the same run."""

import argparse
import asyncio
import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from bench import proposals, reading, table
from bench.contenders import (
    BASELINE,
    PTB_AIOHTTP,
    PTB_AIOHTTP_AT_ONCE,
    PTB_AT_ONCE,
    Contender,
    ours,
)
from bench.figures import BenchFigure
from bench.measure import RunFailed, measure
from bench.plan import BenchPlan
from bench.postgres import Postgres, postgres
from bench.profiles import hot_spots, shares
from bench.search import search

WAYS = (0.0, 20.0)  # one way of the network, ms
LIMITS = "30/s 3/chat 20/group"
WARM_UP, SLOW_WARM_UP = 4.0, 12.0
WHOLE_SECONDS = 16.0  # the most for as many conversations as there are people
QUICK_SECONDS, QUICK_PEOPLE = 2.5, 75
EXPLAINED = 2  # figures that fall short and are run again under the profiler
LAST_START_SECONDS = 260.0  # after that no more explanations, so that all is over in six minutes
BUSY = 0.5  # load a core, from other work, that makes figures doubtful
INTERRUPTED = 130
AT_ONCE = {"proposals": proposals.main, "lists": reading.main}  # what needs no database


class Bench:
    """Takes the runs in turn and prints each as it ends."""

    def __init__(self, words: argparse.Namespace, server: Postgres) -> None:
        self._words, self._server = words, server
        self._figures: list[BenchFigure] = []
        self._started = monotonic()
        self.failed = False

    async def all(self) -> None:
        for one_way_ms in WAYS:
            print(table.heading(one_way_ms), flush=True)
            for contender in await self._contenders(one_way_ms):
                await self._run(contender, self._plan(contender, one_way_ms))
            if one_way_ms == 0 and not self._words.quick:
                limited = ours("R4, SQLite, limits on", limits=LIMITS)
                await self._run(limited, self._plan(limited, one_way_ms))
        print(table.LEGEND)
        await self._judge()

    async def _contenders(self, one_way_ms: float) -> list[Contender]:
        others = [] if self._words.quick else [PTB_AT_ONCE, PTB_AIOHTTP, PTB_AIOHTTP_AT_ONCE]
        slow = one_way_ms > 0 and not self._words.quick
        base = [replace(BASELINE, slow=slow)] + [
            replace(other, slow=slow and other is PTB_AIOHTTP) for other in others
        ]
        on_postgres = ours("R4, PostgreSQL", database_url=await self._server.empty())
        return [*base, ours("R4, SQLite"), on_postgres]

    def _plan(self, contender: Contender, one_way_ms: float) -> BenchPlan:
        """Give our bot the time for whole conversations; the others' steps all cost the same."""
        people, quick = self._words.people, self._words.quick
        if contender.ours and not contender.slow:
            return BenchPlan(people, WHOLE_SECONDS, WHOLE_SECONDS, one_way_ms)
        warm_up = SLOW_WARM_UP if contender.slow else QUICK_SECONDS if quick else WARM_UP
        return BenchPlan(people, warm_up, self._words.seconds, one_way_ms, drain=0.0)

    async def _run(self, contender: Contender, plan: BenchPlan) -> None:
        _progress(f"{contender.name} …")
        try:
            figure = await measure(contender, plan)
        except RunFailed as fault:
            self.failed = True
            print(f"{contender.name}: no figure\n{fault}", flush=True)
            return
        finally:
            _progress("")
        self.failed = self.failed or bool(contender.ours and figure.faults)
        self._figures.append(figure)
        print(table.row(figure, table.base_of(self._figures, plan.one_way_ms)), flush=True)

    async def _judge(self) -> None:
        print("\nGoals")
        mine = [one for one in self._figures if one.name in {"R4, SQLite", "R4, PostgreSQL"}]
        short = []
        for figure in mine:
            base = table.base_of(self._figures, figure.one_way_ms)
            if base is not None:
                print(table.verdict(figure, base))
            if table.is_short(figure, base) or self._words.profile:
                short.append(figure)
        if not self._words.quick or self._words.profile:
            for figure in short[:EXPLAINED]:
                if monotonic() - self._started < LAST_START_SECONDS:
                    await self._explain(figure)

    async def _explain(self, figure: BenchFigure) -> None:
        """Run once more under the profiler, which slows it, and print where the time goes."""
        sqlite = figure.name == "R4, SQLite"
        contender = ours(figure.name, database_url=None if sqlite else await self._server.empty())
        plan = self._plan(contender, figure.one_way_ms)
        _progress(f"{contender.name}: where the time goes …")
        with TemporaryDirectory(prefix="r4-bench-profile-") as folder:
            path = Path(folder) / "profile"
            try:
                watched = await measure(contender, plan, path)
            except RunFailed as fault:
                print(fault)
                return
            finally:
                _progress("")
            network = f"{2 * figure.one_way_ms:g} ms of network"
            print(f"\nWhere the time goes: {figure.name}, {network} ({watched.busy:.0%} of a core)")
            for name, share in shares(path, watched.seconds):
                print(f"  {share:5.0%}  {name}")
            if self._words.profile:
                print(hot_spots(path))


def _doubt() -> str:
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load < BUSY * cores:
        return ""
    return f"; this machine is busy with other work (load {load:.1f}): doubt the figures"


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


async def main(words: argparse.Namespace) -> int:
    if words.what in AT_ONCE:
        AT_ONCE[words.what]()
        return 0
    task = asyncio.current_task()
    if task is not None:
        for one in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(one, task.cancel)
    _progress("starting PostgreSQL …")
    async with postgres() as server:
        bench = Bench(words, server)
        if words.what != "search":
            print(f"{words.people} people{_doubt()}", flush=True)
            await bench.all()
        if words.what == "all":
            proposals.main()
            reading.main()
        if words.what == "search" or not words.quick:
            _progress("building databases to search …")
            await search(server)
    return int(bench.failed)


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("all", "search", *AT_ONCE), default="all")
    parser.add_argument("--quick", action="store_true", help="about a minute, rough figures")
    parser.add_argument("--people", type=int, help="how many talk (300; quick: 75)")
    parser.add_argument("--seconds", type=float, default=8.0, help="of each of the others' runs")
    parser.add_argument("--profile", action="store_true", help="show where our time goes")
    words = parser.parse_args()
    words.people = words.people or (QUICK_PEOPLE if words.quick else 300)
    words.seconds = QUICK_SECONDS if words.quick else words.seconds
    return words


if __name__ == "__main__":
    with suppress(asyncio.CancelledError):
        sys.exit(asyncio.run(main(_words())))
    print("\nStopped.")
    sys.exit(INTERRUPTED)
