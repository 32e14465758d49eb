"""Several of an enum, without what nobody in the company keeps."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, TypeVar

from domain.promises import is_kept
from handlers.conversation.kind import Facts, Option
from handlers.conversation.kinds import MultiChoice

E = TypeVar("E", bound=Enum)
PROMISES = "promises"  # the fact: what the company file says is delivered by hand


class Promised(MultiChoice[E]):
    """A tick list of which the company file decides what is offered."""

    def __init__(
        self,
        among: type[E],
        *,
        at_least: int = 1,
        columns: int | None = None,
        only: Callable[[Any], Iterable[E]] | None = None,
    ) -> None:
        super().__init__(among, at_least=at_least, columns=columns, only=only)
        self.needs = (PROMISES,)

    def offers(self, facts: Facts) -> Sequence[Option]:
        """List what can be chosen now; where the fact was not loaded, an earlier answer stands."""
        promises = facts.get(PROMISES)
        offered = super().offers(facts)
        if promises is None:
            return offered
        return [option for option in offered if is_kept(option.code, promises)]
