"""`run`: the bot against a Bot API server, until told to stop."""

import asyncio
import signal

import structlog
import uvloop

from bot.app import LeaseLost, run
from bot.clock import SystemClock
from bot.logs import set_up
from bot.settings import Settings

log = structlog.get_logger()


def run_bot(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; a lost lease starts anew."""
    set_up(settings.log_format)
    uvloop.run(_run(settings))
    return 0


async def _run(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    while not stop.is_set():
        try:
            await run(settings, SystemClock(), stop)
        except LeaseLost:
            log.warning("lease_lost_starting_again")
