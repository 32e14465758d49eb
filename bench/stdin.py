"""Orders from the process that started us; when it dies, standard input ends and so do we."""

import asyncio
import sys
from collections.abc import AsyncIterator


async def orders() -> AsyncIterator[str]:
    """Yield the lines of standard input until it ends."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    try:
        while line := await reader.readline():
            yield line.decode().strip()
    finally:
        transport.close()


async def told_to_stop() -> None:
    async for order in orders():
        if order == "stop":
            return
