"""What production installs: all that reads a PDF, each by its hash, from no address of its own."""

import re
from importlib.metadata import requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NAME = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==", re.MULTILINE)


def locked(file: str) -> dict[str, str]:
    """Cut a lock into what it says of each library, by its name."""
    _, *parts = NAME.split((ROOT / file).read_text("utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_production_has_what_opens_a_pdf_with_a_password() -> None:
    asked = [line for line in requires("pypdf") or () if re.search(r"extra == .crypto\b", line)]
    names = {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in asked}
    assert "cryptography" in names
    assert names <= locked("requirements.lock").keys()


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_by_hash_and_names_no_address(file: str) -> None:
    found = locked(file)
    assert found
    assert [name for name, said in found.items() if "--hash=sha256:" not in said] == []
    text = (ROOT / file).read_text("utf-8")
    assert [
        word for word in ("://", "--index", "--extra-index", "--find-links") if word in text
    ] == []


def test_the_locks_agree() -> None:
    ours, development = locked("requirements.lock"), locked("requirements-dev.lock")
    version = re.compile(r"^\S+")
    found = {name: version.findall(said) for name, said in ours.items()}
    assert found == {name: version.findall(development.get(name, "")) for name in ours}
