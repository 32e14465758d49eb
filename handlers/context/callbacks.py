"""What the buttons of cards mean: an action, the thing's id, the version that was on show."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Style

CALLBACK_PREFIX = "a:"
MOST_ID = 2**53  # what a database and JSON can both hold


@dataclass(frozen=True, slots=True)
class CardTap:
    """A tapped button of a card."""

    action: str
    id: int
    version: int
    more: str = ""


CallbackHandler = Callable[[UpdateContext, CardTap], Awaitable[None]]


def button(
    text: str, action: str, thing: int, version: int = 0, more: str = "", style: Style | None = None
) -> Button:
    """Make a card's button; the data holds no secret and gives no right."""
    data = f"{CALLBACK_PREFIX}{action}:{thing}:{version}" + (f":{more}" if more else "")
    if len(data) > 64:
        raise ValueError(f"too long for a button: {data}")
    return Button(text, data=data, style=style)


def read_tap(data: str) -> CardTap | None:
    """Read what a card's button carries; None for anything else."""
    if not data.startswith(CALLBACK_PREFIX):
        return None
    action, _, rest = data.removeprefix(CALLBACK_PREFIX).partition(":")
    thing, _, rest = rest.partition(":")
    version, _, more = rest.partition(":")
    number = read_id(thing)
    turn = read_id(version or "0")
    return None if number is None or turn is None else CardTap(action, number, turn, more)


def read_id(text: str) -> int | None:
    """Read the id of a thing; None for what nobody but a forger would send."""
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(MOST_ID)):
        return None
    return int(text) if int(text) <= MOST_ID else None
