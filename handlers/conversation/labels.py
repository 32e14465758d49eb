"""The words on buttons, and typed words that mean a button."""

import unicodedata
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from handlers.conversation.codes import BACK, CANCEL, DONE, ENOUGH, KEEP, SKIP, USUAL
from handlers.conversation.kind import Facts, Option
from handlers.conversation.question import Question
from handlers.words.catalogue import Say

LABEL_LENGTH = 30
NAME_LENGTH = 36  # of a button that has the row for itself
NAME_END = 11
_NAV = (Option(BACK, "nav-back"), Option(CANCEL, "nav-cancel"))


def extras(question: Question, facts: Facts, say: Say) -> tuple[Option, ...]:
    """List the buttons that a question has beside those of its kind."""
    found: list[Option] = []
    if question.editing:
        found.append(Option(KEEP, "nav-keep", params={"old": shown(question, facts, say)}))
    elif question.usual and say.has(f"{question.key}.usual"):
        found.append(Option(USUAL, ".usual"))
    if question.optional and not _can_be_done(question, facts):
        found.append(Option(SKIP, _own_or("skip", question, say)))
    if question.ends:
        found.append(Option(ENOUGH, _own_or("enough", question, say), style="success"))
    return tuple(found)


def _own_or(word: str, question: Question, say: Say) -> str:
    """Name the question's own words for a button, else those of every question."""
    return f".{word}" if say.has(f"{question.key}.{word}") else f"nav-{word}"


def _can_be_done(question: Question, facts: Facts) -> bool:
    """Tell whether something was gathered: to skip then would throw it away."""
    offered = question.kind.options(question.draft, facts) if question.draft else ()
    return any(option.code == DONE for option in offered)


def navigation(question: Question, facts: Facts) -> tuple[Option, ...]:
    """Leave and, unless this is where it all begins, go back."""
    first = not facts.trail or facts.trail[0].path == question.path
    return _NAV[1:] if first or (question.kind.confirms and not question.editing) else _NAV


def label(option: Option, question: Question, say: Say) -> str:
    """Write a button's words, at most 30 characters; a name of its own row, at most 36."""
    if option.text is not None:
        words = _data(option.text, say)
    else:
        key = option.key or f".{option.code}"
        words = say.plain(question.key + key if key.startswith(".") else key, **option.params)
    words = f"{option.mark} {words}" if option.mark else words
    named = option.wide and option.text is not None
    return squeezed(words, NAME_LENGTH) if named else shorten(words, LABEL_LENGTH)


def shown(question: Question, facts: Facts, say: Say) -> str:
    """Write the answer to a question as the person knows it, plain."""
    if not question.answered:
        return ""
    if question.raw is None:
        return say.plain("shown-skipped")
    return question.kind.show(question.raw, question.key, facts.of(question), say)


def spoken(question: Question, text: str, facts: Facts, say: Say) -> str | None:
    """Find the button whose words were typed; on questions for free text only "skip" and "keep"."""
    wanted = fold(text)
    if not wanted:
        return None
    options: Sequence[Option] = extras(question, facts, say)
    if not question.kind.free_text:
        offered = question.kind.options(question.draft, facts)
        options = (*offered, *options, *navigation(question, facts))
    typed = (option for option in options if not option.tap_only)
    return next((option.code for option in typed if wanted in _names(option, question, say)), None)


def shorten(text: str, length: int) -> str:
    """Cut a text that is too long, and show that it was."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def squeezed(text: str, length: int) -> str:
    """Cut a long name between words of its middle: what tells alike things apart ends it."""
    if len(text) <= length:
        return text
    end = _words_within(text[::-1], NAME_END)[::-1]
    head = _words_within(text, length - len(end) - 1)
    return f"{head.rstrip(' ,/(')}…{end}"


def _words_within(text: str, length: int) -> str:
    """Take the whole words that a text begins with; part of the first where it is too long."""
    part = text[: length + 1].rpartition(" ")[0].rstrip()
    return part or text[:length]


def fold(text: str) -> str:
    """Reduce words to what is compared: no accents, no case, no signs around them."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(letter if letter.isalnum() else " " for letter in plain if _counts(letter))
    return " ".join(kept.split())


_folded = lru_cache(maxsize=2048)(fold)  # for words on buttons, of which there are few


def _counts(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Mn", "Cf"}


def _data(value: object, say: Say) -> str:
    if callable(value):
        return str(value(say))
    match value:
        case date():
            return say.day_short(value)
        case time():
            return say.time(value)
        case int() | Decimal():
            return say.number(value)
    return str(value)


def _names(option: Option, question: Question, say: Say) -> set[str]:
    names = {_folded(label(option, question, say))}
    also = f"{option.key}.also"
    if option.key and say.has(also):
        names |= {fold(name) for name in say.plain(also).split(",")}
    return names - {""}
