"""Where the id of a chat stands, for the day a group becomes a supergroup."""

from sqlalchemy import delete, update

from storage.tables import cards, outbox, prompts
from storage.transaction import Transaction


async def rename(tx: Transaction, old: int, new: int) -> None:
    """Write the new id everywhere; messages of the old chat cannot be edited from the new one."""
    await tx.run(update(outbox).where(outbox.c.chat_id == old).values(chat_id=new))
    await tx.run(delete(cards).where(cards.c.chat_id == old))
    await tx.run(delete(prompts).where(prompts.c.chat_id == old))
