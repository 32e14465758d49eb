"""From a screen, which knows no chat, to a post, which the outbox carries."""

import re
from typing import Any, TypedDict, Unpack

from handlers.conversation.screen import Button, Screen
from storage.outbox import Asks, Post, Urgency

LONGEST_TEXT = 4096  # of what is read: tags and the letters of an entity do not count
LONGEST_CAPTION = 1024  # below a photo or a document
MORE = "…"
_PIECE = re.compile(r"<(/?)([a-z]+)[^>]*>|&[#\w]+;|.", re.DOTALL)


class PostOptions(TypedDict, total=False):
    """The fields of a Post that a screen does not decide."""

    card: str | None
    fresh: bool
    silent: bool
    protect: bool
    urgency: Urgency
    delay_seconds: float
    photos: tuple[int, ...]
    document: int | None
    asks: Asks | None
    topic: int | None
    withdraw: bool


class ScreenOptions(PostOptions, total=False):
    """What `post_of` takes beside a screen and a chat."""

    remove_keyboard: bool


def post_of(
    screen: Screen, chat_id: int, *, remove_keyboard: bool = False, **options: Unpack[PostOptions]
) -> Post:
    """Address a screen."""
    markup = {"remove_keyboard": True} if remove_keyboard else _markup(screen)
    carried = options.get("photos") or options.get("document") is not None
    text = fitting(screen.text, LONGEST_CAPTION if carried else LONGEST_TEXT)
    return Post(chat_id=chat_id, text=text, markup=markup, **options)


def fitting(text: str, most: int = LONGEST_TEXT) -> str:
    """Cut HTML that is too long for one message, between letters, and close what is open."""
    if len(text) <= most // 2:
        return text
    kept, ends, room = [], list[str](), most
    pieces = list(_PIECE.finditer(text))
    if sum(_units(match) for match in pieces) <= most:
        return text
    for piece in pieces:
        room -= _units(piece)
        if room < len(MORE):
            break
        kept.append(piece[0])
        if piece[2]:
            ends = ends[:-1] if piece[1] else [*ends, f"</{piece[2]}>"]
    return "".join([*kept, MORE, *reversed(ends)])


def short(text: str, most: int) -> str:
    """Cut plain words that are too long for their place."""
    if length(text) <= most:
        return text
    units = text.encode("utf-16-le")[: 2 * (most - len(MORE))]
    return units.decode("utf-16-le", errors="ignore").rstrip() + MORE


def length(text: str) -> int:
    """Count as Telegram does, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _units(piece: re.Match[str]) -> int:
    """Count a tag as nothing, an entity as the sign it stands for."""
    if piece[2]:
        return 0
    return 1 if piece[0].startswith("&") and len(piece[0]) > 1 else length(piece[0])


def _markup(screen: Screen) -> dict[str, Any] | None:
    if screen.keyboard:
        want = {"contact": "request_contact", "location": "request_location"}[screen.keyboard]
        key = {"text": screen.keyboard_label or "…", want: True}
        rows = [[{"text": text} for text in row] for row in screen.keyboard_rows]
        return {"keyboard": [[key], *rows], "resize_keyboard": True, "one_time_keyboard": True}
    if screen.rows:
        return {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]}
    return None


def _button(button: Button) -> dict[str, str]:
    parts = {"callback_data": button.data, "url": button.url, "style": button.style}
    return {"text": button.text} | {name: value for name, value in parts.items() if value}
