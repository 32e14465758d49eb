"""What the database holds at the end of a journey."""

import asyncio
from typing import Any

from sqlalchemy import Select

from bot.demo.world import DemoWorld
from storage.engine import Database

TRIES, EVERY_SECONDS = 200, 0.05


async def rows(world: DemoWorld, query: Select[Any]) -> list[tuple[Any, ...]]:
    db = Database(world.settings.database_url)
    try:
        async with db.read(world.clock.now()) as tx:
            return [tuple(row) for row in await tx.rows(query)]
    finally:
        await db.close()


async def become(world: DemoWorld, query: Select[Any], wanted: list[tuple[Any, ...]]) -> None:
    """Wait until the database holds it; AssertionError after a while."""
    found: list[tuple[Any, ...]] = []
    for _ in range(TRIES):
        found = await rows(world, query)
        if found == wanted:
            return
        await asyncio.sleep(EVERY_SECONDS)
    raise AssertionError(f"the database holds {found}, not {wanted}")
