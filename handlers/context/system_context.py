"""The context of a tick or an errand, which no person sent."""

from dataclasses import dataclass

from handlers.context.services import Services
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SystemContext:
    """What a tick or an errand reads from and posts through."""

    tx: Transaction
    services: Services
