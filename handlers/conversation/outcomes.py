"""What comes of a move."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from handlers.conversation.kind import Rejected
from handlers.conversation.question import Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to put; `noted` is the path just answered, `unexpected` where a form changed.

    `usual` where the usual answers were taken for it and for those after it, `kept` the other
    question that what was sent is kept for, `rejected` why a file is not the answer here.
    """

    question: Question
    noted: str | None = None
    unexpected: bool = False
    usual: bool = False
    kept: Question | None = None
    rejected: Rejected | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The question stands; the answer, to it or to the one at `about`, cannot be taken."""

    question: Question
    rejected: Rejected
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """An old button, or a reply to a question that is gone: nothing changed, nothing to ask."""

    question: Question


@dataclass(frozen=True, slots=True)
class Repeated:
    """The words just taken came once more, and were not taken for this question."""

    question: Question


@dataclass(frozen=True, slots=True)
class Finished:
    """All is answered; the value is the form."""

    value: Any


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person left."""


Outcome: TypeAlias = Asked | Refused | Stale | Repeated | Finished | Cancelled
