"""Numbers in words: « vingt-cinq », « deux douzaines », “one hundred and twenty”."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.inventory_reader.tokens import Token
from domain.inventory_reader.vocabulary import vocabulary

_AND = frozenset({"et", "and"})
_HALF = frozenset({"demi", "demie", "half"})
_LINKS = frozenset({"-", "–"})


@dataclass(slots=True)
class _Sum:
    """A number as far as it has been said: `total` thousands, and the `rest` below."""

    total: int = 0
    rest: int = 0

    def take(self, value: int) -> bool:
        """Add the next word if a number can go on with it."""
        if value == 1000:
            if self.total:
                return False
            self.total, self.rest = max(self.rest, 1) * 1000, 0
            return True
        if value == 100:
            if self.rest > 99:
                return False
            self.rest = max(self.rest, 1) * 100
            return True
        tail = self.rest % 100
        if value == 20 and tail == 4:
            self.rest += 76
            return True
        teens = value < 20 and tail in {60, 80}
        tens = value < 10 and tail in {20, 30, 40, 50, 60, 70, 80, 90}
        if tail and not (teens or tens) and not (tail in {70, 90, 10} and value in {7, 8, 9}):
            return False
        self.rest += value
        return True


def spelled(found: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read the number in words that begins at a token: its value, and the token after it."""
    words = vocabulary()
    if at >= len(found) or found[at].folded not in words.number_starts:
        return None
    sum_, n, said = _Sum(), at, False
    while n < len(found):
        word = found[n].folded
        if word in words.numbers and sum_.take(words.numbers[word]):
            said, n = True, n + 1
        elif said and _goes_on(found, n):
            n += 1
        else:
            break
    value = sum_.total + sum_.rest
    again = n + 1 if n < len(found) and found[n].folded in _LINKS else n
    half = _half(found, n if said else at)
    if half is not None and value <= 1:
        return half
    follows = found[again].folded if again < len(found) else ""
    if follows in words.collectives:
        return (max(value, 1) if said else 1) * words.collectives[follows], again + 1
    if not said and at < len(found) and found[at].folded == "a" and half is None:
        n = at + 1
        if n < len(found) and found[n].folded in {*words.collectives, "hundred", "thousand"}:
            return spelled(found, n)
    return (value, n) if said else None


def _goes_on(found: Sequence[Token], n: int) -> bool:
    """Tell whether a hyphen or an "and" stands inside a number."""
    if found[n].folded not in _LINKS | _AND or n + 1 >= len(found):
        return False
    words, before, after = vocabulary(), found[n - 1].folded, found[n + 1].folded
    if after not in words.numbers:
        return False
    close = found[n - 1].end == found[n].start and found[n].end == found[n + 1].start
    if found[n].folded in _LINKS:
        return close
    french = after in {"un", "une", "onze"} and words.numbers.get(before, 0) % 10 == 0
    return french or (before in {"hundred", "thousand"} and found[n].folded == "and")


def _half(found: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read « demi-douzaine », “half a dozen”."""
    words = vocabulary()
    n = at
    if n < len(found) and found[n].folded in {"un", "une", "a"}:
        n += 1
    if n >= len(found) or found[n].folded not in _HALF:
        return None
    n += 1
    while n < len(found) and (found[n].folded in _LINKS or found[n].folded in {"a", "une"}):
        n += 1
    if n < len(found) and found[n].folded in words.collectives:
        return words.collectives[found[n].folded] // 2, n + 1
    return None
