"""The HTTP server: uvicorn inside the running event loop."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox.botapi import BotApi
from sandbox.core import Core


class Protocol(H11Protocol):
    """Lets a request reach its connection, to break it on demand."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


def api_routes(core: Core) -> list[BaseRoute]:
    api = BotApi(core)
    return [
        Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.download, methods=["GET"]),
    ]


class Server:
    """Listens from `start` to `stop`; `port` 0 takes a free one."""

    def __init__(self, routes: list[BaseRoute], host: str, port: int) -> None:
        self._routes = routes
        self.host = host
        self.port = port
        self._server: uvicorn.Server | None = None
        self._ticking: asyncio.Task[None] | None = None
        self._socket: socket.socket | None = None

    async def start(self) -> None:
        """Raises OSError where the port is taken."""
        # Only where the protocol is named does asyncio switch off Nagle's delay of 40 ms.
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((self.host, self.port))
        except OSError:
            listening.close()
            raise
        self.port = listening.getsockname()[1]
        self._socket = listening
        config = uvicorn.Config(
            Starlette(routes=self._routes),
            http=Protocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_keep_alive=75,
            backlog=1024,
        )
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup(sockets=[listening])
        self._ticking = asyncio.create_task(self._server.main_loop())

    async def stop(self) -> None:
        """Lets answers that are under way go out, two seconds at most."""
        if self._server is None or self._ticking is None or self._socket is None:
            return
        self._ticking.cancel()
        state, listeners = self._server.server_state, self._server.servers
        for listener in listeners:
            listener.close()
        self._socket.close()
        for connection in list(state.connections):
            connection.shutdown()
        if state.tasks:
            await asyncio.wait(list(state.tasks), timeout=2)
        for task in list(state.tasks):
            task.cancel()
        await asyncio.gather(self._ticking, *state.tasks, return_exceptions=True)
        self._server = None
