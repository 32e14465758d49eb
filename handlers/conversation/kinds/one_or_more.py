"""One of several in one tap; more of them by ticking, after a tap that asks for it."""

from collections.abc import Sequence
from typing import TypeVar

from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import Facts, Json, Option, Rejected
from handlers.conversation.kinds.choice import MultiChoice

T_co = TypeVar("T_co", covariant=True)
SEVERAL = "several"


class OneOrMore(MultiChoice[T_co]):
    """A choice that hardly ever takes more than one, and may."""

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if before is not None or not isinstance(given, Tapped):
            return super().read(given, before, facts)
        if given.code == SEVERAL:
            return {"open": []}
        return self.gone(given.code, facts) or [given.code]

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        if before is not None:
            return super().options(before, facts)
        return [*self.offers(facts), Option(SEVERAL, "choose-several", wide=True)]

    def reopen(self, raw: Json) -> Json:
        return {"open": raw} if isinstance(raw, list) and len(raw) > 1 else None
