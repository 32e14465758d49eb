"""An errand to run, and what it runs with."""

from pathlib import Path
from typing import Any

from bot.clock import JumpingClock
from bot.errands.context import ErrandContext
from bot.telegram.client import Telegram
from handlers.context.services import Services
from storage.engine import Database
from storage.errands import Errand
from storage.files import FileStore
from tests.trade import services

CLOSED = Telegram("1:" + "x" * 30, "http://localhost")  # a line that nobody opens


def errand_of(attempts: int = 0, **details: Any) -> Errand:
    """Ask for something that so many attempts did not bring."""
    return Errand(1, "errand", "errand:1", details, attempts)


def errand_context(
    db: Database,
    files: FileStore | None = None,
    of: Services | None = None,
    telegram: Telegram = CLOSED,
) -> ErrandContext:
    files = files or FileStore(str(Path("nowhere")))
    return ErrandContext(db, JumpingClock(), telegram, files, of or services())
