"""Sends the reference file that counts now."""

from collections.abc import Sequence
from hashlib import sha256

from bot.errands.context import ErrandContext
from bot.errands.made_file import MadeFile, hand_over
from domain.reference_kinds import TABLES, Reference
from storage.errands import Errand
from storage.outbox import Post, put
from storage.transaction import Transaction


async def send_reference(ctx: ErrandContext, errand: Errand) -> None:
    """Send the file to the administrator who asked; the same content is the same file."""
    kind = Reference(errand.details["kind"])
    content = ctx.services.reference_files.standing(kind).text.encode()
    suffix, mime = ("csv", "text/csv") if kind in TABLES else ("toml", "application/toml")
    key = f"reference:{sha256(content).hexdigest()}"

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        await put(tx, Post(int(errand.details["person"]), document=ids[0]))

    await hand_over(ctx, [MadeFile(key, f"{kind}.{suffix}", mime, content)], give)
