"""The lists that the reader learns from and is measured on hold together."""

import json
from pathlib import Path
from typing import Any

import pytest

from domain.catalogue import shipped_catalogue

FOLDER = Path(__file__).parent.parent / "inventory_corpus"
HALVES = ("learn", "measure")


def lists(half: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{half}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("half", HALVES)
def test_every_expected_thing_is_in_the_catalogue_and_every_line_in_its_text(half: str) -> None:
    known = {item.code for item in shipped_catalogue().items}
    for written in lists(half):
        lines = written["text"].splitlines()
        for expected in written["expected"]:
            named = {expected["thing"], *expected.get("accept", ())} - {None}
            assert named <= known
            assert expected["line"] in lines
        assert set(written["headings"]) <= set(lines)


def test_both_halves_are_large_enough_to_tell_something() -> None:
    assert all(sum(len(written["expected"]) for written in lists(half)) >= 75 for half in HALVES)


def test_no_list_stands_in_both_halves() -> None:
    learn, measure = ({written["text"] for written in lists(half)} for half in HALVES)
    assert not learn & measure
