"""Helpers stand in modules of their own: a test module is imported by nobody."""

import re
from pathlib import Path

IMPORTS_TESTS = re.compile(r"^from tests(\.\w+)*\.test_\w+ import", re.MULTILINE)


def test_no_test_module_imports_another() -> None:
    importing = [
        str(path)
        for path in Path("tests").rglob("*.py")
        if IMPORTS_TESTS.search(path.read_text("utf-8"))
    ]

    assert importing == []
