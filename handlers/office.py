"""What it takes to draw the coordinators' cards where nobody visits."""

from dataclasses import dataclass

from handlers.shop import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Office:
    """The clock's or a worker's hands."""

    work: Work
    shop: Shop
