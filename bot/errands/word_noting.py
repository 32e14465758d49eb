"""Writes down the words of a list that named nothing."""

from bot.errands.context import ErrandContext
from storage import unknown_words
from storage.errands import Errand


async def note_words(ctx: ErrandContext, errand: Errand) -> None:
    async with ctx.begin() as tx:
        await unknown_words.note(tx, errand.details["words"], str(errand.details["lang"]))
