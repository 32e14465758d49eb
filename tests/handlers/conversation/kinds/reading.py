"""Puts one thing to one kind, as the engine does."""

from types import SimpleNamespace
from typing import Any

from handlers.conversation.given import Given, Typed
from handlers.conversation.kind import Facts, Kind, Rejected
from tests.handlers.conversation.example import FACTS


def facts(**so_far: Any) -> Facts:
    return Facts(FACTS, SimpleNamespace(**so_far))


def read(kind: Kind[Any], given: Given | str, before: Any = None, **so_far: Any) -> Any:
    """Return the value of what was sent, or why it cannot be taken, or what is begun."""
    given = Typed(given) if isinstance(given, str) else given
    raw = kind.read(given, before, facts(**so_far))
    if isinstance(raw, Rejected | dict):
        return raw
    return kind.load(raw)  # type: ignore[arg-type]


def code(kind: Kind[Any], given: Given | str, before: Any = None, **so_far: Any) -> str:
    """Return only the code of a refusal; "" where it was taken."""
    found = read(kind, given, before, **so_far)
    return found.code if isinstance(found, Rejected) else ""
