"""The phones in a browser: state, events, and what a finger does, as JSON over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.acts import Acts, CannotError
from sandbox.core import Core
from sandbox.errors import ApiError
from sandbox.events import Events
from sandbox.page_acts import ACTS, Move
from sandbox.page_clock import clock_view, jump
from sandbox.page_view import (
    chat_view,
    message_view,
    people_view,
    phones_view,
)
from sandbox.world import SandboxChange

STATIC = Path(__file__).parent / "static"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SHOWN = ("image/", "audio/", "video/", "application/pdf")
NOT_UNDERSTOOD = "The sandbox did not understand that. Load the page again, then try once more."
Handler = Callable[[Request], Awaitable[Response]]


class Page:
    """Serves one browser page; refuses hosts and POSTs that a foreign page could send."""

    def __init__(self, core: Core, acts: Acts) -> None:
        self.core = core
        self.acts = acts
        self.events = Events()
        self.phones: list[tuple[int, int]] = []
        self._hosts: frozenset[str] = LOCAL_NAMES

    def routes(self, host: str) -> list[BaseRoute]:
        self._hosts = frozenset() if host in {"0.0.0.0", "::"} else LOCAL_NAMES | {host}  # noqa: S104 - asked for
        reads: dict[str, Handler] = {
            "/phones/state": self.state,
            "/phones/events": self.stream,
            "/phones/file/{number:int}": self.file,
            "/clock": self.tell_time,
        }
        routes: list[BaseRoute] = [
            Route(path, self._guarded(run), methods=["GET"]) for path, run in reads.items()
        ]
        routes += [
            Route(f"/phones/{name}", self._guarded(self._acting(move)), methods=["POST"])
            for name, move in ACTS.items()
        ]
        routes.append(Route("/clock/jump", self._guarded(self.jump), methods=["POST"]))
        if STATIC.is_dir():
            routes.append(Mount("/", StaticFiles(directory=STATIC, html=True)))
        return routes

    def _guarded(self, run: Handler) -> Handler:
        async def guarded(request: Request) -> Response:
            if self._hosts and request.url.hostname not in self._hosts:
                return answer({"error": "This address is not served here."}, 403)
            if request.method == "POST" and request.headers.get("x-sandbox") != "1":
                return answer({"error": "The header X-Sandbox is missing."}, 403)
            try:
                return await run(request)
            except (CannotError, ApiError) as refusal:
                return answer({"error": str(refusal)}, 409)
            except (KeyError, IndexError, TypeError, ValueError):
                return answer({"error": NOT_UNDERSTOOD}, 400)

        return guarded

    def _acting(self, move: Move) -> Handler:
        async def act(request: Request) -> Response:
            result = await move(self.acts, await _body(request))
            return answer(result or {"ok": True})

        return act

    async def state(self, _: Request) -> Response:
        world = self.core.world
        messages = [
            message_view(self.core, message)
            for chat in world.messages.values()
            for message in chat.values()
            if not message.deleted
        ]
        version = self.events.version
        state = {
            "bot": {"username": world.username, "name": world.name},
            "people": people_view(self.core),
            "chats": [chat_view(self.core, chat) for chat in world.chats.values()],
            "messages": messages,
            "clock": await clock_view(self.core.clock),
            "phones": phones_view(self.core, self.phones),
            "version": version,
        }
        return answer(state)

    async def stream(self, request: Request) -> Response:
        last = request.headers.get("last-event-id", "")
        after = int(last) if last.isdigit() else None
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        body = self.events.stream(after)
        return StreamingResponse(body, media_type="text/event-stream", headers=headers)

    def note(self, change: SandboxChange) -> None:
        """Listens to the world and tells the pages."""
        if change.message is not None:
            self.events.send("message", message_view(self.core, change.message))
        elif change.what == "chat" and change.chat_id in self.core.world.chats:
            self.events.send("chat", chat_view(self.core, self.core.world.chats[change.chat_id]))
        elif change.what == "people":
            self.events.send("people", {"people": people_view(self.core)})
        elif change.what in {"toast", "typing"}:
            self.events.send(change.what, {**change.data, "chat": change.chat_id})

    async def file(self, request: Request) -> Response:
        file = self.core.files.known.get(request.path_params["number"])
        if file is None:
            raise HTTPException(404)
        content = await asyncio.to_thread(self.core.files.content, file)
        shown = file.mime.startswith(SHOWN) and "svg" not in file.mime
        headers = {
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, max-age=86400",
            "Content-Disposition": "inline" if shown else "attachment",
        }
        kind = file.mime if shown else "application/octet-stream"
        return Response(content, media_type=kind, headers=headers)

    async def tell_time(self, _: Request) -> Response:
        return answer(await clock_view(self.core.clock))

    async def jump(self, request: Request) -> Response:
        body = await _body(request)
        await jump(self.core.clock, body["to"])
        shown = await clock_view(self.core.clock)
        self.events.send("clock", shown)
        return answer(shown)

    async def clock_changed(self) -> None:
        """Tells the pages that something else is due next."""
        self.events.send("clock", await clock_view(self.core.clock))

    def close(self) -> None:
        self.events.close()


def answer(body: Any, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(orjson.dumps(body), status, headers, media_type="application/json")


async def _body(request: Request) -> dict[str, Any]:
    """Fields of a JSON object or of a form; files stand under "files" as (name, mime, bytes)."""
    if not request.headers.get("content-type", "").startswith("multipart/"):
        body = orjson.loads(await request.body())
        if not isinstance(body, dict):
            raise TypeError("an object is expected")
        return body
    found: dict[str, Any] = {"files": []}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                found[name] = value
            else:
                mime = value.content_type or "application/octet-stream"
                found["files"].append((value.filename or "file", mime, await value.read()))
    return found
