"""What a person is shown: words and buttons, before they become a call to Telegram."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["primary", "success", "danger"]
Keyboard: TypeAlias = Literal["contact", "location"]

DATA_BYTES = 64
_DATA = re.compile(r"f:([0-9]{1,18}):([0-9]{1,9}):([!-~]+)")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; it carries data or opens a url."""

    text: str
    data: str | None = None
    url: str | None = None
    style: Style | None = None


ButtonRows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message: HTML, and either rows of buttons or a keyboard in place of the person's own.

    With `keyboard`, the first key (`keyboard_label`) asks for the contact or the place, and
    `keyboard_rows` are plain keys below it, whose words come back as typed text.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard | None = None
    keyboard_label: str | None = None
    keyboard_rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FormTap:
    """What a button of a form carries."""

    session_id: int
    turn: int
    code: str


def form_data(sid: int, turn: int, code: str) -> str:
    """Write a form button's data; ValueError above 64 bytes or outside ASCII."""
    data = f"f:{sid}:{turn}:{code}"
    if len(data) > DATA_BYTES or not _DATA.fullmatch(data):
        raise ValueError(f"not button data: {data!r}")
    return data


def read_tap(data: str) -> FormTap | None:
    """Read a form button's data; None where it belongs to something else."""
    if len(data) > DATA_BYTES or not (found := _DATA.fullmatch(data)):
        return None
    sid, turn, code = found.groups()
    return FormTap(int(sid), int(turn), code)
