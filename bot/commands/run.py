"""`run`: the bot against a Bot API server, until told to stop."""

import asyncio
import signal
from contextlib import suppress

import structlog
import uvloop
from telegram.error import NetworkError

from bot.app import LeaseLost, run
from bot.clock import SystemClock
from bot.logs import set_up
from bot.settings import Settings
from bot.start_faults import StartFault
from bot.telegram.receiver import PortUnavailable
from domain.company import load_company
from storage.engine import is_away

log = structlog.get_logger()

AGAIN_SECONDS = 1.0
SIGNALS = (signal.SIGTERM, signal.SIGINT)


def run_bot(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; after a time without database or lease it starts anew.

    Raises CompanyFaults before anything is opened.
    """
    load_company(settings.company_file.read_text(encoding="utf-8"))
    set_up(settings.log_format)
    uvloop.run(_run(settings))
    return 0


async def _run(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        loop.add_signal_handler(name, stop.set)
    ran = False
    while not stop.is_set():
        started = asyncio.Event()
        try:
            await run(settings, SystemClock(), stop, started)
        except Exception as error:
            ran = ran or started.is_set()
            if not (isinstance(error, LeaseLost) or (ran and _passes(error))):
                raise
            log.warning("starting_again", why=f"{type(error).__name__}: {error}"[:200])
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), AGAIN_SECONDS)


def _passes(error: Exception) -> bool:
    """Tell whether a bot that ran before may run again soon: it was the network or the database."""
    cause = error.__cause__ if isinstance(error, StartFault) else error
    return isinstance(cause, NetworkError | PortUnavailable) or (
        cause is not None and is_away(cause)
    )
