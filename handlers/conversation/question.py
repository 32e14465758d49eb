"""One question of a form, as it stands for one person."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from handlers.conversation.kind import MISSING, Json, Kind, Missing


@dataclass(frozen=True, slots=True)
class Question:
    """A question that applies: `answer` is its raw answer, `draft` what was begun.

    `ends` where "that's all" may close its group instead; `ended` where it did.
    `number` counts the items of its group from 1. `usual` where the usual answer may be offered.
    """

    path: str
    key: str
    kind: Kind[Any]
    so_far: SimpleNamespace
    optional: bool = False
    needs: frozenset[str] = frozenset()
    answer: Json | Missing = MISSING
    draft: Json = None
    number: int = 0
    ends: bool = False
    ended: bool = False
    editing: bool = False
    usual: bool = False

    @property
    def raw(self) -> Json:
        """Return the raw answer; None where there is none, and where it was skipped."""
        return None if self.answer is MISSING else self.answer

    @property
    def answered(self) -> bool:
        return self.answer is not MISSING and not self.ended
