"""Which updates were seen, which make trouble, which were set aside."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from storage.dialects import insert_unseen, upsert
from storage.tables import seen_updates, troubled_updates
from storage.transaction import Reading, Transaction


async def claim(tx: Transaction, bot_id: int, update_ids: Sequence[int]) -> set[int]:
    """Mark the updates as seen; return those that were not seen before."""
    if not update_ids:
        return set()
    keys = ("bot_id", "update_id")
    query = insert_unseen(tx, seen_updates, keys, seen_updates.c.update_id)
    rows = [{"bot_id": bot_id, "update_id": one, "seen_at": tx.real_now} for one in update_ids]
    return {row[0] for row in await tx.rows(query, rows)}


async def unseen(tx: Reading, bot_id: int, update_ids: Collection[int]) -> set[int]:
    """Tell which updates have not had their effect yet."""
    c = seen_updates.c
    query = select(c.update_id).where(c.bot_id == bot_id, c.update_id.in_(update_ids))
    return set(update_ids) - {row.update_id for row in await tx.rows(query)}


async def attempts(tx: Reading, bot_id: int, update_ids: Collection[int]) -> dict[int, int]:
    """Tell how often each update was begun, where it was."""
    c = troubled_updates.c
    where = (c.bot_id == bot_id, c.update_id.in_(update_ids))
    rows = await tx.rows(select(c.update_id, c.attempts).where(*where))
    return {row.update_id: row.attempts for row in rows}


async def release(tx: Transaction, bot_id: int, update_ids: Collection[int]) -> None:
    """Take back the claim: another transaction will handle them."""
    if update_ids:
        await tx.run(_RELEASE, {"bot": bot_id, "ids": list(update_ids)})


_RELEASE = delete(seen_updates).where(
    seen_updates.c.bot_id == bindparam("bot"),
    seen_updates.c.update_id.in_(bindparam("ids", expanding=True)),
)


async def count_attempts(tx: Transaction, bot_id: int, update_ids: Sequence[int]) -> dict[int, int]:
    """Count one more attempt for each update; return the attempts so far."""
    if not update_ids:
        return {}
    known = await attempts(tx, bot_id, update_ids)
    counted = {one: known.get(one, 0) + 1 for one in update_ids}
    rows = [
        {"bot_id": bot_id, "update_id": one, "attempts": count} for one, count in counted.items()
    ]
    await tx.run(upsert(tx, troubled_updates, ("bot_id", "update_id"), ("attempts",)), rows)
    return counted


async def set_aside(
    tx: Transaction, bot_id: int, update_id: int, *, error: str, body: Mapping[str, Any]
) -> None:
    """Keep an update that cannot be handled, with its error, and take it as seen."""
    row = {
        "bot_id": bot_id,
        "update_id": update_id,
        "attempts": 0,
        "error": error[:4000],
        "body": {"text": json.dumps(body)},  # as text: no database refuses that
        "dead_at": tx.real_now,
    }
    changed = ("error", "body", "dead_at")
    await tx.run(upsert(tx, troubled_updates, ("bot_id", "update_id"), changed), row)
    await claim(tx, bot_id, [update_id])


async def dead_since(tx: Reading, since: datetime) -> int:
    """Count the updates that were set aside since an instant (UTC)."""
    query = select(func.count()).where(troubled_updates.c.dead_at > since)
    row = await tx.first(query)
    return int(row[0]) if row else 0


async def forget(tx: Transaction, before: datetime) -> int:
    """Prune seen updates older than Telegram keeps them."""
    await tx.run(delete(troubled_updates).where(troubled_updates.c.dead_at.is_(None)))
    return await tx.run(delete(seen_updates).where(seen_updates.c.seen_at < before))
