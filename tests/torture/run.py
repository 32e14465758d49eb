"""One torture: a Telegram, people who talk, and a bot that is killed again and again."""

import asyncio
import random
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from signal import Signals
from time import monotonic
from typing import Literal

from sqlalchemy import select

from domain.people import Role
from sandbox.group import Group
from sandbox.sandbox import Sandbox
from sandbox.world import Bell, Message, SandboxChange
from storage import people
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import seen_updates
from tests.torture.bots import Bot
from tests.torture.clients import CAREFUL, Client, Pace, summed
from tests.torture.desk import Desk
from tests.torture.phrases import Phrases
from tests.torture.verdict import Verdict, judge, under_way

SECRET = "torture"
LATENCY = 0.06  # seconds there and back
EARLY = 0.25  # of the kills come while the bot is starting
ON_ITS_WAY_SECONDS = 1.0
QUIET_SECONDS = 30.0  # without anybody getting on, the run is over


Mode = Literal["polling", "webhook"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done to the bot, and how people behave."""

    mode: Mode = "polling"
    people: int = 30
    kills: int = 20
    how: Signals = Signals.SIGKILL
    pace: Pace = CAREFUL
    seed: int = 1
    longest: float = 2.5  # seconds that the bot is up between two kills
    aimed: bool = False  # each kill comes with the bot's next message, whose answer it misses


async def torture(plan: Plan, folder: Path, database_url: str) -> Verdict:
    """Run it and compare what the database holds with what was meant."""
    began = monotonic()
    async with Sandbox() as sandbox:
        group = group_of(sandbox)
        bot = Bot(settings(plan, folder, database_url, sandbox, group), folder)
        clients = _clients(plan, sandbox)
        db = Database(database_url)
        try:
            await _seed(db, clients)
            async with _talking(sandbox, group, clients, plan.seed) as spoken:
                owed = await kill(plan, bot, spoken, sandbox, db)
                await _until_quiet(sandbox, clients, db)
                await bot.end(Signals.SIGTERM)
            verdict = await judge(db, datetime.now(UTC), clients, sandbox.core.world)
        finally:
            if bot.alive:
                await bot.end(Signals.SIGKILL)
            await db.close()
        verdict.counts["updates unacknowledged"] = owed
        _note(verdict, plan, bot, clients, sandbox, monotonic() - began)
    return verdict


def _note(
    verdict: Verdict,
    plan: Plan,
    bot: Bot,
    clients: list[Client],
    sandbox: Sandbox,
    seconds: float,
) -> None:
    noted = summed(clients)
    verdict.counts |= {
        "people": len(clients),
        "kills": plan.kills,
        "answers": noted["acts"],
        "prompts repeated": noted["copies"],
        "answers refused": noted["refused"],
        "updates pending": sandbox.updates_pending(),
        "updates again": bot.said["updates_again"],
        "letters in doubt": bot.said["letters_in_doubt"],
        "errors logged": len(bot.errors),
        "seconds": round(seconds),
    }
    verdict.faults += [f"refused: {one}" for client in clients for one in client.notes.refused]
    verdict.faults += [f"logged: {error}" for error in bot.errors]


def settings(
    plan: Plan, folder: Path, database_url: str, sandbox: Sandbox, group: Group
) -> dict[str, str]:
    port = _free_port()
    return {
        "TELEGRAM_TOKEN": sandbox.token,
        "TELEGRAM_API_URL": sandbox.url,
        "TELEGRAM_MODE": plan.mode,
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": SECRET,
        "LISTEN": f"127.0.0.1:{port}",
        "DATABASE_URL": database_url,
        "MEDIA_URL": str(folder / "media"),
        "COORDINATOR_CHAT_ID": str(group.id),
        "ADMIN_IDS": str(group.chat.members[0]),
        "SEND_LIMITS": "off",
        "LOG_FORMAT": "json",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def group_of(sandbox: Sandbox) -> Group:
    sandbox.faults.latency = LATENCY
    sandbox.faults.callback_lifetime = 600
    coordinator = sandbox.person("coordinator", first_name="Nadia", started=True)
    return sandbox.group("Coordination", [coordinator])


def _clients(plan: Plan, sandbox: Sandbox) -> list[Client]:
    phrases, today = Phrases(), date.today()  # noqa: DTZ011 people look at the wall clock
    return [
        Client(
            sandbox,
            number,
            seed=plan.seed,
            today=today,
            phrases=phrases,
            pace=plan.pace,
            newcomer=number % 2 == 1,
        )
        for number in range(1, plan.people + 1)
    ]


async def _seed(db: Database, clients: list[Client]) -> None:
    """Make every second person a client already."""
    await migrate(db.engine)
    async with db.begin(datetime.now(UTC)) as tx:
        for client in clients:
            if client.newcomer:
                continue
            who = client.identity
            company = await people.register_company(tx, siret=who.siret, name=who.company)
            person = await people.meet(
                tx, client.user.id, first_name=client.user.first_name, language="fr"
            )
            person = await people.change(
                tx, person, full_name=who.name, company_id=company.id, language_chosen=True
            )
            await people.give(tx, person, Role.CLIENT)


@asynccontextmanager
async def _talking(
    sandbox: Sandbox, group: Group, clients: list[Client], seed: int
) -> AsyncIterator[Bell]:
    """Have everybody talk while inside; the bell rings when the bot says something to a client."""
    world, spoken = sandbox.core.world, Bell()
    desk = Desk(sandbox, world.users[group.chat.members[0]], seed)
    hears: dict[int, Callable[[Message], None]] = {
        client.user.id: client.hears for client in clients
    }
    hears[group.id] = desk.hears

    def told(change: SandboxChange) -> None:
        message = change.message
        if message is None or message.sender_id != world.bot_id or message.deleted:
            return
        if (ear := hears.get(message.chat_id)) is not None:
            ear(message)
        if message.chat_id > 0:
            spoken.ring()

    world.listeners.append(told)
    tasks = [asyncio.create_task(client.play()) for client in clients]
    try:
        yield spoken
    finally:
        for task in tasks:
            task.cancel()
        for result in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(result, Exception):
                raise result


async def kill(
    plan: Plan,
    bot: Bot,
    spoken: Bell,
    sandbox: Sandbox,
    db: Database,
    begin: Callable[[], None] = lambda: None,
) -> int:
    """Let people `begin`, and kill at random moments, one in four before the bot is up again.

    Return how many updates an orderly stop left unacknowledged though they had had their effect.
    """
    chance = random.Random(plan.seed)
    await bot.start()
    takes, owed = await bot.up(), 0
    begin()
    for _ in range(plan.kills):
        early = plan.how is Signals.SIGKILL and chance.random() < EARLY
        if early:
            await asyncio.sleep(chance.uniform(0, takes))
        else:
            takes = max(takes, await bot.up())
            await asyncio.sleep(chance.uniform(0.02, plan.longest))
            if plan.aimed:
                await spoken.wait(plan.longest)
        if not bot.alive:
            bot.errors.append("ended by itself")
        await bot.end(plan.how)
        if plan.how is Signals.SIGTERM:
            owed += await _owed(sandbox, db)
        await bot.start()
    await bot.up()
    return owed


async def _owed(sandbox: Sandbox, db: Database) -> int:
    """Count updates that took effect and that Telegram would still send again."""
    async with db.read(datetime.now(UTC)) as tx:
        rows = await tx.rows(select(seen_updates.c.update_id))
    seen = {row.update_id for row in rows}
    with suppress(TimeoutError):  # the last answer may still be on its way
        async with asyncio.timeout(ON_ITS_WAY_SECONDS):
            while seen & sandbox.core.updates.pending.keys():  # noqa: ASYNC110 no event for it
                await asyncio.sleep(0.05)
    return len(seen & sandbox.core.updates.pending.keys())


async def _until_quiet(sandbox: Sandbox, clients: list[Client], db: Database) -> None:
    """Wait until everybody is through and every letter is out, or nothing moves any more."""
    for client in clients:
        client.stopping = True
    serial, since = 0, monotonic()
    while monotonic() - since < QUIET_SECONDS:
        through = all(client.idle.is_set() for client in clients)
        if through and not sandbox.updates_pending() and not await under_way(db):
            return
        if sandbox.core.world.counters["serial"] != serial:
            serial, since = sandbox.core.world.counters["serial"], monotonic()
        await asyncio.sleep(0.25)
