"""From an outcome to a screen: HTML words and rows of buttons that fit a phone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from handlers.conversation.given import Tapped
from handlers.conversation.kind import Facts, Option, Rejected
from handlers.conversation.labels import extras, label, navigation, shorten, shown
from handlers.conversation.moves import Answer
from handlers.conversation.outcomes import (
    Asked,
    Cancelled,
    Finished,
    Outcome,
    Refused,
    Repeated,
    Stale,
)
from handlers.conversation.question import Question
from handlers.conversation.screen import Button, FormTap, Screen, form_data, read_tap
from handlers.conversation.session import Session
from handlers.words.catalogue import Markup, Say

__all__ = ["FormTap", "move_of", "read_tap", "refusal", "render"]

ECHO_LENGTH = 80
ROW_LETTERS = 36  # what a row of buttons holds on a small phone
ROW_BUTTONS = 3


def render(
    session: Session, outcome: Outcome, say: Say, sid: int, facts: Mapping[str, Any]
) -> Screen:
    """Show the question that an outcome leaves; `facts` holds what `needs_of(session)` names."""
    if isinstance(outcome, Cancelled):
        return Screen(say("form-cancelled"))
    if isinstance(outcome, Finished):
        return Screen(say("form-finished"))
    question = outcome.question
    known = Facts(facts, question.so_far, session.walked.trail, say.lang, question.needs)
    text = _text(outcome, question, known, say)
    offered = question.kind.options(question.draft, known)
    more = extras(question, known, say)
    leave = navigation(question, known)
    if question.kind.keyboard and not offered:
        rows = [[label(option, question, say)] for option in more]
        return Screen(
            text,
            keyboard=question.kind.keyboard,
            keyboard_label=say.plain(f"share-{question.kind.keyboard}"),
            keyboard_rows=tuple(
                map(tuple, [*rows, [label(option, question, say) for option in leave]])
            ),
        )
    button = _Buttons(question, say, sid, session.turn)
    wide = [replace(option, wide=True) for option in more]
    return Screen(text, (*button.rows(offered), *button.rows(wide), button.row(leave)))


def move_of(tap: FormTap) -> Answer:
    """Take a tap on a form's button for an answer."""
    return Answer(Tapped(tap.code), turn=tap.turn)


def refusal(rejected: Rejected, say: Say) -> str:
    """Say in HTML what cannot be taken, and what to send instead."""
    return say(f"rejected-{rejected.code}", **rejected.params).strip()


class _Buttons:
    """Turns options into buttons of one turn."""

    def __init__(self, question: Question, say: Say, sid: int, turn: int) -> None:
        self.question, self.say, self.sid, self.turn = question, say, sid, turn
        self.columns = min(question.kind.columns or ROW_BUTTONS, ROW_BUTTONS)

    def rows(self, options: Sequence[Option]) -> Iterator[tuple[Button, ...]]:
        for wide, run in groupby(options, lambda option: option.wide):
            buttons = self.row(run)
            yield from ((button,) for button in buttons) if wide else _packed(buttons, self.columns)

    def row(self, options: Iterable[Option]) -> tuple[Button, ...]:
        return tuple(
            Button(
                label(option, self.question, self.say),
                form_data(self.sid, self.turn, option.code),
                style=option.style,
            )
            for option in options
        )


def _packed(buttons: Sequence[Button], columns: int) -> Iterator[tuple[Button, ...]]:
    """Fill rows evenly: as many a row as the longest label of the row leaves room for."""
    at = 0
    while at < len(buttons):
        left = len(buttons) - at
        fit = max(n for n in range(1, columns + 1) if n == 1 or _fits(buttons[at : at + n], n))
        if left > fit and left < 2 * fit:
            fit = -(-left // 2)
        yield tuple(buttons[at : at + fit])
        at += fit


def _fits(row: Sequence[Button], count: int) -> bool:
    return len(row) == count and all(len(button.text) * count <= ROW_LETTERS for button in row)


def _text(
    outcome: Asked | Refused | Stale | Repeated, question: Question, facts: Facts, say: Say
) -> str:
    notice = _notice(outcome, facts, say)
    asked = say(question.key, **_values(question.key, question, facts, say))
    hint = f"{question.key}.hint"
    if say.has(hint):
        asked += f"\n<i>{say(hint, **_values(hint, question, facts, say))}</i>"
    again = isinstance(outcome, Refused) and outcome.rejected.code.startswith("expected-")
    told = question.kind.lines_again if again else question.kind.lines
    below = "\n".join(told(question.draft, facts, say))
    return "\n\n".join(part.strip("\n") for part in (notice, asked, below) if part)


def _notice(outcome: Asked | Refused | Stale | Repeated, facts: Facts, say: Say) -> str:
    match outcome:
        case Asked(kept=Question() as kept, rejected=rejected):
            value = kept.kind.show(kept.raw, kept.key, facts.of(kept), say)
            words = say("kept", label=_label(kept, say), value=shorten(value, ECHO_LENGTH))
            return f"{words}\n{refusal(rejected, say)}" if rejected else words
        case Asked(noted=noted, unexpected=unexpected, usual=usual):
            if unexpected:
                return say("one-more-thing")
            if usual:
                return _noted_usual(noted, facts, say)
            return _noted(noted, outcome.question, facts, say) if noted else ""
        case Refused(_, rejected, about):
            words = refusal(rejected, say)
            other = _find(about, facts) if about else None
            named = other is not None and say.has(f"{other.key}.label")
            if other is None or not named:
                return words
            return say("about-other", label=_label(other, say), words=Markup(words))
        case Stale():
            return say("form-stale")
        case Repeated():
            return say("repeated")


def _noted(path: str, asked: Question, facts: Facts, say: Say) -> str:
    """Repeat the answer just taken, since the question it stood under is gone from the screen."""
    noted = _find(path, facts)
    if noted is None or noted.kind.confirms or asked.kind.confirms:
        return ""
    if not noted.needs <= facts.known.keys() or not say.has(f"{noted.key}.label"):
        return ""
    value = shorten(shown(noted, facts, say), ECHO_LENGTH)
    return say("noted", label=_label(noted, say), value=value)


def _noted_usual(path: str | None, facts: Facts, say: Say) -> str:
    """Say what one tap has answered."""
    noted = _find(path, facts) if path else None
    if noted is None or not say.has(f"{noted.key}.means"):
        return ""
    label, means = say(f"{noted.key}.usual"), say(f"{noted.key}.means")
    return say("noted", label=Markup(label), value=Markup(means))


def _values(key: str, question: Question, facts: Facts, say: Say) -> dict[str, object]:
    """Give a sentence what it asks for: the item's number, the old answer, answers beside it."""
    beside = question.path.rpartition(".")[0]
    values: dict[str, object] = {}
    for name in say.variables(key):
        if name == "number":
            values[name] = question.number
        elif name == "old":
            values[name] = shorten(shown(question, facts, say), ECHO_LENGTH)
        else:
            other = _find(f"{beside}.{name}" if beside else name, facts)
            values[name] = shorten(shown(other, facts, say), ECHO_LENGTH) if other else ""
    return values


def _find(path: str, facts: Facts) -> Question | None:
    return next(
        (question for question in facts.trail if question.path == path and question.answered), None
    )


def _label(question: Question, say: Say) -> Markup:
    return Markup(say(f"{question.key}.label"))
