"""What a finger does on a phone of the page."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.acts import Acts, CannotError
from sandbox.page_view import person_view
from sandbox.pictures import room_picture
from sandbox.sounds import silence
from sandbox.world import Chat, Message, User

Body = dict[str, Any]
Move = Callable[[Acts, Body], Awaitable[Body | None]]
STICKERS = ("👍", "🙂", "🛋️", "🚚", "💪")
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp"})
MOST_PHOTOS = 30


def _who(acts: Acts, body: Body) -> tuple[User, Chat]:
    user = acts.core.world.users[int(body["person"])]
    chat = acts.core.world.chats[int(body.get("chat") or user.id)]
    if user.id not in chat.members:
        raise CannotError(f"{user.first_name} is not in {chat.title}")
    return user, chat


def _more(body: Body) -> dict[str, Any]:
    more = {"thread_id": body.get("topic"), "reply_to": body.get("reply_to")}
    return {name: int(value) for name, value in more.items() if value}


def _message(acts: Acts, chat: Chat, body: Body) -> Message:
    message = acts.core.world.find(chat.id, int(body["message_id"]))
    if message is None:
        raise CannotError("That message is gone.")
    return message


def _key(rows: list[list[Any]], body: Body) -> dict[str, Any]:
    """The button at a row and column, if it still has the words that the finger saw."""
    row, col = int(body["row"]), int(body["col"])
    found = rows[row][col] if 0 <= row < len(rows) and 0 <= col < len(rows[row]) else None
    if found is None or found["text"] != body.get("text", found["text"]):
        raise CannotError("This button is gone: the message changed at that moment.")
    return dict(found)


async def say(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    acts.text(user, chat, str(body["text"]), **_more(body))
    return None


async def tap(acts: Acts, body: Body) -> Body | None:
    """A button with data asks the bot, a link into the bot starts it."""
    user, chat = _who(acts, body)
    message = _message(acts, chat, body)
    button = _key(message.inline or [], body)
    if "callback_data" in button:
        acts.tap(user, message, button["callback_data"])
        return None
    payload = acts.start_of(str(button.get("url", "")))
    if payload is None:
        return {"url": button.get("url")}
    acts.text(user, acts.private_chat(user), f"/start {payload}".strip())
    return {"chat": user.id}


async def key(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    rows = chat.keyboards.get(user.id, {}).get("rows", [])
    acts.key(user, chat, _key(rows, body))
    return None


async def photos(acts: Acts, body: Body) -> Body | None:
    """Drawn pictures of what stands in rooms; emptied: the rooms of the last pictures, bare."""
    user, chat = _who(acts, body)
    count = min(max(int(body.get("count", 1)), 1), MOST_PHOTOS)
    emptied = bool(body.get("emptied"))
    world = acts.core.world
    seed = world.counters.get("picture", 1) if emptied else world.count("picture")
    seeds = (seed * 100 + n for n in range(count))
    drawn = await asyncio.gather(
        *(asyncio.to_thread(room_picture, one, emptied=emptied) for one in seeds)
    )
    acts.photos(user, chat, drawn, [""] * count, **_more(body))
    return None


async def upload(acts: Acts, body: Body) -> Body | None:
    """Pictures go as photos, everything else as documents."""
    user, chat = _who(acts, body)
    files: list[tuple[str, str, bytes]] = body["files"]
    pictures = [content for _, mime, content in files if mime in PICTURES]
    if pictures:
        acts.photos(user, chat, pictures, [""] * len(pictures), **_more(body))
    for name, mime, content in files:
        if mime not in PICTURES:
            file = acts.core.files.add(content, "document", name=name, mime=mime)
            acts.document(user, chat, file, **_more(body))
    return None


async def contact(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    acts.contact(user, chat, user)
    return None


async def location(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    acts.location(user, chat, *user.place)
    return None


async def voice(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    acts.voice(user, chat, silence(2), 2)
    return None


async def sticker(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    emoji = str(body.get("emoji") or random.choice(STICKERS))  # noqa: S311 - a toy
    acts.sticker(user, chat, emoji)
    return None


async def edit(acts: Acts, body: Body) -> Body | None:
    user, chat = _who(acts, body)
    acts.edit(user, _message(acts, chat, body), str(body["text"]))
    return None


async def block(acts: Acts, body: Body) -> Body | None:
    acts.block(acts.core.world.users[int(body["person"])], on=bool(body["on"]))
    return None


async def person(acts: Acts, body: Body) -> Body | None:
    """Somebody new to try the bot with."""
    name = str(body["first_name"]).strip()[:64]
    if not name:
        raise CannotError("A name is needed.")
    user = acts.newcomer(name, str(body.get("language") or "fr"))
    acts.core.world.touch_chat(acts.private_chat(user))
    return person_view(acts.core, user)


ACTS: dict[str, Move] = {
    move.__name__: move
    for move in (
        say,
        tap,
        key,
        photos,
        upload,
        contact,
        location,
        voice,
        sticker,
        edit,
        block,
        person,
    )
}
