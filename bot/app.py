"""Builds the runtime and runs its workers until it is stopped."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import structlog
from telegram.error import TelegramError

from bot import health
from bot.clock import Clock, real_now
from bot.errands.command_menu import offer_menus
from bot.errands.context import ErrandContext
from bot.errands.errand_check import check_errands
from bot.errands.errand_handlers import HANDLERS
from bot.errands.runner import ErrandRunner
from bot.reference_file_watcher import ReferenceFileWatcher
from bot.services import build_services
from bot.settings import Settings
from bot.start_faults import StartFault, database_faults, open_files, port_fault, telegram_fault
from bot.telegram.client import Telegram
from bot.telegram.delivery_retry import PacedTelegram
from bot.telegram.intake import Intake
from bot.telegram.limits import Limits
from bot.telegram.polling import Poller
from bot.telegram.post_commit import PostCommit
from bot.telegram.receiver import PortUnavailable, Receiver
from bot.telegram.sender import Sender
from bot.telegram.stored_delivery import stored_delivery
from handlers.context import coordinator_group
from handlers.context.services import Services
from handlers.routing.reminders import remind
from handlers.words.catalogue import Words
from scheduler.clock import Ticker
from storage.engine import Database
from storage.files import FileStore
from storage.migrate import migrate

log = structlog.get_logger()

LEASE_SECONDS = 2.0
STOP_SECONDS = 15
NEW_OBJECTS = 20_000  # from one collection to the next, where Python takes 700


class LeaseLost(Exception):
    """The connection that carried our leases broke: another replica may be at work already."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What one process opens and shares."""

    settings: Settings
    clock: Clock
    db: Database
    telegram: Telegram
    files: FileStore
    services: Services


async def run(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    started: asyncio.Event | None = None,
    *,
    words: Words | None = None,
) -> None:
    """Open everything, run until `stop` is set, close in order.

    Raises AlreadyRunning, LeaseLost, StartFault.
    """
    db = Database(settings.database_url, settings.zone)
    telegram = Telegram(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    try:
        await _open(db, telegram, settings)
        files = await open_files(settings)
        services = build_services(settings, telegram.username, words)
        runtime = Runtime(settings, clock, db, telegram, files, services)
        with infrequent_collection():
            await _work(runtime, stop, started or asyncio.Event())
    except PortUnavailable as error:
        raise StartFault(port_fault(error, settings)) from error
    finally:
        await telegram.shutdown()
        await db.close()


async def _open(db: Database, telegram: Telegram, settings: Settings) -> None:
    """Open the database, then the line to Telegram. Raises AlreadyRunning, StartFault."""
    async with database_faults(settings):
        db.claim_file()
        await migrate(db.engine)
    try:
        await telegram.initialize()
    except TelegramError as error:
        raise StartFault(telegram_fault(error, settings)) from error


@contextmanager
def infrequent_collection() -> Iterator[None]:
    """Spare the garbage collector what is loaded and stays; have it look seldom at the rest."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


async def _work(runtime: Runtime, stop: asyncio.Event, started: asyncio.Event) -> None:
    db, clock, services = runtime.db, runtime.clock, runtime.services
    post_commit = PostCommit(db, runtime.telegram, clock, services)
    intake = Intake(db, runtime.telegram.id, services, clock, post_commit.after)
    sender = _sender(runtime, post_commit)
    check_errands(HANDLERS)
    errands = ErrandContext(db, clock, runtime.telegram, runtime.files, services)
    runner = ErrandRunner(errands, HANDLERS, post_commit.errand_dead)
    ticker = _ticker(runtime, post_commit)
    file_watcher = ReferenceFileWatcher(db, clock, services.reference_files)
    await file_watcher.look()
    await _name_overruled_group(runtime)
    post_commit.listen(
        {"sender": sender.wake, "errands": runner.wake, "reference_files": file_watcher.wake}
    )
    await offer_menus(errands)
    receiver = _receiver(runtime, intake)
    transport = asyncio.create_task(
        _run_with_lease(
            db, "line", lambda: _receive_and_send(receiver, sender, started), receiver.stand_by
        )
    )
    others = [
        asyncio.create_task(_run_with_lease(db, "errands", runner.run)),
        asyncio.create_task(_run_with_lease(db, "clock", ticker.run)),
        asyncio.create_task(file_watcher.run()),
        asyncio.create_task(_watch(db)),
    ]
    try:
        await _first_to_end(stop, [transport, *others])
        if stop.is_set() and started.is_set():
            await _send_the_rest(receiver, sender, transport)
    finally:
        faults = await _end([transport, *others])
        await post_commit.settle()
    if faults:
        raise faults[0]


def _sender(runtime: Runtime, post_commit: PostCommit) -> Sender:
    limits = Limits(runtime.settings.send_limits)
    paced = PacedTelegram(runtime.telegram, limits)
    return Sender(
        runtime.db,
        stored_delivery(runtime.db, paced, runtime.files),
        limits,
        on_dead=post_commit.letter_dead,
        on_gone=post_commit.chat_gone,
    )


def _ticker(runtime: Runtime, post_commit: PostCommit) -> Ticker:
    services = runtime.services
    return Ticker(
        runtime.db,
        runtime.clock.now,
        real_now,
        lambda tx, reminder: remind(tx, services, reminder),
        post_commit.wake,
    )


async def _first_to_end(stop: asyncio.Event, tasks: Sequence[asyncio.Task[None]]) -> None:
    """Wait until somebody stops the bot, or one of its tasks ends by itself."""
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([stopped, *tasks], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()


async def _end(tasks: Sequence[asyncio.Task[None]]) -> list[Exception]:
    """Cancel what still runs; return what went wrong."""
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    return [result for result in results if isinstance(result, Exception)]


async def _name_overruled_group(runtime: Runtime) -> None:
    """Log which of two groups counts, where the settings and a decision in a chat differ."""
    async with runtime.db.read(runtime.clock.now()) as tx:
        used = await coordinator_group.coordinator_chat(tx, runtime.services)
        other = await coordinator_group.overruled(tx, runtime.services)
    if other is not None:
        log.warning("coordinator_group_overruled", used=used, not_used=other)


async def _send_the_rest(receiver: Receiver, sender: Sender, transport: asyncio.Task[None]) -> None:
    """Take nothing more in; what is being said is said."""
    await receiver.close()
    sender.stop()
    await asyncio.wait([transport], timeout=STOP_SECONDS)


def _receiver(runtime: Runtime, intake: Intake) -> Receiver:
    settings = runtime.settings
    if settings.telegram_mode == "polling":
        return Poller(runtime.telegram, intake)
    from bot.telegram.webhook import WebhookServer  # noqa: PLC0415 an HTTP server for who has one

    return WebhookServer(
        runtime.telegram,
        intake,
        url=settings.webhook_url,
        path=urlsplit(settings.webhook_url).path or "/",
        secret=settings.webhook_secret.get_secret_value(),
        host=settings.host,
        port=settings.port,
        health=partial(health.look, runtime.db, runtime.services),
    )


async def _receive_and_send(receiver: Receiver, sender: Sender, started: asyncio.Event) -> None:
    """Let waiting updates in before the first word goes out."""
    receiving = asyncio.create_task(receiver.run())
    caught_up = asyncio.create_task(receiver.caught_up.wait())
    try:
        await asyncio.wait([receiving, caught_up], return_when=asyncio.FIRST_COMPLETED)
        if receiving.done():
            receiving.result()
        log.info("started")
        started.set()
        await asyncio.gather(receiving, sender.run())
    finally:
        receiving.cancel()
        caught_up.cancel()


async def _run_with_lease(
    db: Database,
    lease: str,
    work: Callable[[], Awaitable[None]],
    meanwhile: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Wait until this process holds the lease, then do it; `meanwhile` runs only while it waits."""
    if not await db.hold(lease):
        log.info("standing_by", lease=lease, why="another replica holds it")
        waiting = asyncio.ensure_future(meanwhile()) if meanwhile else None
        try:
            while not await db.hold(lease):  # noqa: ASYNC110 no event tells us
                await asyncio.sleep(LEASE_SECONDS)
        finally:
            if waiting is not None:
                waiting.cancel()
                await asyncio.wait([waiting])
        log.info("taking_over", lease=lease)
    await work()


async def _watch(db: Database) -> None:
    while await db.still_holds():  # noqa: ASYNC110 a broken connection tells nobody
        await asyncio.sleep(LEASE_SECONDS)
    raise LeaseLost
