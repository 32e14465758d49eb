"""The states that ARCHITECTURE.md shows are those that run."""

import re
from pathlib import Path
from typing import Any

import pytest

from domain.costing import COSTING
from domain.jobs import CREW_ANSWER, JOB
from domain.lifecycle import Event, Lifecycle, State
from domain.quotes import QUOTE
from domain.requests import REQUEST
from domain.surveys import SURVEY

TEXT = Path("ARCHITECTURE.md").read_text(encoding="utf-8")
SECTION = TEXT.partition("## States\n")[2].partition("\n## ")[0]
NAMED: dict[str, Lifecycle[Any, Any]] = {
    "request": REQUEST,
    "revision of a quote": QUOTE,
    "costing": COSTING,
    "survey": SURVEY,
    "job": JOB,
    "answer of a crew member": CREW_ANSWER,
}


def drawn(lifecycle: Lifecycle[State, Event]) -> list[str]:
    """Write a table as the document shows it, a line for each state."""
    width = max(map(len, lifecycle.table))
    return [
        f"{'▶' if state in lifecycle.beginnings else ' '} {state:{width}}   "
        + (", ".join(f"{event.name.lower()} → {after}" for event, after in events.items()) or "∎")
        for state, events in lifecycle.table.items()
    ]


def test_every_thing_with_states_is_shown() -> None:
    assert re.findall(r"^\*\*(.+)\*\*$", SECTION, re.MULTILINE) == list(NAMED)


@pytest.mark.parametrize("name", NAMED)
def test_the_document_shows_the_table_that_runs(name: str) -> None:
    shown = SECTION.partition(f"**{name}**\n")[2].partition("```\n")[2].partition("```")[0]
    assert shown.splitlines() == drawn(NAMED[name])
