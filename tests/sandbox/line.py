"""The bot's end of the line, as bare as it gets: one HTTP call, one JSON answer."""

from dataclasses import dataclass
from typing import Any

import aiohttp


class RefusedError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["error_code"], answer["description"])
        self.code: int = answer["error_code"]
        self.parameters: dict[str, Any] = answer.get("parameters", {})


@dataclass
class Line:
    session: aiohttp.ClientSession
    url: str
    token: str

    async def __call__(self, method: str, **params: Any) -> Any:
        """The result of a method, asked for in JSON; raises RefusedError."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=params) as answer:
            return _result(await answer.json())

    async def form(self, method: str, form: aiohttp.FormData | dict[str, str]) -> Any:
        """The same with a form, urlencoded or multipart."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", data=form) as answer:
            return _result(await answer.json())

    async def get(self, path: str) -> tuple[int, bytes]:
        async with self.session.get(f"{self.url}{path}") as answer:
            return answer.status, await answer.read()


def _result(answer: dict[str, Any]) -> Any:
    if not answer["ok"]:
        raise RefusedError(answer)
    return answer["result"]


async def asking(bot: Line, **more: Any) -> list[dict[str, Any]]:
    """Takes the updates that wait and confirms them."""
    updates: list[dict[str, Any]] = await bot("getUpdates", **more)
    if updates:
        await bot("getUpdates", offset=updates[-1]["update_id"] + 1, limit=1)
    return updates


def button(text: str, data: str | None = None, **more: Any) -> dict[str, Any]:
    return {"text": text, **({"callback_data": data} if data is not None else {}), **more}


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}
