"""The page's end of the line: GETs, and POSTs as the page's script sends them."""

from dataclasses import dataclass
from typing import Any

import aiohttp


@dataclass
class Browser:
    session: aiohttp.ClientSession
    url: str

    async def state(self) -> dict[str, Any]:
        async with self.session.get(f"{self.url}/phones/state") as answer:
            found: dict[str, Any] = await answer.json()
            return found

    async def post(self, path: str, /, **body: Any) -> dict[str, Any]:
        status, answer = await self.send(path, json=body)
        assert status == 200, answer
        return answer

    async def send(self, path: str, **how: Any) -> tuple[int, dict[str, Any]]:
        headers = {"X-Sandbox": "1", **how.pop("headers", {})}
        async with self.session.post(f"{self.url}{path}", headers=headers, **how) as answer:
            return answer.status, await answer.json()
