"""Errands: what is done after a commit, until it succeeds (fetch a file, make a PDF)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from storage.dialects import insert_new
from storage.tables import errands
from storage.transaction import Reading, Transaction

WAITING, CLAIMED, DONE, DEAD = "waiting", "claimed", "done", "dead"
CLAIM_LASTS = timedelta(minutes=5)  # then it is taken again: it hangs, or its end is not known


@dataclass(frozen=True, slots=True)
class Errand:
    id: int
    kind: str
    key: str
    details: Mapping[str, Any]
    attempts: int  # that came before: they failed, or their process died


async def put(tx: Transaction, kind: str, key: str, details: Mapping[str, Any]) -> None:
    """Ask for an errand; the same key twice asks once."""
    await put_all(tx, kind, {key: details})


async def put_all(tx: Transaction, kind: str, wanted: Mapping[str, Mapping[str, Any]]) -> None:
    """Ask for several errands of a kind, by key."""
    rows = [
        {
            "kind": kind,
            "key": key,
            "details": dict(details),
            "state": WAITING,
            "due_at": tx.real_now,
        }
        for key, details in wanted.items()
    ]
    if rows:
        await tx.run(insert_new(tx, errands, ("key",)), rows)
        tx.wakes.add("errands")


async def overtaken(tx: Reading, errand: Errand, prefix: str) -> bool:
    """Tell whether a newer errand of the kind was asked for, its key beginning alike."""
    c = errands.c
    newer = (c.kind == errand.kind, c.id > errand.id, c.key.startswith(prefix, autoescape=True))
    return await tx.first(select(c.id).where(*newer).limit(1)) is not None


async def claim(tx: Transaction, limit: int = 10) -> list[Errand]:
    """Take due errands, those of dead workers too."""
    c = errands.c
    due = (
        select(c.id, c.kind, c.key, c.details, c.attempts)
        .where(c.state.in_((WAITING, CLAIMED)), c.due_at <= tx.real_now)
        .order_by(c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = [Errand(*row) for row in await tx.rows(due)]
    if found:
        ids = [errand.id for errand in found]
        values = {
            "state": CLAIMED,
            "due_at": tx.real_now + CLAIM_LASTS,
            "attempts": c.attempts + 1,
        }
        await tx.run(update(errands).where(c.id.in_(ids)).values(**values))
    return found


async def release_claimed(tx: Transaction) -> int:
    """Make errands of a process that died due at once; for the only one that runs errands."""
    claimed = errands.c.state == CLAIMED
    return await tx.run(update(errands).where(claimed).values(state=WAITING, due_at=tx.real_now))


async def done(tx: Transaction, errand: Errand) -> None:
    await tx.run(update(errands).where(errands.c.id == errand.id).values(state=DONE, error=None))


async def failed(tx: Transaction, errand: Errand, error: str, *, again_in: float | None) -> None:
    """Have it tried again in so many seconds; without them it is dead."""
    state = DEAD if again_in is None else WAITING
    due = tx.real_now + timedelta(seconds=again_in or 0)
    values = {"state": state, "due_at": due, "error": error[:1000]}
    await tx.run(update(errands).where(errands.c.id == errand.id).values(**values))
