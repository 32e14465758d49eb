"""What a client wrote outside a question, kept until they say which request it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from storage.tables import unfiled_messages
from storage.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True)
class UnfiledMessage:
    """Words, or a file as the chat named it."""

    text: str
    file: Mapping[str, Any] | None = None


async def keep(tx: Transaction, person_id: int, message: UnfiledMessage) -> None:
    await tx.insert(
        unfiled_messages,
        person_id=person_id,
        text=message.text,
        file=message.file,
        at=tx.now,
    )


async def of_person(tx: Reading, person_id: int) -> list[UnfiledMessage]:
    """List what waits, in the order it was sent."""
    c = unfiled_messages.c
    query = select(c.text, c.file).where(c.person_id == person_id).order_by(c.id)
    return [UnfiledMessage(*row) for row in await tx.rows(query)]


async def take(tx: Transaction, person_id: int) -> list[UnfiledMessage]:
    """Take all that waits; a second tap finds nothing."""
    found = await of_person(tx, person_id)
    await tx.run(delete(unfiled_messages).where(unfiled_messages.c.person_id == person_id))
    return found
