"""Letters that a scan took for digits, and digits that it took for letters."""

import re
from collections.abc import Sequence

_LEAST = 2  # slips; one alone may be meant: « 1O » is asked
_NUMBER = re.compile(r"(?<![^\W_])(?=[\dx/OlI]*\d)[\dOlI]+(?:[x/][\dOlI]+)*(?![^\W_])")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]*[a-zà-ÿ](?:[10][a-zà-ÿ]+)+(?![^\W_])")
_CAPITALS = re.compile(r"(?<![^\W_])(?=[^\W\d_]*[A-ZÀ-Ý]{2})[A-ZÀ-Ýl]+(?![^\W_])")
_LITRE = re.compile(r"\d+l")
_DIGITS = str.maketrans("OlI", "011")
_LETTERS = str.maketrans("10", "lo")


def mended(rows: Sequence[str]) -> list[str]:
    """Write the rows of a scan as they were before it; any others stay as they are."""
    slips = sum(
        _slipped(found[0], kind)
        for row in rows
        for kind in (_NUMBER, _WORD, _CAPITALS)
        for found in kind.finditer(row)
    )
    return [_mended(row) for row in rows] if slips >= _LEAST else list(rows)


def _slipped(text: str, kind: re.Pattern[str]) -> bool:
    if kind is _NUMBER:
        return any(letter in text for letter in "OlI") and not _LITRE.fullmatch(text)
    return kind is _WORD or "l" in text


def _mended(row: str) -> str:
    row = _NUMBER.sub(lambda found: _digits(found[0]), row)
    row = _WORD.sub(lambda found: found[0].translate(_LETTERS), row)
    return _CAPITALS.sub(lambda found: found[0].replace("l", "I"), row)


def _digits(text: str) -> str:
    return text if _LITRE.fullmatch(text) else text.translate(_DIGITS)
