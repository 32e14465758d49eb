"""Which lines of an inventory are fixed to the building, ticked on one card."""

from types import SimpleNamespace
from typing import Any

from domain.catalogue import Catalogue
from handlers.conversation.given import Tapped
from handlers.conversation.kind import OPEN, Facts, Rejected
from handlers.requests.fixed_lines_kind import Fixed, FixedLines
from tests.trade import services

KIND = FixedLines()
DESK, SHELF = "BUR-01.B", "RAY-01.B"


def facts(fixed: bool = True) -> Facts:
    """Two lines were counted; the second was said to be fixed."""
    lines = (
        SimpleNamespace(key=DESK, code="BUR-01", fixed=False),
        SimpleNamespace(key=SHELF, code="RAY-01", fixed=fixed),
    )
    known: dict[str, Catalogue] = {"catalogue": services().catalogue}
    return Facts(known, SimpleNamespace(lines=lines))


def boxes(before: Any) -> list[tuple[str, str]]:
    return [(option.mark, option.code) for option in KIND.options(before, facts())]


def test_what_was_said_to_be_fixed_is_ticked_at_the_start() -> None:
    assert boxes(None) == [("☐", f"+{DESK}"), ("☑", f"-{SHELF}"), ("", "done")]


def test_taps_tick_and_untick_until_done() -> None:
    begun: Any = KIND.read(Tapped(f"+{DESK}"), None, facts())
    assert begun == {"open": [DESK, SHELF]}
    begun = KIND.read(Tapped(f"-{SHELF}"), begun, facts())
    assert boxes(begun) == [("☑", f"-{DESK}"), ("☐", f"+{SHELF}"), ("", "done")]

    done = KIND.read(Tapped("done"), begun, facts())
    assert done == Fixed(frozenset({DESK}), frozenset({DESK, SHELF})).plain()


def test_everything_unticked_is_not_the_same_as_nothing_begun() -> None:
    begun: Any = KIND.read(Tapped(f"-{SHELF}"), None, facts())

    assert begun == {"open": []}
    assert boxes(begun)[1] == ("☐", f"+{SHELF}")


def test_a_line_that_is_no_longer_there_cannot_be_ticked() -> None:
    assert KIND.read(Tapped("+CHA-01.B"), None, facts()) == Rejected("not-offered")


def test_an_answer_is_begun_again_with_its_ticks() -> None:
    answer = Fixed(frozenset({SHELF}), frozenset({DESK, SHELF})).plain()

    assert KIND.load(KIND.reopen(answer)) is OPEN
    assert boxes(KIND.reopen(answer)) == boxes(None)
