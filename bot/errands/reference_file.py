"""Files that an administrator sent: read and checked outside of any transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.clock import Clock, real_now
from domain.calendar import day_of
from domain.file_faults import FileFault
from domain.reference_kinds import Difference, Reference, differences, faults, recognise
from handlers.context.services import Services
from handlers.reference_files import file_replacement
from storage import media, reference_versions
from storage.engine import Database
from storage.errands import Errand
from storage.files import FileStore
from storage.outbox import Post, put

Fetch = Callable[[int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading a file."""

    kind: Reference | None
    text: str
    faults: tuple[FileFault, ...] = ()
    changes: tuple[Difference, ...] = ()


async def check_reference(
    db: Database, clock: Clock, files: FileStore, services: Services, fetch: Fetch, errand: Errand
) -> None:
    """Read the file, name its faults or its differences; a second time says it once more."""
    media_id, person_id = int(errand.details["media"]), int(errand.details["person"])
    await fetch(media_id)
    async with db.read(clock.now()) as tx:
        (medium,) = await media.get(tx, [media_id])
    content = await files.content(medium.sha256 or "")
    base = {kind: services.reference_files.standing(kind) for kind in Reference}
    found = await asyncio.to_thread(check, content, services, clock)
    async with db.begin(clock.now(), real_now=real_now()) as tx:
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


def check(content: bytes, services: Services, clock: Clock) -> Checked:
    """Tell what the file is, what is wrong with it, and what it would change."""
    text = _decoded(content)
    kind = recognise(text)
    if kind is None:
        return Checked(None, text)
    on = day_of(clock.now(), services.zone)
    found = faults(kind, text, on=on, prices=services.prices, catalogue=services.catalogue)
    if found:
        return Checked(kind, text, found)
    return Checked(
        kind, text, (), differences(kind, services.reference_files.standing(kind).text, text)
    )


def _decoded(content: bytes) -> str:
    """Read what editors write: UTF-8 with or without a mark, else the old Windows letters."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


async def send_reference(
    db: Database, clock: Clock, files: FileStore, services: Services, errand: Errand
) -> None:
    """Send the file that counts now to the administrator who asked."""
    kind = Reference(errand.details["kind"])
    content = services.reference_files.standing(kind).text.encode()
    sha256 = await files.keep(content)
    suffix = "csv" if kind is Reference.CATALOGUE else "toml"
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        media_id = await media.keep(
            tx,
            key=f"reference:{sha256}",
            sha256=sha256,
            name=f"{kind}.{suffix}",
            mime="text/csv" if suffix == "csv" else "application/toml",
            size=len(content),
        )
        await put(tx, Post(int(errand.details["person"]), document=media_id))
