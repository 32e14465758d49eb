"""A small national address base, answering as it is told."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def found(label: Any, score: Any) -> dict[str, Any]:
    return {"features": [{"properties": {"label": label, "score": score}}]}


def answering(body: Any) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response(body)

    return answer


@asynccontextmanager
async def address_base(answer: Answer) -> AsyncIterator[tuple[str, list[dict[str, str]]]]:
    """Give its address, and what it was asked so far."""
    asked: list[dict[str, str]] = []

    async def search(request: web.Request) -> web.StreamResponse:
        asked.append(dict(request.query))
        return await answer(request)

    app = web.Application()
    app.router.add_get("/search", search)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/search", asked
    finally:
        await runner.cleanup()
