"""The bot and a sandbox side by side, with a made-up company: demo, tour and journeys."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from bot.app import run
from bot.clock import JumpingClock, real_now
from bot.errands.roster_check import read_file
from bot.services import build_services
from bot.settings import Settings, read_settings
from bot.telegram.limits import SendLimits
from domain.people import Role
from domain.reminders import RULES
from handlers.crews import roster_writing
from handlers.words.catalogue import Words
from sandbox import Group, Sandbox, SandboxClock, SandboxPerson
from sandbox.clock import NextDue
from storage import crews, people, reminders, stored_settings
from storage.engine import Database
from storage.migrate import migrate
from storage.reminders import Reminder
from storage.transaction import Transaction

SEEDED = "demo_seeded"
START_SECONDS = 30
DATABASE = "r4.sqlite3"
AHEAD = "clock-ahead"  # seconds that the clock was set forward

# Name, language, has joined already; the rest of them stands in `people.csv`.
CREW = (
    ("Moussa", "fr", True),
    ("Awa", "fr", True),
    ("Karim", "fr", True),
    ("Fatou", "fr", True),
    ("Olena", "en", True),
    ("Tariq", "en", False),
)
FILES = ("people.csv", "vehicles.csv")


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """The people of the demo, the sandbox they write in, and the clock."""

    sandbox: Sandbox
    settings: Settings
    clock: JumpingClock
    client: SandboxPerson
    other_client: SandboxPerson
    coordinator: SandboxPerson
    crew: tuple[SandboxPerson, ...]
    group: Group
    ahead: Path

    async def jump(self, to: datetime) -> datetime:
        """Set the clock forward; the next start goes on from there."""
        self.clock.jump_to(to)
        await asyncio.to_thread(self.ahead.write_text, f"{self.clock.ahead.total_seconds()}")
        return self.clock.now()


@asynccontextmanager
async def demo_world(
    folder: Path, *, words: Words | None = None, **manner: Any
) -> AsyncIterator[DemoWorld]:
    """Start sandbox, people, data and bot; stop them in the opposite order."""
    async with set_up(folder, **manner) as world, bot_running(world.settings, world.clock, words):
        yield world


@asynccontextmanager
async def set_up(
    folder: Path,
    *,
    port: int = 0,
    database_url: str | None = None,
    keep: bool = False,
    now: datetime | None = None,
    send_limits: SendLimits | None = None,
    timezone: str = "Europe/Paris",
) -> AsyncIterator[DemoWorld]:
    """Start all but the bot, which may then run, stop and run again."""
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    url = database_url or f"sqlite+aiosqlite:///{folder / DATABASE}"
    clock = JumpingClock(now - real_now() if now else await asyncio.to_thread(_ahead, folder))
    sandbox_clock = SandboxClock(now=clock.now)
    store = folder / "telegram" if keep else None
    async with Sandbox(port=port, store=store, clock=sandbox_clock) as sandbox:
        given = {"send_limits": send_limits or SendLimits(), "timezone": timezone}
        world = _put_together(sandbox, folder, url, clock, **given)
        sandbox_clock.jump = world.jump
        await seed(world)
        sandbox_clock.next_due = _next_due(url, clock)
        await sandbox.page.clock_changed()
        yield world


@asynccontextmanager
async def bot_running(
    settings: Settings, clock: JumpingClock, words: Words | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    """Run the bot while inside, as the task given; raise what it raised."""
    stop, started = asyncio.Event(), asyncio.Event()
    bot = asyncio.create_task(run(settings, clock, stop, started, words=words))
    ready = asyncio.create_task(started.wait())
    await asyncio.wait([bot, ready], timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    ready.cancel()
    try:
        if not bot.done():
            yield bot
    finally:
        stop.set()
        await bot


def _ahead(folder: Path) -> timedelta:
    """Tell how far the clock was set forward at the last start."""
    kept = folder / AHEAD
    return timedelta(seconds=float(kept.read_text())) if kept.exists() else timedelta()


def _put_together(
    sandbox: Sandbox, folder: Path, url: str, clock: JumpingClock, **given: Any
) -> DemoWorld:
    client = sandbox.person("client", first_name="Claire", title="Cliente · Bâti Nord")
    other = sandbox.person("client2", first_name="Hugo", language="en", title="Client · Glass & Co")
    coordinator = sandbox.person("coordinator", first_name="Nadia", title="Coordinatrice")
    crew = tuple(
        sandbox.person(
            name.lower(), first_name=name, language=language, title="Équipe", started=joined
        )
        for name, language, joined in CREW
    )
    group = sandbox.group("Coordination R4", [coordinator])
    sandbox.show((client, None), (crew[0], None), (coordinator, group))
    settings = read_settings(
        telegram_token=sandbox.token,
        telegram_api_url=sandbox.url,
        telegram_mode="polling",
        database_url=url,
        media_url=str(folder / "media"),
        coordinator_chat_id=group.id,
        admin_ids=frozenset({coordinator.id}),
        **given,
        _env_file=None,
    )
    return DemoWorld(
        sandbox, settings, clock, client, other, coordinator, crew, group, folder / AHEAD
    )


async def seed(world: DemoWorld) -> None:
    """Write the made-up roster and vehicles, once."""
    db = Database(world.settings.database_url, world.settings.zone)
    try:
        await migrate(db.engine)
        async with db.begin(world.clock.now(), real_now=real_now()) as tx:
            if not await stored_settings.find(tx, SEEDED):
                await _seed(tx, world)
                await stored_settings.save(tx, SEEDED, value=True)
    finally:
        await db.close()


async def _seed(tx: Transaction, world: DemoWorld) -> None:
    """Take the roster in from files, as `/team` does, and let those in who have joined."""
    services = build_services(world.settings, bot_username="")
    until = f"{tx.today + timedelta(days=400):%d/%m/%Y}"
    for name in FILES:
        text = resources.files("bot.demo").joinpath(name).read_text("utf-8")
        content = text.replace("{until}", until).encode()
        found = read_file(content, name, services, tx.today)
        if found.faults:
            raise ValueError(f"{name}: {found.faults}")
        await roster_writing.take_in(tx, found.entries, services.words.languages)
    members = {member.name: member for member in await crews.roster(tx)}
    for person, (name, language, joined) in zip(world.crew, CREW, strict=True):
        if joined:
            code = await crews.invite(tx, members[name].id)
            known = await people.meet(tx, person.id, first_name=name, language=language)
            known = await people.change(tx, known, language_chosen=True, phone=person.user.phone)
            await people.give(tx, known, Role.CREW)
            await crews.join(tx, code, person.id, person.user.phone or "", language)


def _next_due(url: str, clock: JumpingClock) -> NextDue:
    async def next_due() -> tuple[datetime, str] | None:
        db = Database(url)
        try:
            async with db.read(clock.now()) as tx:
                due = await reminders.next_due(tx)
        finally:
            await db.close()
        return (due.due_at, RULES[due.kind].purpose) if isinstance(due, Reminder) else None

    return next_due
