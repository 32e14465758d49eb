"""Keeps a sandbox over a restart: one SQLite file, and a folder for the bytes of files."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

import orjson

from sandbox.core import Core, SandboxTap
from sandbox.files import File
from sandbox.updates import Pending
from sandbox.world import Bell, Chat, ForumTopic, Message, SandboxChange, User

DELAY = 0.2
"""Seconds that changes are gathered before they are written."""

Made = TypeVar("Made")


class Store:
    def __init__(self, folder: Path, core: Core) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.core = core
        self._db = sqlite3.connect(folder / "telegram.sqlite3")
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        self._db.execute(
            "create table if not exists state (kind text, key text, body blob, "
            "primary key (kind, key)) without rowid"
        )
        self._messages: dict[tuple[int, int], Message] = {}
        self._flushed = Bell()
        self._timer: asyncio.TimerHandle | None = None
        core.files.folder = folder / "files"

    def note(self, change: SandboxChange | None = None) -> None:
        """Listens to the world; writes a little later."""
        if change is not None and change.message is not None:
            message = change.message
            self._messages[message.chat_id, message.message_id] = message
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(DELAY, self.flush)

    async def written(self) -> None:
        """Waits until everything that happened is on disk."""
        while self._timer is not None:
            await self._flushed.wait(DELAY * 2)

    def flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        files, self.core.files.added = self.core.files.added, []
        messages, self._messages = self._messages, {}
        rows = [
            *(("message", f"{m.chat_id}/{m.message_id}", _dump(m)) for m in messages.values()),
            *(("file", str(file.number), _dump(file)) for file in files),
            *(("user", str(user.id), _dump(user)) for user in self.core.world.users.values()),
            *(("chat", str(chat.id), _dump(chat)) for chat in self.core.world.chats.values()),
            ("meta", "meta", _dump(self._meta())),
        ]
        with self._db:
            self._db.executemany("insert or replace into state values (?, ?, ?)", rows)
        self._flushed.ring()

    def _meta(self) -> dict[str, Any]:
        core = self.core
        updates, webhook = core.updates, core.webhook
        return {
            "counters": core.world.counters,
            "commands": core.world.commands,
            "pending": [asdict(update) for update in updates.pending.values()],
            "allowed": None if updates.allowed is None else sorted(updates.allowed),
            "last_id": updates.last_id,
            "taps": [asdict(tap) for tap in list(core.taps.values())[-200:]],
            "webhook": [webhook.url, webhook.secret, webhook.max_connections],
        }

    def load(self) -> None:
        """Fills the core with what was kept."""
        core, rows = self.core, self._rows
        core.world.users = {user.id: user for user in map(_user, rows("user"))}
        core.world.chats = {chat.id: chat for chat in map(_chat, rows("chat"))}
        for file in sorted((_make(File, row) for row in rows("file")), key=lambda f: f.number):
            core.files.learn(file)
        for message in sorted(map(_message, rows("message")), key=lambda m: m.message_id):
            core.world.messages.setdefault(message.chat_id, {})[message.message_id] = message
        for meta in rows("meta"):
            self._load_meta(meta)

    def _load_meta(self, meta: dict[str, Any]) -> None:
        core = self.core
        core.world.counters = meta["counters"]
        core.world.commands = meta["commands"]
        updates = [_make(Pending, row) for row in meta["pending"]]
        core.updates.pending = {update.update_id: update for update in updates}
        core.updates.allowed = None if meta["allowed"] is None else frozenset(meta["allowed"])
        core.updates.last_id = meta["last_id"]
        core.taps = {row["id"]: _make(SandboxTap, row) for row in meta["taps"]}
        url, secret, most = meta["webhook"]
        if url:
            core.webhook.start(url, secret, most)

    def _rows(self, kind: str) -> list[dict[str, Any]]:
        found = self._db.execute("select body from state where kind = ?", (kind,))
        return [orjson.loads(body) for (body,) in found]

    def close(self) -> None:
        self.flush()
        self._db.close()


def _dump(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)


def _make(kind: type[Made], row: dict[str, Any]) -> Made:
    """Fields that a newer or older version had are left out."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in row.items() if name in known})


def _user(row: dict[str, Any]) -> User:
    user = _make(User, row)
    user.place = (user.place[0], user.place[1])
    return user


def _chat(row: dict[str, Any]) -> Chat:
    chat = _make(Chat, row)
    chat.topics = {int(key): _make(ForumTopic, topic) for key, topic in row["topics"].items()}
    chat.keyboards = {int(key): board for key, board in chat.keyboards.items()}
    return chat


def _message(row: dict[str, Any]) -> Message:
    message = _make(Message, row)
    message.reactions = {int(key): emoji for key, emoji in message.reactions.items()}
    return message
