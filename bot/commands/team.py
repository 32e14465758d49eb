"""`team FILE`: take people and vehicles in before the first start, as `/team` does in the chat."""

import asyncio
import re
from pathlib import Path
from typing import TextIO

from bot.clock import real_now
from bot.errands.roster_check import read_file
from bot.services import build_services
from bot.settings import Settings
from bot.start_faults import database_faults
from domain.calendar import day_of
from handlers.crews import roster_import, roster_writing
from storage import events, roster_imports
from storage.engine import Database
from storage.migrate import migrate

REFUSED = 2
_MARKUP = re.compile(r"</?[a-z]+>")


def take_file(settings: Settings, file: Path, language: str, *, dry: bool, out: TextIO) -> int:
    """Take the file in unless it has a fault; `dry` only says what would change."""
    return asyncio.run(_take(settings, file, language, dry=dry, out=out))


async def _take(settings: Settings, file: Path, language: str, *, dry: bool, out: TextIO) -> int:
    services = build_services(settings, bot_username="")
    say = services.words.say(language)
    content = await asyncio.to_thread(file.read_bytes)
    found = read_file(content, file.name, services, day_of(real_now(), settings.zone))
    if found.faults:
        _print(out, *roster_import.fault_lines(say, found.faults), say("roster-faults-mend"))
        return REFUSED
    if found.passed_over:
        _print(out, say("roster-passed-over", sheets=", ".join(found.passed_over)))
    db = Database(settings.database_url, settings.zone)
    try:
        async with database_faults(settings):
            await migrate(db.engine)
            async with db.begin(real_now(), real_now=real_now()) as tx:
                changes = await roster_writing.changes(tx, found.entries)
                _print(out, roster_import.changes_text(say, changes))
                if names := await roster_writing.names_in_the_way(tx, changes):
                    _print(out, say("roster-names-taken", names=names))
                    return REFUSED
                if changes and not dry:
                    key = f"command:{real_now().isoformat()}"
                    proposed = await roster_imports.propose(tx, key, found.entries, by=0)
                    _, before = await roster_writing.take_in(
                        tx, found.entries, services.words.languages
                    )
                    await roster_imports.applied(tx, proposed.id, before)
                    await events.record(
                        tx,
                        "roster_applied",
                        "roster",
                        proposed.id,
                        actor_id=None,
                        count=len(changes),
                    )
                    _print(out, say("roster-applied", count=len(changes)))
    finally:
        await db.close()
    return 0


def _print(out: TextIO, *texts: str) -> None:
    for text in texts:
        print(_MARKUP.sub("", text), file=out)
