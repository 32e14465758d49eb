"""Puts the rooms together and runs them until told to stop."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import structlog

from bot.aftermath import Aftermath
from bot.carrier import Paced
from bot.clock import Clock
from bot.deeds import deeds, delivery
from bot.errands import Runner
from bot.intake import Intake
from bot.limits import Limits
from bot.menus import offer_menus
from bot.polling import Poller
from bot.sender import Sender
from bot.settings import Settings
from bot.shelving import Shelver
from bot.shop import open_shop
from bot.telegram import Telegram
from bot.web import Door
from handlers.reminding import remind
from handlers.shop import Shop
from handlers.words.catalogue import Words
from scheduler.clock import Ticker
from storage.engine import Database
from storage.files import Files
from storage.migrate import migrate

log = structlog.get_logger()

LEASE_SECONDS = 2.0
LAST_WORDS_SECONDS = 15
NEW_OBJECTS = 20_000  # from one collection to the next, where Python takes 700


class LeaseLost(Exception):
    """The connection that carried our leases broke: another replica may be at work already."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What one process opens and shares."""

    settings: Settings
    clock: Clock
    db: Database
    telegram: Telegram
    files: Files
    shop: Shop


async def run(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    started: asyncio.Event | None = None,
    *,
    words: Words | None = None,
) -> None:
    """Open everything, run until `stop` is set, close in order.

    Raises AlreadyRunning, LeaseLost, TelegramError.
    """
    db = Database(settings.database_url, settings.zone)
    telegram = Telegram(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    try:
        db.claim_file()
        await migrate(db.engine)
        await telegram.initialize()
        shop = open_shop(settings, telegram.username, words)
        rooms = Rooms(settings, clock, db, telegram, Files(settings.media_url), shop)
        with little_collecting():
            await _work(rooms, stop, started or asyncio.Event())
    finally:
        await telegram.shutdown()
        await db.close()


@contextmanager
def little_collecting() -> Iterator[None]:
    """Spare the garbage collector what is loaded and stays; have it look seldom at the rest."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


async def _work(rooms: Rooms, stop: asyncio.Event, started: asyncio.Event) -> None:
    db, clock, settings, shop = rooms.db, rooms.clock, rooms.settings, rooms.shop
    aftermath = Aftermath(db, rooms.telegram, clock, shop)
    intake = Intake(db, rooms.telegram.id, shop, clock, aftermath.after)
    limits = Limits(settings.send_limits)
    paced = Paced(rooms.telegram, limits)
    sender = Sender(
        db,
        replace(delivery(db, rooms.telegram, rooms.files), telegram=paced),
        limits,
        on_dead=aftermath.letter_dead,
        on_gone=aftermath.chat_gone,
    )
    done = deeds(db, clock, rooms.telegram, rooms.files, shop)
    runner = Runner(db, clock, done, aftermath.errand_dead)
    ticker = Ticker(db, clock, lambda work, due: remind(work, shop, due.reminder), aftermath.wake)
    shelver = Shelver(db, clock, shop.shelf)
    await shelver.look()
    aftermath.listen({"sender": sender.wake, "errands": runner.wake, "shelf": shelver.wake})
    await offer_menus(db, clock, rooms.telegram, shop)
    door = _door(rooms, intake)
    line = asyncio.create_task(_holding(db, "line", lambda: _line(door, sender, started)))
    others = [
        asyncio.create_task(_holding(db, "errands", runner.run)),
        asyncio.create_task(_holding(db, "clock", ticker.run)),
        asyncio.create_task(shelver.run()),
        asyncio.create_task(_watch(db)),
    ]
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([stopped, line, *others], return_when=asyncio.FIRST_COMPLETED)
        if stopped.done() and started.is_set():
            await _say_last_words(door, sender, line)
    finally:
        for task in (stopped, line, *others):
            task.cancel()
        results = await asyncio.gather(line, *others, return_exceptions=True)
        await aftermath.settle()
    if fault := next((one for one in results if isinstance(one, Exception)), None):
        raise fault


async def _say_last_words(door: Poller | Door, sender: Sender, line: asyncio.Task[None]) -> None:
    """Take nothing more in; what is being said is said."""
    await door.close()
    sender.stop()
    await asyncio.wait([line], timeout=LAST_WORDS_SECONDS)


def _door(rooms: Rooms, intake: Intake) -> Poller | Door:
    settings = rooms.settings
    if settings.telegram_mode == "polling":
        return Poller(rooms.telegram, intake)
    return Door(
        rooms.telegram,
        intake,
        url=settings.webhook_url,
        path=urlsplit(settings.webhook_url).path or "/",
        secret=settings.webhook_secret.get_secret_value(),
        host=settings.host,
        port=settings.port,
    )


async def _line(door: Poller | Door, sender: Sender, started: asyncio.Event) -> None:
    """Let waiting updates in before the first word goes out."""
    receiving = asyncio.create_task(door.run())
    caught_up = asyncio.create_task(door.caught_up.wait())
    try:
        await asyncio.wait([receiving, caught_up], return_when=asyncio.FIRST_COMPLETED)
        log.info("started")
        started.set()
        await asyncio.gather(receiving, sender.run())
    finally:
        receiving.cancel()
        caught_up.cancel()


async def _holding(db: Database, lease: str, deed: Callable[[], Awaitable[None]]) -> None:
    """Wait until this process holds the lease, then do it."""
    while not await db.hold(lease):  # noqa: ASYNC110 another process holds it, no event tells us
        await asyncio.sleep(LEASE_SECONDS)
    await deed()


async def _watch(db: Database) -> None:
    while await db.still_holds():  # noqa: ASYNC110 a broken connection tells nobody
        await asyncio.sleep(LEASE_SECONDS)
    raise LeaseLost
