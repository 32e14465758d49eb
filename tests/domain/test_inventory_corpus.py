"""The lists that the reader learns from and is measured on hold together."""

import json
from pathlib import Path
from typing import Any

import pytest

from domain.catalogue import shipped_catalogue

FOLDER = Path(__file__).parent.parent / "inventory_corpus"
FILES = ("learn", "learn_more", "learn_shapes", "learn_firms", "measure")


def lists(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{file}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("file", FILES)
def test_every_expected_thing_is_in_the_catalogue_and_every_line_in_its_text(file: str) -> None:
    known = {item.code for item in shipped_catalogue().items}
    for written in lists(file):
        lines = written["text"].splitlines()
        for expected in written["expected"]:
            named = {expected["thing"], *expected.get("accept", ())} - {None}
            assert named <= known
            assert expected["line"] in lines
        assert set(written["headings"]) <= set(lines)


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_large_enough_to_tell_something(file: str) -> None:
    assert sum(len(written["expected"]) for written in lists(file)) >= 75


def test_no_list_stands_in_two_files() -> None:
    every = [written for file in FILES for written in lists(file)]
    assert len({written["text"] for written in every}) == len(every)
    assert len({written["id"] for written in every}) == len(every)
