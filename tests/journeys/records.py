"""What the database holds at the end of a journey."""

from typing import Any

from sqlalchemy import Select

from bot.stage import Stage
from storage.engine import Database


async def rows(scene: Stage, query: Select[Any]) -> list[tuple[Any, ...]]:
    db = Database(scene.settings.database_url)
    try:
        async with db.read(scene.clock.now()) as work:
            return [tuple(row) for row in await work.rows(query)]
    finally:
        await db.close()
