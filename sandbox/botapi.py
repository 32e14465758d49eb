"""`/bot<token>/<method>` and `/file/bot<token>/<path>` over HTTP."""

from __future__ import annotations

import asyncio
import inspect
import socket
import struct
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from sandbox.core import Core
from sandbox.errors import ApiError, too_many_requests
from sandbox.faults import COUNTED, SandboxFault
from sandbox.methods import METHODS, Call, Method
from sandbox.params import Params, read_params

UNAUTHORIZED = ApiError(401, "Unauthorized")
NOT_FOUND = ApiError(404, "Not Found")
REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}


class BotApi:
    def __init__(self, core: Core) -> None:
        self.core = core

    async def call(self, request: Request) -> Response:
        try:
            return await self._answer(request)
        except ApiError as refusal:
            return _failure(refusal)
        except ClientDisconnect:  # the bot died while it spoke: nobody reads the answer
            return Response(status_code=400)

    async def _answer(self, request: Request) -> Response:
        name = request.path_params["method"].lower()
        self._check_token(request)
        method = METHODS.get(name)
        if method is None:
            raise NOT_FOUND
        params = await read_params(request)
        core = self.core
        core.count_call(method.name)
        await self._travel()
        fault = core.faults.draw(name, params.integer("chat_id") or None)
        if fault and not fault.after:
            return _strike(request, fault)
        result = await self._run(name, method, params)
        await self._travel()
        return _strike(request, fault) if fault else _success(result)

    async def _travel(self) -> None:
        """One way through the network."""
        if self.core.faults.latency:
            await asyncio.sleep(self.core.faults.latency / 2)

    async def _run(self, name: str, method: Method, params: Params) -> Any:
        if self.core.faults.flood_control and name in COUNTED:
            items = params.json("media") if name == "sendmediagroup" else [None]
            self.core.faults.flood.check(params.integer("chat_id"), len(items or [None]))
        result = method.run(Call(self.core, params))
        return await result if inspect.isawaitable(result) else result

    def _check_token(self, request: Request) -> None:
        if request.path_params["token"] != self.core.token:
            raise UNAUTHORIZED

    async def download(self, request: Request) -> Response:
        try:
            self._check_token(request)
            fault = self.core.faults.draw("file", None)
            if fault:
                return _strike(request, fault)
            file = self.core.files.find_path(request.path_params["path"])
            if file is None:
                raise NOT_FOUND
        except ApiError as refusal:
            return _failure(refusal)
        content = await asyncio.to_thread(self.core.files.content, file)
        return Response(content, media_type="application/octet-stream")


def _success(result: Any) -> Response:
    return _json(200, {"ok": True, "result": result})


def _failure(refusal: ApiError) -> Response:
    return _json(refusal.code, refusal.body())


def _json(status: int, body: dict[str, Any]) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _strike(request: Request, fault: SandboxFault) -> Response:
    """The answer of a fault; a reset closes the connection so that none arrives."""
    if fault.what == "reset":
        reset(request)
        return Response(status_code=500)
    if fault.status == 429:
        return _failure(too_many_requests(fault.retry_after))
    if fault.status == 502:
        page = "<html><head><title>502 Bad Gateway</title></head></html>"
        return Response(page, 502, media_type="text/html")
    return _failure(ApiError(fault.status, REASONS.get(fault.status, "Error")))


def reset(request: Request) -> None:
    """Ends the TCP connection with RST."""
    transport = request.scope["state"]["transport"]
    raw = transport.get_extra_info("socket")
    if raw is not None:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
