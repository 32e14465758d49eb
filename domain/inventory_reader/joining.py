"""Parts of a row that belong to the part before them: its number, its remark, more of its name."""

from collections.abc import Sequence
from dataclasses import replace

from domain.inventory_reader.number_words import spelled
from domain.inventory_reader.numerals import Names
from domain.inventory_reader.tokens import Token, figure, tokens
from domain.inventory_reader.vocabulary import vocabulary
from domain.inventory_reader.written import WrittenLine

_OR = frozenset({"ou", "or"})  # “31 more or less”
_SUMS_UP = frozenset({"soit", "ie"})


def joined(
    before: WrittenLine, line: WrittenLine, here: Sequence[Token], names: Names
) -> WrittenLine | None:
    """Join what belongs to the line before; None where it is a line of its own."""
    if here[0].folded in _SUMS_UP and before.name and (line.quantity is not None or line.choices):
        return _summed_up(before, line, names)
    if vocabulary().is_a("possessives", here[0].folded):
        return None
    if not (line.quantity or line.choices) and _begins_anew(here):
        return None
    counts_only = before.name and _only_counts(here)
    if not counts_only and _named(here, names) and _named(tokens(before.name), names):
        return None
    text = f"{before.text}, {line.text}"
    counted = line.quantity is not None or line.choices
    if not counted or (before.quantity is not None and _only_year(here)):
        together = f"{before.name}, {line.name}".strip(", ")
        remark = ", ".join(filter(None, (before.remark, line.remark)))
        return replace(before, text=text, name=together, remark=remark)
    each = any(vocabulary().is_a("each", token.folded) for token in here)
    bare = not line.name or not before.name or counts_only or (each and not line.quantity)
    behind = here[0].kind not in {"number", "mark"} and before.quantity is None
    if not (bare or behind) and any(_tells(token) for token in here):
        return None
    if before.quantity is None and not before.choices:
        return replace(
            line,
            text=text,
            name=before.name if counts_only or each else f"{before.name} {line.name}".strip(),
            place=before.place,
            remark=", ".join(filter(None, (before.remark, line.remark))),
        )
    known = (before.quantity, *before.choices, line.quantity, *line.choices)
    choices = tuple(dict.fromkeys(one for one in known if one is not None))
    name = before.name or line.name
    return replace(before, text=text, name=name, quantity=None, choices=choices[:4])


def _begins_anew(here: Sequence[Token]) -> bool:
    """Tell whether a part names something else without its number: « …, des skis »."""
    words = vocabulary()
    article = words.is_a("vague", here[0].folded) or words.is_a("articles", here[0].folded)
    return article and any(_tells(token) for token in here[1:])


def in_doubt(line: WrittenLine) -> WrittenLine:
    """Ask how many where a remark takes some away, or parts them: « 15, sauf 3 », « 2 basses »."""
    if line.quantity is None or not line.remark:
        return line
    words, found = vocabulary(), tokens(line.remark)
    numbers = [figure(token.text).value for token in found if token.kind == "number"]
    told = line.remark.replace("hors service", "").replace("hors d'usage", "")
    away = any(words.is_a("kept", token.folded) for token in tokens(told))
    if len(numbers) == 1 and away and numbers[0] < line.quantity:
        return replace(line, quantity=None, choices=(line.quantity - numbers[0], line.quantity))
    parted = any(
        words.is_a("apart", token.folded) and found[n - 1].folded != "en"
        for n, token in enumerate(found)
    )
    if len(numbers) > 1 and parted and sum(numbers) == line.quantity:
        return replace(line, quantity=None, choices=(line.quantity, *dict.fromkeys(numbers)))
    return line


def one_each(line: WrittenLine, before: WrittenLine) -> WrittenLine:
    """Give « son matelas » the one that « un lit » has; of several, ask: « leurs matelas »."""
    if line.quantity is not None or line.choices or before.quantity is None:
        return line
    if before.quantity == 1:
        return replace(line, quantity=before.quantity)
    return replace(line, choices=(before.quantity,))


def completed(line: WrittenLine, here: Sequence[Token], base: str, names: Names) -> WrittenLine:
    """Give « 2 basses » the thing that was named before: « armoires »."""
    if _named(here, names) or not base or line.quantity is None:
        return line
    if here[0].kind != "number" and spelled(here, 0) is None:
        return line
    if not any(_tells(token) for token in here):
        return line
    head = next((t.text for t in tokens(base) if names(t.folded)), "")
    own = line.name.removesuffix(" ones")
    return replace(line, name=f"{head} {own}".strip()) if head else line


def _summed_up(before: WrittenLine, line: WrittenLine, names: Names) -> WrittenLine:
    """Take the number behind « soit », unless it counts in another unit than the thing's."""
    units = frozenset[str]().union(*(names.units(t.folded) for t in tokens(before.name)))
    text = f"{before.text}, {line.text}"
    other = line.unit is not None and line.unit not in units
    if other and before.quantity is not None:
        return replace(before, text=text)
    return replace(
        before,
        text=text,
        quantity=line.quantity,
        unit=line.unit,
        choices=line.choices,
        decimal=line.decimal,
    )


def _only_year(here: Sequence[Token]) -> bool:
    """Tell whether the one number of a part is a year: « lot de 2022 »."""
    numbers = [token.text for token in here if token.kind == "number"]
    year = len(numbers) == 1 and len(numbers[0]) == 4 and numbers[0][:2] in {"19", "20"}
    return year and here[-1].text == numbers[0] and len(here) > 1


def _only_counts(here: Sequence[Token]) -> bool:
    """Tell whether a part says nothing but how many: « 11 travées », « 5 bays »."""
    words = vocabulary()
    bracket = next((n for n, token in enumerate(here) if n and token.text == "("), len(here))
    said = [token for token in here[:bracket] if token.kind not in {"mark", "dots", "times"}]
    return any(token.kind == "number" for token in said) and all(
        token.kind == "number"
        or words.is_a("counting", token.folded)
        or words.is_a("quantity", token.folded)
        or words.is_a("about", token.folded)
        or (token.folded,) in words.units
        or token.folded in _OR
        for token in said
    )


def _named(found: Sequence[Token], names: Names) -> bool:
    return any(names(token.folded) for token in found)


def _tells(token: Token) -> bool:
    """Tell whether a token says something about a thing."""
    words = vocabulary()
    return token.kind in {"size", "code"} or (
        token.kind == "word" and len(token.folded) > 2 and token.folded not in words.idle
    )
