"""The reader of lists beside the usual way: a pattern for the number, and fuzzy names."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from statistics import median
from time import process_time
from typing import Any

from rapidfuzz.fuzz import WRatio
from rapidfuzz.process import extractOne
from rapidfuzz.utils import default_process

from bench.lists import CORPUS, HALVES, Score, judge
from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import Matcher

ROUNDS, LINES = 15, 40
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class ReadingFigure:
    """What forty lines take, ms of the processor, and the share of lines right at once."""

    ours_ms: float
    usual_ms: float
    ours_right: float
    usual_right: float
    ours_silent: int
    usual_silent: int

    @property
    def times(self) -> float:
        return self.usual_ms / self.ours_ms


class UsualReader:
    """What most would write: the first number of a row, and the nearest of all names."""

    def __init__(self) -> None:
        catalogue = shipped_catalogue()
        labels = {text: item.code for item in catalogue.items for text in (item.fr, item.en)}
        words = {word: codes[0] for word, codes in catalogue.synonyms.items()}
        self._codes = {default_process(name): code for name, code in {**words, **labels}.items()}
        self._names = [*self._codes]

    def read(self, row: str) -> tuple[str, Decimal]:
        """Return the code and the quantity of a row; 1 where it has no number."""
        number = _NUMBER.search(row)
        quantity = Decimal(number[0].replace(",", ".")) if number else Decimal(1)
        name = default_process(_NUMBER.sub(" ", row, count=1))
        found = extractOne(name, self._names, scorer=WRatio)
        return self._codes[found[0]], quantity


def compare(rounds: int = ROUNDS) -> ReadingFigure:
    """Time both in turn on the same rows, each name met for the first time; count what is right."""
    lists = [one for half in HALVES for one in json.loads((CORPUS / f"{half}.json").read_text())]
    rows = "\n".join(one["text"] for one in lists).splitlines()[:LINES]
    usual, catalogue, text = UsualReader(), shipped_catalogue(), "\n".join(rows)
    times = [
        (_ms(partial(_ours, Matcher(catalogue), text)), _ms(partial(_usual, usual, rows)))
        for _ in range(rounds)
    ]
    ours, theirs = map(median, zip(*times, strict=True))
    score = Score()
    for one in lists:
        judge(one, score)
    right, silent, things = _judge_usual(usual, lists)
    return ReadingFigure(
        ours,
        theirs,
        ours_right=score.at_once / score.things,
        usual_right=right / things,
        ours_silent=score.wrong_quantities,
        usual_silent=silent,
    )


def lines(figure: ReadingFigure) -> list[str]:
    """Write the figures side by side."""
    return [
        f"{'':28}{'ms':>8}{'right at once':>16}{'wrong number, silently':>26}",
        _row("a pattern and fuzzy names", figure.usual_ms, figure.usual_right, figure.usual_silent),
        _row("the reader", figure.ours_ms, figure.ours_right, figure.ours_silent),
        f"the usual way takes {figure.times:.1f} × the reader's time",
    ]


def _row(name: str, ms: float, right: float, silent: int) -> str:
    return f"{name:28}{ms:8.1f}{right:16.0%}{silent:26}"


def _ours(matcher: Matcher, text: str) -> None:
    for line in read_lines(text, matcher).lines:
        matcher.match(line.name, line.unit)


def _usual(reader: UsualReader, rows: Sequence[str]) -> None:
    for row in rows:
        reader.read(row)


def _ms(deed: Callable[[], object]) -> float:
    began = process_time()
    deed()
    return 1000 * (process_time() - began)


def _judge_usual(usual: UsualReader, lists: list[Mapping[str, Any]]) -> tuple[int, int, int]:
    """Count the things that the usual way gets right, its wrong quantities, and all things."""
    right = silent = things = 0
    for one in lists:
        for line in one["expected"]:
            code, quantity = usual.read(line["line"])
            wanted = None if line["quantity"] is None else Decimal(str(line["quantity"]))
            silent += quantity != wanted
            if line["thing"] is not None:
                things += 1
                right += code in {line["thing"], *line.get("accept", ())} and quantity == wanted
    return right, silent, things


def main() -> None:
    """Compare and print."""
    print(f"\nReading lists of {LINES} lines")
    print("\n".join(lines(compare())))
