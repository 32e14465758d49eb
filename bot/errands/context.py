"""What every errand may use, and the transactions that it opens."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from bot.clock import Clock, real_now
from bot.telegram.client import Telegram
from handlers.context.services import Services
from storage.engine import Database
from storage.files import FileStore
from storage.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True)
class ErrandContext:
    """The stores, the services and the line to Telegram."""

    db: Database
    clock: Clock
    telegram: Telegram
    files: FileStore
    services: Services

    def read(self) -> AbstractAsyncContextManager[Reading]:
        return self.db.read(self.clock.now())

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        return self.db.begin(self.clock.now(), real_now=real_now())
