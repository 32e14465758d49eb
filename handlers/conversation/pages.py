"""A list that is too long for one screen, cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from handlers.conversation.kind import Json, Option

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of `size` out of `count` things; a page wanted beyond the last is the last."""

    wanted: int
    count: int
    size: int

    @property
    def last(self) -> int:
        return max(0, (self.count - 1) // self.size)

    @property
    def at(self) -> int:
        """Return the page shown, counted from 0."""
        return max(0, min(self.wanted, self.last))

    def of(self, things: Sequence[T]) -> Sequence[T]:
        """Cut the things of the page shown out of all."""
        return things[self.at * self.size : (self.at + 1) * self.size]

    def turns(self, previous: str = "◀", following: str = "▶") -> list[tuple[int, str]]:
        """List the pages beside the one shown, each with its sign."""
        beside = ((self.at - 1, previous), (self.at + 1, following))
        return [(page, sign) for page, sign in beside if 0 <= page <= self.last]

    def options(self, code: str) -> list[Option]:
        """Offer the pages beside the one shown; `code` stands before the page."""
        turns = self.turns("pick-previous", "pick-next")
        return [Option(f"{code}{page}", key) for page, key in turns]


def page_of(view: Json) -> int:
    """Read the page from a stored view; the first where it holds none."""
    page = view.get("page") if isinstance(view, dict) else None
    return page if isinstance(page, int) and page > 0 else 0
