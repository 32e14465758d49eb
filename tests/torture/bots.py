"""The bot as a process of its own, to be killed and started again."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import orjson

ROOT = Path(__file__).resolve().parent.parent.parent
GRACE_SECONDS = 30
START_SECONDS = 60
QUICK_START = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONUNBUFFERED": "1"}


@dataclass
class Bot:
    """`python -m bot run` with settings of its own; `said` counts what its logs say."""

    settings: Mapping[str, str]
    folder: Path
    starts: int = 0
    said: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    started: asyncio.Event = field(default_factory=asyncio.Event)
    _process: asyncio.subprocess.Process | None = None
    _reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.starts += 1
        self.started.clear()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            cwd=self.folder,  # no .env of a developer here
            env=os.environ | self.settings | QUICK_START | {"PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reading = asyncio.create_task(self._read(self._process.stdout))

    async def up(self) -> float:
        """Wait until it lets people talk; tell how long that took, in seconds."""
        began = monotonic()
        await asyncio.wait_for(self.started.wait(), START_SECONDS)
        return monotonic() - began

    async def end(self, how: signal.Signals) -> int:
        """Send the signal and wait until it is dead; return its exit status."""
        assert self._process is not None
        assert self._reading is not None
        if self._process.returncode is None:
            self._process.send_signal(how)
        try:
            status = await asyncio.wait_for(self._process.wait(), GRACE_SECONDS)
        except TimeoutError:
            self.errors.append(f"did not end at {how.name} within {GRACE_SECONDS} s")
            self._process.kill()
            status = await self._process.wait()
        await self._reading
        return status

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def _read(self, lines: asyncio.StreamReader | None) -> None:
        assert lines is not None
        with (self.folder / "bot.log").open("ab") as kept:
            async for line in lines:
                kept.write(line)
                self._note(_parsed(line))

    def _note(self, line: Mapping[str, Any]) -> None:
        event = str(line.get("event"))
        self.said[event] += int(line.get("count") or 1)
        if event == "started":
            self.started.set()
        if line.get("level") == "error":
            self.errors.append(f"{event}: {str(line.get('exception', line))[-300:]}")


def _parsed(line: bytes) -> Mapping[str, Any]:
    """Read a line of the log; what Python itself prints when it dies is an error."""
    try:
        found: Mapping[str, Any] = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {"event": line.decode(errors="replace").strip(), "level": "info"}
    return found
