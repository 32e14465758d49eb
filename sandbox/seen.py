"""What a person sees of a message."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from sandbox.core import Core
from sandbox.entities import to_html
from sandbox.files import File
from sandbox.world import Message

KINDS = ("photo", "document", "voice", "video", "sticker", "location", "contact", "text")


_EVEN = str.maketrans({"\u00a0": " ", "\u202f": " "})


def read_out(text: str) -> str:
    """As an eye reads it, which cannot tell a space where no line may break from another."""
    return text.translate(_EVEN)


def kind_of(message: Message) -> str:
    return next((kind for kind in KINDS if kind in message.content), "service")


def file_of(core: Core, message: Message) -> File | None:
    """The file of a message, a photo in its largest size."""
    kind = kind_of(message)
    part = message.content.get(kind)
    if kind == "photo" and isinstance(part, list):
        part = part[-1]
    return core.files.find(part["file_id"]) if part and "file_id" in part else None


@dataclass(frozen=True, slots=True)
class Seen:
    """A bubble as it looked at one moment; an album is one of kind "album" with its parts.

    `buttons` are the labels of the inline keyboard row by row, `codes` their callback data (empty
    for links), `styles` their colours. Words are as `read_out` has them, `html` is as it was sent.
    """

    chat_id: int
    message_id: int
    text: str
    kind: str
    from_bot: bool
    sender: str
    buttons: tuple[tuple[str, ...], ...] = ()
    codes: tuple[tuple[str, ...], ...] = ()
    styles: tuple[tuple[str, ...], ...] = ()
    urls: tuple[tuple[str, ...], ...] = ()
    edited: bool = False
    silent: bool = False
    name: str = ""
    topic: int | None = None
    reply_to: int | None = None
    html: str = ""
    reactions: tuple[str, ...] = ()
    serial: int = 0
    born: int = 0
    parts: tuple[Seen, ...] = ()
    _core: Core | None = field(default=None, repr=False, compare=False)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for row in self.buttons for label in row)

    def code(self, label: str) -> str:
        """The callback data of the first button whose label holds `label`."""
        pairs = zip(self.labels, (code for row in self.codes for code in row), strict=True)
        return next(code for shown, code in pairs if label in shown)

    async def bytes(self) -> bytes:
        """What opening it shows: the bytes of the photo, document or voice."""
        assert self._core is not None
        message = self._core.world.messages[self.chat_id][self.message_id]
        file = file_of(self._core, message)
        assert file is not None, f"no file in {self}"
        return await asyncio.to_thread(self._core.files.content, file)

    def __str__(self) -> str:
        return "\n".join(describe(self))


def see(core: Core, message: Message) -> Seen:
    """Made once for every state of a message."""
    place = (message.chat_id, message.message_id)
    known = core.views.get(place)
    if isinstance(known, Seen) and known.serial == message.serial:
        return known
    core.views[place] = seen = _see(core, message)
    return seen


def _see(core: Core, message: Message) -> Seen:
    world = core.world
    from_bot = message.sender_id == world.bot_id
    rows = message.inline or []
    file = file_of(core, message)
    return Seen(
        chat_id=message.chat_id,
        message_id=message.message_id,
        text=read_out(message.text) or _service_text(message.content),
        kind=kind_of(message),
        from_bot=from_bot,
        sender=world.name if from_bot else world.users[message.sender_id].first_name,
        buttons=_grid(rows, "text"),
        codes=_grid(rows, "callback_data"),
        styles=_grid(rows, "style"),
        urls=_grid(rows, "url"),
        edited=message.edit_date is not None,
        silent=message.silent,
        name=file.name if file else "",
        topic=message.thread_id,
        reply_to=message.reply_to,
        html=to_html(message.text, message.entities),
        reactions=tuple(emoji for given in message.reactions.values() for emoji in given),
        serial=message.serial,
        born=message.born,
        _core=core,
    )


def _grid(rows: list[list[dict[str, Any]]], name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(read_out(str(button.get(name) or "")) for button in row) for row in rows)


def _service_text(content: dict[str, Any]) -> str:
    names = [name for name in content if name not in KINDS and "caption" not in name]
    return names[0].replace("_", " ") if names else ""


def screen(core: Core, chat_id: int) -> tuple[Seen, ...]:
    """Everything visible in a chat, oldest first, albums put together."""
    shown: list[Seen] = []
    albums: dict[str, list[Seen]] = {}
    places: dict[str, int] = {}
    for message in core.world.messages.get(chat_id, {}).values():
        if message.deleted:
            continue
        seen = see(core, message)
        if message.album:
            albums.setdefault(message.album, []).append(seen)
            if message.album in places:
                continue
            places[message.album] = len(shown)
        shown.append(seen)
    for album, at in places.items():
        shown[at] = _album(albums[album])
    return tuple(shown)


def _album(parts: list[Seen]) -> Seen:
    first = parts[0]
    captioned = next((part for part in parts if part.text), first)
    return Seen(
        chat_id=first.chat_id,
        message_id=first.message_id,
        text=captioned.text,
        kind="album",
        from_bot=first.from_bot,
        sender=first.sender,
        edited=any(part.edited for part in parts),
        silent=first.silent,
        topic=first.topic,
        reply_to=first.reply_to,
        html=captioned.html,
        reactions=tuple(emoji for part in parts for emoji in part.reactions),
        serial=max(part.serial for part in parts),
        born=min(part.born for part in parts),
        parts=tuple(parts),
        _core=first._core,  # noqa: SLF001 - the parts' own
    )


def describe(seen: Seen) -> list[str]:
    """Lines of a transcript."""
    marks = {
        "photo": "[photo]",
        "album": f"[album of {len(seen.parts)}]",
        "document": f"[document {seen.name}]",
        "text": "",
    }
    mark = marks.get(seen.kind, f"[{seen.kind}]")
    text = " ".join(part for part in (mark, seen.text) if part)
    note = " (edited)" if seen.edited else ""
    first, *rest = text.splitlines() or [""]
    lines = [f"{seen.sender}{note}: {first}", *(f"    {line}" for line in rest)]
    return lines + ["    " + " ".join(f"[{label}]" for label in row) for row in seen.buttons]
