"""Reads a roster that a coordinator sent, outside of any transaction."""

import asyncio
from datetime import date

from bot.errands.context import ErrandContext
from bot.errands.media_fetch import fetch
from bot.errands.reference_text import reference_text
from bot.errands.spreadsheet_cells import SpreadsheetUnreadable, read_sheets
from domain.calendar import day_of
from domain.reference_kinds import recognise
from handlers.context.services import Services
from handlers.crews import roster_import
from handlers.crews.roster_file import RosterFault, RosterFile, read_roster
from handlers.reference_files import file_replacement
from storage import errands, media, roster_imports
from storage.errands import Errand


async def check_roster(ctx: ErrandContext, errand: Errand) -> None:
    """Read the file, name its faults or what it would change; a second time says it once more."""
    media_id, person_id = int(errand.details["media"]), int(errand.details["person"])
    await fetch(ctx, media_id)
    async with ctx.read() as tx:
        (medium,) = await media.get(tx, [media_id])
    content = await ctx.files.content(medium.sha256 or "")
    if await asyncio.to_thread(
        _is_reference, content, medium.name or ""
    ):  # an administrator's catalogue is a table too
        async with ctx.begin() as tx:
            await errands.put(tx, file_replacement.CHECK, f"{errand.key}:book", errand.details)
        return
    today = day_of(ctx.clock.now(), ctx.services.zone)
    found = await asyncio.to_thread(read_file, content, medium.name or "", ctx.services, today)
    async with ctx.begin() as tx:
        if found.faults:
            await roster_import.found_bad(tx, ctx.services, person_id, found.faults)
        else:
            proposed = await roster_imports.propose(tx, errand.key, found.entries, person_id)
            await roster_import.found_good(tx, ctx.services, proposed, found.passed_over)


def _is_reference(content: bytes, name: str) -> bool:
    return recognise(reference_text(content, name)) is not None


def read_file(content: bytes, name: str, services: Services, today: date) -> RosterFile:
    """Read the people and vehicles of a file; what cannot be opened is a fault."""
    try:
        sheets = read_sheets(content, name)
    except SpreadsheetUnreadable:
        return RosterFile(faults=[RosterFault("broken")])
    return read_roster(sheets, today, services.prices.vehicles)
