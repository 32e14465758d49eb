"""`make bench-lists`: how well pasted lists are read; of `measure.json` only totals are printed."""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from domain.catalogue import shipped_catalogue
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_state import InventoryEntry

CORPUS = Path(__file__).parent.parent / "tests" / "inventory_corpus"
TO_LEARN_FROM = ("learn", "learn_more", "learn_shapes", "learn_firms")
HALVES = (*TO_LEARN_FROM, "measure")
ROUNDS, LINES = 50, 40


@dataclass(slots=True)
class Score:
    """What became of the lines of lists; `faults` are told of the half to learn from only."""

    things: int = 0
    at_once: int = 0
    one_tap: int = 0
    wrong_quantities: int = 0
    wrong_things: int = 0
    lost: int = 0
    quantities_asked: int = 0
    headings_asked: int = 0
    places_right: int = 0
    questions: int = 0
    lines: int = 0
    faults: list[str] = field(default_factory=list)


def main(explain: bool) -> None:  # the one switch of a script
    """Print the parts side by side, and where asked the faults of those to learn from."""
    scores = {half: _half(half) for half in HALVES}
    for name in (one.name for one in fields(Score) if one.name != "faults"):
        print(f"{name:20}", *(f"{_written(scores[half], name):>16}" for half in HALVES))
    print(f"{'ms for 40 lines':20} {_milliseconds():16.2f}")
    if explain:
        print(*(fault for half in TO_LEARN_FROM for fault in scores[half].faults), sep="\n")


def _written(score: Score, name: str) -> str:
    value = getattr(score, name)
    whole = {"at_once": score.things, "one_tap": score.things, "places_right": score.lines}
    return f"{value} ({value / whole[name]:.1%})" if name in whole else str(value)


def _half(half: str) -> Score:
    score = Score()
    for one in json.loads((CORPUS / f"{half}.json").read_text("utf-8")):
        judge(one, score)
    return score


def judge(one: Mapping[str, Any], score: Score) -> None:
    """Add to the score what becomes of one list."""
    reader = Reader(shipped_catalogue(), one["language"])
    rows = one["text"].splitlines()
    found: dict[str, list[InventoryEntry]] = defaultdict(list)
    for entry in reader.entries(one["text"]):
        found[rows[entry.row].strip()].append(reader.known(entry))
    for row in one["headings"]:
        for entry in found.pop(row.strip(), ()):
            score.headings_asked += 1
            score.faults.append(f"HEADING {one['id']}: {row!r} -> {_short(entry)}")
    wanted: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in one["expected"]:
        wanted[line["line"].strip()].append(line)
    for row, lines in wanted.items():
        _judge_row(reader, lines, found.pop(row, []), score, f"{one['id']}: {row!r}")
    for row, entries in found.items():
        for entry in entries:
            score.wrong_quantities += entry.quantity is not None
            score.faults.append(f"EXTRA {one['id']}: {row!r} -> {_short(entry)}")


def _judge_row(
    reader: Reader,
    lines: Sequence[Mapping[str, Any]],
    found: Sequence[InventoryEntry],
    score: Score,
    where: str,
) -> None:
    for n, line in enumerate(lines):
        score.lines += 1
        score.things += line["thing"] is not None
        if n >= len(found):
            score.lost += 1
            score.faults.append(f"LOST {where} {line['thing']} {line['quantity']}")
            continue
        _judge_line(reader, line, found[n], score, where)
    for entry in found[len(lines) :]:
        score.wrong_quantities += entry.quantity is not None and entry.code is not None
        score.faults.append(f"EXTRA {where} -> {_short(entry)}")


def _judge_line(
    reader: Reader, line: Mapping[str, Any], entry: InventoryEntry, score: Score, where: str
) -> None:
    right = {line["thing"], *line.get("accept", ())}
    wanted = None if line["quantity"] is None else Decimal(str(line["quantity"]))
    offered = [entry.code] if entry.code else [item.code for item in reader.likely(entry)]
    silent = entry.quantity is not None and entry.quantity != wanted
    asked = (entry.quantity is None) + (entry.code is None)
    score.wrong_quantities += silent
    score.quantities_asked += entry.quantity is None
    score.questions += asked
    score.places_right += (entry.place or None) == line["place"]
    if (entry.place or None) != line["place"]:
        score.faults.append(f"PLACE {where}: {entry.place!r}, not {line['place']!r}")
    if entry.code is not None and entry.code not in right:
        score.wrong_things += 1
    if line["thing"] is None:
        told = "SILENT" if silent else "UNKNOWN SURE" if entry.code else ""
    else:
        counted = entry.quantity == wanted
        at_once = entry.code in right and counted
        one_tap = bool(right & set(offered)) and (
            counted or (entry.code in right and entry.quantity is None)
        )
        score.at_once += at_once
        score.one_tap += one_tap
        told = "SILENT" if silent else "" if at_once else "TAP" if one_tap else "WRONG"
    if told:
        score.faults.append(f"{told} {where} {line['thing']} {wanted} -> {_short(entry)} {offered}")


def _short(entry: InventoryEntry) -> str:
    return f"{entry.code} {entry.quantity} {entry.unit} {entry.name!r}"


def _milliseconds() -> float:
    """Time the reading of forty lines of the corpus, on the processor."""
    lists = json.loads((CORPUS / "learn.json").read_text("utf-8"))
    text = "\n".join("\n".join(one["text"] for one in lists).splitlines()[:LINES])
    reader = Reader(shipped_catalogue(), "fr")
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        for entry in reader.entries(text):
            reader.known(entry)
        times.append(process_time() - began)
    return median(times) * 1000


if __name__ == "__main__":
    main(explain="explain" in sys.argv)
