"""One run: a process that stands for Telegram, a process with a bot, and what both tell."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from bench.contenders import Contender
from bench.figures import BenchFigure, figure
from bench.plan import BenchPlan

ROOT = Path(__file__).resolve().parent.parent
LONGEST_LINE = 64 * 1024 * 1024  # all waits of a run stand in one
SPARE_SECONDS = 90.0
STOP_SECONDS = 20.0


class RunFailed(Exception):
    """A run gave no figure; the text says why, with the last words of the bot's log."""


async def measure(
    contender: Contender, plan: BenchPlan, profile: Path | None = None
) -> BenchFigure:
    """Run the plan once. Raises RunFailed."""
    with TemporaryDirectory(prefix="r4-bench-") as name:
        folder = Path(name)
        async with _child(folder, "bench.telegram", (plan.dump(),), {}, "telegram") as telegram:
            first = await _line(telegram, SPARE_SECONDS)
            words = (*contender.words, "--report", str(folder / "report"))
            words += ("--profile", str(profile)) if profile else ()
            settings = {
                "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bench.sqlite3'}",
                "MEDIA_URL": str(folder / "media"),
                "TELEGRAM_API_URL": f"http://127.0.0.1:{first['port']}",
                "BENCH_PLAN": plan.dump(),
                **contender.settings,
            }
            async with _child(folder, contender.module, words, settings, "bot") as bot:
                try:
                    seen = await _watch(telegram, bot, plan)
                    await _stop(bot)
                    cost = orjson.loads((folder / "report").read_bytes())
                except (RunFailed, OSError) as fault:
                    raise RunFailed(f"{contender.name}: {fault}\n{_log(folder)}") from None
    return figure(contender.name, plan, seen, cost)


async def _watch(
    telegram: asyncio.subprocess.Process, bot: asyncio.subprocess.Process, plan: BenchPlan
) -> dict[str, Any]:
    """Hand on the marks; return what the people saw."""
    ended = asyncio.create_task(bot.wait())
    seconds = plan.warm_up + plan.seconds + plan.drain + SPARE_SECONDS
    try:
        while True:
            line = await _line_while(ended, telegram, seconds)
            if "fault" in line:
                raise RunFailed(line["fault"])
            if "result" in line:
                result: dict[str, Any] = line["result"]
                return result
            _order(bot, line["mark"])
    finally:
        ended.cancel()


async def _line_while(
    ended: asyncio.Task[int], telegram: asyncio.subprocess.Process, seconds: float
) -> dict[str, Any]:
    reading = asyncio.create_task(_line(telegram, seconds))
    try:
        await asyncio.wait([ended, reading], return_when=asyncio.FIRST_COMPLETED)
        if not reading.done():
            raise RunFailed(f"the bot ended with status {ended.result()}")
        return reading.result()
    finally:
        reading.cancel()


def _order(process: asyncio.subprocess.Process, order: str) -> None:
    if process.stdin is not None:
        process.stdin.write(order.encode() + b"\n")


async def _line(process: asyncio.subprocess.Process, seconds: float) -> dict[str, Any]:
    if process.stdout is None:
        raise RunFailed("no line to the process")
    try:
        line = await asyncio.wait_for(process.stdout.readline(), seconds)
    except TimeoutError:
        raise RunFailed("no word within the time") from None
    if not line:
        raise RunFailed("the process that stands for Telegram ended")
    words: dict[str, Any] = orjson.loads(line)
    return words


async def _stop(process: asyncio.subprocess.Process) -> None:
    _order(process, "stop")
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        raise RunFailed("did not stop when told to") from None
    if process.returncode:
        raise RunFailed(f"ended with status {process.returncode}")


@asynccontextmanager
async def _child(
    folder: Path, module: str, words: tuple[str, ...], settings: Mapping[str, str], log: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start a module in a process of its own; it is gone on leaving, however we leave."""
    with (folder / f"{log}.log").open("wb") as file:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            module,
            *words,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE if log == "telegram" else file,
            stderr=file,
            cwd=folder,  # no .env of the project's
            env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
            start_new_session=True,  # Ctrl-C is for us to handle
            limit=LONGEST_LINE,
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _log(folder: Path) -> str:
    lines = []
    for log in sorted(folder.glob("*.log")):
        lines += [f"{log.name}: {line}" for line in log.read_text("utf-8", "replace").splitlines()]
    return "\n".join(lines[-8:])
