"""Where the time of a bot's process goes, by library and room."""

import pstats
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILT_IN = "~"
SMALL = 0.01
LOOP = {"asyncio", "uvloop", "selectors", "contextlib", "threading"}


def shares(profile: Path, seconds: float) -> list[tuple[str, float]]:
    """Tell each part's share of the time that was watched, largest first, and what was idle.

    The bot's own thread only; a driver's threads and other processes show as waiting.
    """
    spent: Counter[str] = Counter()
    stats: Mapping[Any, Any] = pstats.Stats(str(profile)).stats  # type: ignore[attr-defined]
    for (path, _, _), (_, _, own, _, callers) in stats.items():
        if path != BUILT_IN or not callers:
            spent[part(path)] += own
            continue
        for (caller, _, _), (_, _, theirs, _) in callers.items():
            spent[part(caller)] += theirs
    rows = [(name, own / seconds) for name, own in spent.most_common()]
    rows = [(name, share) for name, share in rows if share >= SMALL]
    idle = 1 - sum(spent.values()) / seconds
    return [*rows, ("waiting", max(idle, 0.0))]


def part(path: str) -> str:
    """Name the library, the room of ours, or «python» that a file belongs to."""
    parts = Path(path).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    if Path(path).is_relative_to(ROOT):
        return "our " + Path(path).relative_to(ROOT).parts[0]
    return "event loop" if any(Path(part).stem in LOOP for part in parts) else "python"


def hot_spots(profile: Path, most: int = 20) -> str:
    """List the functions that take the most time themselves."""
    stats = pstats.Stats(str(profile))
    rows = sorted(stats.stats.items(), key=lambda row: -row[1][2])  # type: ignore[attr-defined]
    lines = [
        f"  {own:7.3f} s  {calls:8d} ×  {part(path)}: {Path(path).name}:{line} {name}"
        for (path, line, name), (_, calls, own, _, _) in rows[:most]
    ]
    return "\n".join(lines)
