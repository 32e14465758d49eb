"""An inventory answered step by step."""

from types import SimpleNamespace
from typing import Any

import orjson

from domain.catalogue import shipped_catalogue
from handlers.conversation.given import (
    Tapped,
    Typed,
)
from handlers.conversation.kind import Facts, Rejected
from handlers.inventory.inventory_kind import Inventory
from handlers.words.catalogue import Words

KIND = Inventory()


FACTS = Facts({"catalogue": shipped_catalogue()}, SimpleNamespace())


SAY = Words.load().say("fr")


class Made:
    """An inventory in the making; every state goes through JSON, as between two updates."""

    def __init__(self) -> None:
        self.raw: Any = None
        self.refused: Rejected | None = None

    def gives(self, *given: object) -> "Made":
        for one in given:
            read = KIND.read(one, self.raw, FACTS)  # type: ignore[arg-type]
            self.refused = read if isinstance(read, Rejected) else None
            if not isinstance(read, Rejected):
                self.raw = orjson.loads(orjson.dumps(read))
        return self

    def taps(self, *codes: str) -> "Made":
        return self.gives(*map(Tapped, codes))

    def says(self, *texts: str) -> "Made":
        return self.gives(*map(Typed, texts))

    @property
    def value(self) -> object:
        return KIND.load(self.raw)

    @property
    def lines(self) -> list[tuple[str, str]]:
        raw = self.taps("done").raw if not self.raw.get("done") else self.raw
        return [(one["code"], one["quantity"]) for one in raw["lines"]]

    @property
    def codes(self) -> list[str]:
        return [option.code for option in KIND.options(self.raw, FACTS)]

    @property
    def text(self) -> str:
        return "\n".join(KIND.lines(self.raw, FACTS, SAY))
