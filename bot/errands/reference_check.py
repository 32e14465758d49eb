"""Checks a reference file that an administrator sent, outside of any transaction."""

import asyncio
from dataclasses import dataclass
from datetime import date

from bot.errands.context import ErrandContext
from bot.errands.media_fetch import fetch
from bot.errands.reference_text import reference_text
from domain.calendar import day_of
from domain.file_faults import FileFault
from domain.reference_kinds import Difference, Reference, differences, faults, recognise
from handlers.context.services import Services
from handlers.reference_files import file_replacement
from storage import media, reference_versions
from storage.errands import Errand


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading a file."""

    kind: Reference | None
    text: str
    faults: tuple[FileFault, ...] = ()
    changes: tuple[Difference, ...] = ()


async def check_reference(ctx: ErrandContext, errand: Errand) -> None:
    """Read the file, name its faults or its differences; a second time says it once more."""
    services = ctx.services
    media_id, person_id = int(errand.details["media"]), int(errand.details["person"])
    await fetch(ctx, media_id)
    async with ctx.read() as tx:
        (medium,) = await media.get(tx, [media_id])
    content = await ctx.files.content(medium.sha256 or "")
    base = {kind: services.reference_files.standing(kind) for kind in Reference}
    on = day_of(ctx.clock.now(), services.zone)
    found = await asyncio.to_thread(check, content, medium.name or "", services, on)
    async with ctx.begin() as tx:
        if found.kind is None:
            await file_replacement.not_known(tx, services, person_id)
        elif found.faults:
            await file_replacement.found_bad(tx, services, person_id, found.faults)
        else:
            version = await reference_versions.propose(
                tx,
                errand.key,
                found.kind,
                found.text,
                media_id=media_id,
                base_id=base[found.kind].id,
                by=person_id,
            )
            await file_replacement.found_good(tx, services, version, found.changes)


def check(content: bytes, name: str, services: Services, on: date) -> Checked:
    """Tell what the file is, what is wrong with it, and what it would change."""
    text = reference_text(content, name)
    kind = recognise(text)
    if kind is None:
        return Checked(None, text)
    found = faults(kind, text, on=on, prices=services.prices, catalogue=services.catalogue)
    if found:
        return Checked(kind, text, found)
    return Checked(
        kind, text, (), differences(kind, services.reference_files.standing(kind).text, text)
    )
