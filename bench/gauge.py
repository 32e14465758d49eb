"""What a bot's process costs between two marks."""

import asyncio
import cProfile
import pstats
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import orjson

from bench.stdin import orders

KIB = 1024


class Gauge:
    """Measures this process; `counts` are read at both marks and reported as differences."""

    def __init__(self, report: Path, profile: Path | None = None) -> None:
        self._report, self._profile = report, profile
        self._profiler = cProfile.Profile() if profile else None
        self._marks: list[dict[str, float]] = []
        self.counts: dict[str, Callable[[], float]] = {"cpu_seconds": process_time}

    async def obey(self, stop: asyncio.Event) -> None:
        """Take the marks as they are ordered, and set `stop` when that is ordered."""
        async for order in orders():
            if order == "stop":
                break
            self._mark()
            if self._profiler is not None:
                self._profiler.enable() if order == "begin" else self._profiler.disable()
        stop.set()

    def write(self, **more: Any) -> None:
        """Write the report for the process that started us."""
        begin, end = [*self._marks, {}, {}][:2]
        costs = {name: end.get(name, 0) - begin.get(name, 0) for name in self.counts}
        self._report.write_bytes(orjson.dumps({"peak_bytes": peak_memory(), **costs, **more}))
        if self._profiler is not None and self._profile is not None:
            pstats.Stats(self._profiler).dump_stats(self._profile)

    def _mark(self) -> None:
        self._marks.append({name: read() for name, read in self.counts.items()})


def peak_memory() -> int:
    """Tell the most memory this process has held, in bytes.

    Linux's figure for resource usage may be that of the process which started us, so its own
    status file goes first.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * KIB
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * KIB
