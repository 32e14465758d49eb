"""Why a plan is published in spite of what is soft against it."""

from enum import StrEnum
from typing import Any

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Text


class OverrideReason(StrEnum):
    """Why a soft rule does not hold this once."""

    CLIENT_AGREED = "client_agreed"
    CREW_AGREED = "crew_agreed"
    SETTLED = "settled"  # the paper, the permit, the opening is settled by telephone
    OTHER = "other"


def is_other(so_far: Any) -> bool:
    """Tell whether no button says the reason."""
    return so_far.reason is OverrideReason.OTHER


@form("moveanyway", version=1)
class MoveAnywayForm:
    """The reason of a coordinator who changes a published plan in spite of a soft rule."""

    reason: OverrideReason = ask(Choice(OverrideReason, columns=1))
    words: str | None = ask(Text(at_least=3, at_most=300, needs_letter=True), when=is_other)


@form("override", version=1)
class OverrideForm:
    """The reason of a coordinator who publishes anyway; it is kept and shown."""

    reason: OverrideReason = ask(Choice(OverrideReason, columns=1))
    words: str | None = ask(Text(at_least=3, at_most=300, needs_letter=True), when=is_other)
