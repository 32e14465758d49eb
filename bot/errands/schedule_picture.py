"""Draws the day or the week that a coordinator looks at."""

import asyncio
from collections.abc import Sequence
from hashlib import sha256

from bot.errands.context import ErrandContext
from bot.errands.made_file import PNG, MadeFile, hand_over
from documents.schedule import render_schedule
from handlers.schedule import schedule
from handlers.views import schedule_card
from storage import errands, people
from storage.errands import Errand
from storage.transaction import Transaction


async def draw_schedule(ctx: ErrandContext, errand: Errand) -> None:
    """Draw it and send it; where its reader has gone on meanwhile, nothing is sent."""
    page = schedule.page_of(errand.details)
    async with ctx.read() as tx:
        person = await people.get(tx, int(errand.details["person"]))
        shown, today = await schedule.load(tx, ctx.services, page), tx.today
    say = ctx.services.words.say(person.language)
    title = schedule_card.title(say, page)
    content = await asyncio.to_thread(render_schedule, shown, say, title, today)
    key = f"schedule:{sha256(content).hexdigest()}"

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        if not await errands.overtaken(tx, errand, f"{schedule.DRAW}:{person.id}:"):
            await schedule.drawn(tx, ctx.services, errand.details, shown, *ids)

    await hand_over(ctx, [MadeFile(key, "r4-schedule.png", PNG, content)], give)
