"""A Bot API server as cheap as it can be, in a process of its own, with the people inside it."""

from collections import Counter, deque
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

import orjson

from bench.plan import BOT_ID

Json = Mapping[str, Any]
Reply = Callable[[bytes], None]

BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Bench", "username": "r4_bench_bot"}
ME = BOT | {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
BATCH = 100
TRUE = b'{"ok":true,"result":true}'
EMPTY = b'{"ok":true,"result":[]}'
DEEDS = frozenset(
    (
        "answerCallbackQuery",
        "deleteWebhook",
        "setMyCommands",
        "setChatMenuButton",
        "deleteMyCommands",
        "setMyDescription",
        "setMyShortDescription",
    )
)


class Inbox:
    """The updates that wait; confirmed only by a higher offset, as Telegram has it."""

    def __init__(self, call_later: Callable[..., Any]) -> None:
        self._call_later = call_later
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._next = 500_000_001
        self._poll: tuple[Reply, Any, int] | None = None
        self._flushing = False
        self.polled = False  # somebody waits for updates: people may begin

    def put(self, body: Json) -> None:
        number, self._next = self._next, self._next + 1
        self._waiting.append((number, orjson.dumps({"update_id": number, **body})))
        if self._poll is not None and not self._flushing:
            self._flushing = True  # what else comes in this turn of the loop goes along
            self._call_later(0, self._flush)

    def ask(self, params: Json, reply: Reply) -> None:
        """Answer with what waits, or hold the question until something comes or time is up."""
        offset, timeout = int(params.get("offset") or 0), float(params.get("timeout") or 0)
        limit = min(int(params.get("limit") or BATCH), BATCH)
        while self._waiting and self._waiting[0][0] < offset:
            self._waiting.popleft()
        self._end_poll(EMPTY)
        if self._waiting or not timeout:
            reply(self._batch(limit))
        else:
            timer = self._call_later(timeout, lambda: self._end_poll(EMPTY))
            self._poll = reply, timer, limit
        self.polled = self.polled or timeout > 0

    def _flush(self) -> None:
        self._flushing = False
        if self._poll is not None and self._waiting:
            self._end_poll(self._batch(self._poll[2]))

    def _end_poll(self, answer: bytes) -> None:
        if self._poll is not None:
            reply, timer, _ = self._poll
            self._poll = None
            timer.cancel()
            reply(answer)

    def _batch(self, limit: int) -> bytes:
        bodies = [body for _, body in list(self._waiting)[:limit]]
        return b'{"ok":true,"result":[' + b",".join(bodies) + b"]}"


class Api:
    """Answers the methods; `seen` is told of every message that appears or changes."""

    def __init__(self, inbox: Inbox, seen: Callable[[int, Json], None]) -> None:
        self._inbox, self._seen = inbox, seen
        self._ids = count(1)
        self.calls: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()

    def call(self, method: str, params: Json, reply: Reply) -> None:
        self.calls[method] += 1
        if method == "getUpdates":
            self._inbox.ask(params, reply)
        elif method == "sendMessage":
            self._show(params, next(self._ids), reply)
        elif method == "editMessageText":
            self._show(params, int(params["message_id"]), reply)
        elif method == "editMessageReplyMarkup":
            reply(_answer(_message(params, int(params["message_id"]), "…")))
        elif method == "getMe":
            reply(_answer(ME))
        elif method in DEEDS:
            reply(TRUE)
        else:
            self.unknown[method] += 1
            reply(b'{"ok":false,"error_code":404,"description":"Not Found"}')

    def _show(self, params: Json, message_id: int, reply: Reply) -> None:
        message = _message(params, message_id, str(params["text"]))
        reply(_answer(message))
        self._seen(message["chat"]["id"], message)


def _message(params: Json, message_id: int, text: str) -> dict[str, Any]:
    chat_id = int(params["chat_id"])
    chat = (
        {"id": chat_id, "type": "private", "first_name": "Nour"}
        if chat_id > 0
        else {"id": chat_id, "type": "supergroup", "title": "Bench"}
    )
    message = {
        "message_id": message_id,
        "from": BOT,
        "chat": chat,
        "date": 1_800_000_000,
        "text": text,
    }
    markup = params.get("reply_markup")
    if markup:
        markup = orjson.loads(markup) if isinstance(markup, str) else markup
        if "inline_keyboard" in markup:
            message["reply_markup"] = markup
    return message


def _answer(result: Json) -> bytes:
    return b'{"ok":true,"result":' + orjson.dumps(result) + b"}"
