"""All answers of a form on one screen, and the parts of it that can be changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from handlers.conversation.groups import group_of, item_of
from handlers.conversation.kind import Facts
from handlers.conversation.labels import shorten, shown
from handlers.conversation.question import Question
from handlers.words.catalogue import Markup, Say

ROOM = 3300  # of Telegram's 4096, beside the question, a refusal and what was noted
LENGTHS = (120, 50, 20)
FEWEST_ITEMS = 3


@dataclass(slots=True)
class Part:
    """A question, or an item of a group with what was asked in it."""

    path: str
    key: str
    question: Question | None = None
    inside: list[Question] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands at one level of a form: `open_groups` can take one more item."""

    parts: tuple[Part, ...]
    open_groups: tuple[Part, ...]


def parts(trail: Sequence[Question], within: str = "") -> Parts:
    """Sort the questions below `within` ("" or an item such as "lines.2") into parts."""
    start = f"{within}." if within else ""
    found: dict[str, Part] = {}
    open_groups = []
    for question in trail:
        if not question.path.startswith(start) or question.kind.confirms:
            continue
        rest = question.path[len(start) :].split(".")
        if len(rest) == 1:
            found[question.path] = Part(question.path, question.key, question)
            continue
        path, key = start + ".".join(rest[:2]), _group_key(question.key, len(rest))
        if question.ended and len(rest) == 3:
            open_groups.append(Part(start + rest[0], key))
        elif question.answered:
            found.setdefault(path, Part(path, key)).inside.append(question)
    return Parts(tuple(found.values()), tuple(open_groups))


def summary(trail: Sequence[Question], facts: Facts, say: Say) -> list[str]:
    """Write every answer with its label, as HTML lines that fit on one screen."""
    level = parts(trail)
    lines: list[str] = []
    for length in LENGTHS:
        sections = _sections(level, facts, say, length)
        for group in sections:
            _drop(sections, group, say)
        lines = [line for section in sections for line in section]
        if _size(lines) <= ROOM:
            break
    return lines


def item_words(part: Part, facts: Facts, say: Say, length: int = LENGTHS[0]) -> str:
    """Sum up one item of a group in plain words; `.item` of the group says how, if it is there."""
    values = {
        question.path.rpartition(".")[2]: shown(question, facts, say)
        for question in part.inside
        if item_of(question.path) == part.path
    }
    how = f"{part.key}.item"
    if say.has(how):
        return shorten(say.plain(how, **dict.fromkeys(say.variables(how), "") | values), length)
    return shorten(" · ".join(value for value in values.values() if value), length)


def _sections(level: Parts, facts: Facts, say: Say, length: int) -> list[list[str]]:
    sections: list[list[str]] = []
    group = ""
    for part in level.parts:
        if part.question is not None and (rows := _rows(part.question, facts, say)):
            group = ""
            head = say("review-group", label=_label(part.key, say), count=len(rows))
            head += _legend(part.question, facts, say)
            named = (escape(shorten(row, length), quote=False) for row in rows)
            sections.append([head, *(f"{number}. {one}" for number, one in enumerate(named, 1))])
            continue
        if part.question is not None:
            value = shorten(shown(part.question, facts, say), length)
            sections.append([say("review-line", label=_label(part.key, say), value=value)])
            continue
        if group != group_of(f"{part.path}.x"):
            group = group_of(f"{part.path}.x")
            count = sum(one.path.startswith(f"{group}.") for one in level.parts)
            sections.append([say("review-group", label=_label(part.key, say), count=count)])
        number = int(part.path.rpartition(".")[2]) + 1
        words = item_words(part, facts, say, length)
        sections[-1].append(f"{number}. {escape(words, quote=False)}")
    empty = [one for one in level.open_groups if not _has_items(one, level)]
    sections += [
        [say("review-line", label=_label(one.key, say), value=say.plain("shown-none"))]
        for one in empty
    ]
    return sections


def _rows(question: Question, facts: Facts, say: Say) -> Sequence[str]:
    return () if question.raw is None else question.kind.rows(question.raw, facts.of(question), say)


def _legend(question: Question, facts: Facts, say: Say) -> str:
    legend = question.kind.legend(question.raw, facts.of(question), say)
    return f" · <i>{escape(legend, quote=False)}</i>" if legend else ""


def _drop(sections: list[list[str]], group: list[str], say: Say) -> None:
    """Leave out items from the middle of a long group until the whole fits."""
    over = _size([line for section in sections for line in section]) - ROOM
    if over <= 0 or len(group) <= FEWEST_ITEMS + 1:
        return
    last, left_out = group.pop(), 0
    while over > -60 and len(group) > FEWEST_ITEMS:
        over -= _letters(group.pop())
        left_out += 1
    group += [say("review-more", count=left_out), last]


def _size(lines: Sequence[str]) -> int:
    return sum(_letters(line) for line in lines)


def _letters(line: str) -> int:
    """Count as Telegram does, for whom a picture sign is two; and the end of the line."""
    return len(line.encode("utf-16-le")) // 2 + 1


def _label(key: str, say: Say) -> Markup:
    return Markup(say(f"{key}.label"))


def _has_items(group: Part, level: Parts) -> bool:
    return any(part.path.startswith(f"{group.path}.") for part in level.parts)


def _group_key(key: str, deep: int) -> str:
    """Cut the key of a question inside a group to the group's own."""
    return key.rsplit("-", maxsplit=deep // 2)[0]
