"""Time is read once, at the edge: nothing else asks what time it is."""

import re
from pathlib import Path

ROOMS = ("bot", "documents", "handlers", "scheduler", "storage", "domain")
ASKS = re.compile(r"datetime\.now\(|date\.today\(|utcnow\(|\btime\.time\(|from time import time\b")


def test_only_the_clock_asks_what_time_it_is() -> None:
    every = (path for room in ROOMS for path in Path(room).rglob("*.py"))
    sources = [path for path in every if "migrations" not in path.parts]  # nobody gives them one
    asking = [str(path) for path in sources if ASKS.search(path.read_text("utf-8"))]

    assert asking == ["bot/clock.py"]
