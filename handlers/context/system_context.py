"""What it takes to draw the coordinators' cards where nobody visits."""

from dataclasses import dataclass

from handlers.context.services import Services
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SystemContext:
    """The clock's or a worker's hands."""

    tx: Transaction
    services: Services
