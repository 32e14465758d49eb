"""From a screen, which knows no chat, to a post, which the outbox carries."""

from typing import Any

from handlers.conversation.screen import Button, Screen
from storage.outbox import Post

LONGEST_TEXT = 4096


def post_of(screen: Screen, chat_id: int, *, remove_keyboard: bool = False, **manner: Any) -> Post:
    """Address a screen; `manner` are the other fields of a Post."""
    markup = {"remove_keyboard": True} if remove_keyboard else _markup(screen)
    return Post(chat_id=chat_id, text=screen.text, markup=markup, **manner)


def _markup(screen: Screen) -> dict[str, Any] | None:
    if screen.keyboard:
        want = {"contact": "request_contact", "location": "request_location"}[screen.keyboard]
        key = {"text": screen.keyboard_label or "…", want: True}
        rows = [[{"text": text} for text in row] for row in screen.keyboard_rows]
        return {"keyboard": [[key], *rows], "resize_keyboard": True, "one_time_keyboard": True}
    if screen.rows:
        return {"inline_keyboard": [[_button(one) for one in row] for row in screen.rows]}
    return None


def _button(button: Button) -> dict[str, str]:
    parts = {"callback_data": button.data, "url": button.url, "style": button.style}
    return {"text": button.text} | {name: value for name, value in parts.items() if value}
