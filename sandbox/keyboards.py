"""Keyboards under and beside messages: what Telegram takes and what it refuses."""

from __future__ import annotations

import re
from typing import Any

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from sandbox.errors import bad_request
from sandbox.world import Chat

STYLES = frozenset({"primary", "success", "danger"})
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
_LINK = re.compile(r"(https?|tg)://\S+$|(t\.me|telegram\.me)/\S+$")

KeyboardRows = list[list[dict[str, Any]]]


def inline_rows(markup: dict[str, Any] | None) -> KeyboardRows | None:
    """The rows of an inline keyboard, None where the markup is none or has no button.

    Raises:
        ApiError: 400 as Telegram words it.
    """
    if not markup or "inline_keyboard" not in markup:
        return None
    rows = [[_inline_button(button) for button in row] for row in _rows(markup["inline_keyboard"])]
    if sum(map(len, rows)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad_request("reply markup is too long")
    return [row for row in rows if row] or None


def _rows(value: Any) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request("object expected as reply markup")
    return value


def _inline_button(button: dict[str, Any]) -> dict[str, Any]:
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad_request(
            'can\'t parse inline keyboard button: Field "text" must be of type String'
        )
    found = [name for name in ACTIONS if button.get(name) is not None]
    if not found:
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    if len(found) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    data = button.get("callback_data")
    if data is not None and not _fits(str(data)):
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not _LINK.match(str(url)):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return _styled(button)


def _fits(data: str) -> bool:
    low, high = (
        InlineKeyboardButtonLimit.MIN_CALLBACK_DATA,
        InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
    )
    return low <= len(data.encode()) <= high


def _styled(button: dict[str, Any]) -> dict[str, Any]:
    if button.get("style") not in {None, *STYLES}:
        raise bad_request("invalid button style specified")
    return button


def reply_rows(markup: dict[str, Any]) -> KeyboardRows:
    """The rows of a reply keyboard; a plain string is a button with that text."""
    rows = [
        [{"text": button} if isinstance(button, str) else button for button in row]
        for row in _rows(markup["keyboard"])
    ]
    for button in (button for row in rows for button in row):
        if not str(button.get("text") or "").strip():
            raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
        _styled(button)
    if not any(rows):
        raise bad_request("reply keyboard must have at least one button")
    return rows


def replaces_keyboard(markup: dict[str, Any] | None) -> bool:
    """Whether the markup is of the sort beside the message; such a message is never edited."""
    return bool(markup) and "inline_keyboard" not in markup  # type: ignore[operator]


def read_board(chat: Chat, markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """The reply keyboard of a markup, None where it puts up none.

    Raises:
        ApiError: 400 as Telegram words it.
    """
    if not markup or not markup.get("keyboard"):
        return None
    rows = reply_rows(markup)
    if not chat.private and _asks_private_thing(rows):
        raise bad_request("phone number can be requested in private chats only")
    return {
        "rows": rows,
        "one_time": bool(markup.get("one_time_keyboard")),
        "placeholder": markup.get("input_field_placeholder") or "",
    }


def apply_keyboard(chat: Chat, markup: dict[str, Any] | None, board: dict[str, Any] | None) -> bool:
    """Puts up the board or takes away what there was; True when something changed."""
    if board:
        chat.keyboards = dict.fromkeys([chat.id] if chat.private else chat.members, board)
        return True
    if markup and markup.get("remove_keyboard") and chat.keyboards:
        chat.keyboards = {}
        return True
    return False


def _asks_private_thing(rows: KeyboardRows) -> bool:
    return any(
        button.get("request_contact") or button.get("request_location")
        for row in rows
        for button in row
    )
