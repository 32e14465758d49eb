"""What a person can do in a conversation."""

from dataclasses import dataclass
from typing import TypeAlias

from handlers.conversation.given import Given


@dataclass(frozen=True, slots=True)
class Answer:
    """Something sent or tapped.

    `turn` is the one on the button tapped; `path` names the question of the prompt replied to;
    `doubtful` where the question that stands may have been shown twice: its answer may come again.
    """

    given: Given
    turn: int | None = None
    path: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """To the question answered before."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Ask that question again; its answer stays until another replaces it."""

    path: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out one item of a group, as "lines.2"."""

    path: str


@dataclass(frozen=True, slots=True)
class Add:
    """One more item in a group that was closed, as "lines"."""

    path: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Leave the conversation."""


Move: TypeAlias = Answer | Back | Edit | Remove | Add | Cancel
