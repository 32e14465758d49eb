"""What a tick or an errand acts with: the transaction and the services, nobody's update."""

from dataclasses import dataclass

from handlers.context.services import Services
from storage.people import Person
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SystemContext:
    """Reads, writes and posts cards for nobody in particular."""

    tx: Transaction
    services: Services


@dataclass(frozen=True, slots=True)
class PersonContext(SystemContext):
    """Acts for a person who waits for what was asked."""

    person: Person
