"""The parameters of one call, from a query string, a form or JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import orjson

from sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from starlette.requests import Request

UPLOAD_LIMIT = 50_000_000
"""Bytes of one request (`telegram.constants.FileSizeLimit.FILESIZE_UPLOAD`)."""


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Values as sent; the getters read them as the Bot API does, whatever their encoding."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) not in {None, ""}

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def integer(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        try:
            return default if value in {None, ""} else int(str(value))
        except ValueError:
            return default

    def number(self, name: str) -> float | None:
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def json(self, name: str) -> Any:
        """A nested value, sent as JSON or as a JSON-encoded string."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError as fault:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from fault

    def record(self, name: str) -> dict[str, Any] | None:
        value = self.json(name)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"object expected as {name.replace('_', ' ')}")

    def records(self, name: str) -> list[dict[str, Any]]:
        value = self.json(name) or []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array of Object")
        return value


async def read_params(request: Request) -> Params:
    """Query string and body together, the body winning; too large a body is refused."""
    if int(request.headers.get("content-length") or 0) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    values: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _from_multipart(request, values)
    body = await request.body()
    if kind == "application/json" and body:
        values.update(_from_json(body))
    elif body:
        values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Params(values)


def _from_json(body: bytes) -> dict[str, Any]:
    try:
        values = orjson.loads(body)
    except orjson.JSONDecodeError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("object expected as parameters")
    return values


async def _from_multipart(request: Request, values: dict[str, Any]) -> Params:
    uploads: dict[str, Upload] = {}
    async with request.form(max_part_size=UPLOAD_LIMIT) as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                values[name] = value
            else:
                content = await value.read()
                mime = value.content_type or "application/octet-stream"
                uploads[name] = Upload(value.filename or name, mime, content)
    return Params(values, uploads)
