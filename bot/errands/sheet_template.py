"""Makes the list to fill in, of the catalogue as it is today, and sends it."""

import asyncio
from collections.abc import Sequence
from hashlib import sha256 as hash_of

from bot.errands.context import ErrandContext
from bot.errands.made_file import MadeFile, hand_over
from bot.errands.spreadsheet_cells import MIMES, template
from handlers.sessions import spreadsheets
from storage.errands import Errand
from storage.transaction import Transaction


async def make_template(ctx: ErrandContext, errand: Errand) -> None:
    """Send the template to who asked; the same catalogue in the same words is the same file."""
    lang, kind = str(errand.details["lang"]), str(errand.details["format"])
    say, catalogue = ctx.services.words.say(lang), ctx.services.catalogue
    content = await asyncio.to_thread(template, catalogue, say, kind)
    rows = repr([(item.code, item.label(lang), item.unit) for item in catalogue.items])
    key = f"template:{lang}:{kind}:{hash_of(rows.encode()).hexdigest()[:16]}"
    made = MadeFile(key, f"{say.plain('goods-file-name')}.{kind}", MIMES[kind], content)

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        await spreadsheets.template_made(tx, ctx.services, errand.details, *ids)

    await hand_over(ctx, [made], give)
