"""Where the id of a chat stands, for the day a group becomes a supergroup."""

from sqlalchemy import delete, update

from storage.tables import cards, outbox, prompts
from storage.work import Work


async def rename(work: Work, old: int, new: int) -> None:
    """Write the new id everywhere; messages of the old chat cannot be edited from the new one."""
    await work.run(update(outbox).where(outbox.c.chat_id == old).values(chat_id=new))
    await work.run(delete(cards).where(cards.c.chat_id == old))
    await work.run(delete(prompts).where(prompts.c.chat_id == old))
