"""A file that we made: its bytes are kept, then one transaction notes it and hands it over."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.errands.context import ErrandContext
from storage import media
from storage.transaction import Transaction

PDF, PNG = "application/pdf", "image/png"

Give = Callable[[Transaction, Sequence[int]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The same key is the same file: its first bytes stay."""

    key: str
    name: str
    mime: str
    content: bytes


async def hand_over(
    ctx: ErrandContext, files: Sequence[MadeFile], give: Give, *, once: bool = False
) -> None:
    """Keep the files and give their media ids, in order, in the transaction that notes them.

    With `once` nothing is given where one of them has been noted meanwhile.
    """
    hashes = [await ctx.files.keep(file.content) for file in files]
    async with ctx.begin() as tx:
        if once and any([await media.made(tx, file.key) for file in files]):
            return
        ids = [
            await media.keep(
                tx,
                key=file.key,
                sha256=sha256,
                name=file.name,
                mime=file.mime,
                size=len(file.content),
            )
            for file, sha256 in zip(files, hashes, strict=True)
        ]
        await give(tx, ids)
