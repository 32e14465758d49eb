"""A start loads what every start needs; what draws, reads, prints or migrates comes at its need."""

import inspect
import subprocess
import sys

import pytest

from bot.errands.errand_handlers import HANDLERS

AT_NEED = (
    *("alembic", "documents", "docx", "lxml", "mako", "openpyxl", "PIL", "pillow_heif", "pypdf"),
    *("segno", "typst"),
)
SERVERS = ("starlette", "uvicorn")


def test_a_start_loads_nothing_that_only_some_errands_need() -> None:
    program = "import sys, bot.__main__, bot.commands.run; print(*sys.modules)"
    run = [sys.executable, "-c", program]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    assert {*AT_NEED, *SERVERS} & {name.partition(".")[0] for name in loaded} == set()


@pytest.mark.parametrize("kind", sorted(HANDLERS))
def test_every_errand_finds_its_handler(kind: str) -> None:
    handler = HANDLERS[kind].load()
    assert inspect.iscoroutinefunction(handler)
    assert [*inspect.signature(handler).parameters] in (["ctx", "errand"], ["ctx", "_errand"])
