"""Buttons of cards: what they carry, and what a forger may send."""

import pytest

from handlers.context.callbacks import CardTap, button, read_id, read_tap


def test_what_a_button_carries_is_read_back() -> None:
    made = button("Oui", "accept", 12, 3, "ae", style="success")
    assert made.data is not None
    assert read_tap(made.data) == CardTap("accept", 12, 3, "ae")


def test_more_may_hold_colons() -> None:
    assert read_tap("a:line:4:1:2:3") == CardTap("line", 4, 1, "2:3")


@pytest.mark.parametrize(
    "data",
    ["", "a:", "a:x", "a:x:", "a:x:-1", "a:x:1:-1", "a:x:²", "a:x:9007199254740993", "f:1:1:x"],
)
def test_nonsense_is_no_tap(data: str) -> None:
    assert read_tap(data) is None


def test_a_button_that_would_not_fit_is_a_fault() -> None:
    with pytest.raises(ValueError, match="too long"):
        button("x", "x" * 60, 1, 1)


def test_an_id_is_a_whole_number_that_a_database_holds() -> None:
    assert [read_id(one) for one in ("0", "007", str(2**53))] == [0, 7, 2**53]
    assert [read_id(one) for one in ("", "1.0", "٣", str(2**53 + 1), "9" * 40)] == [None] * 5
