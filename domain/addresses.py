"""What the national address base thinks of an address, and when that is enough."""

from dataclasses import dataclass

CONFIDENT = 60  # percent; below, somebody confirms the address (§10.2)


@dataclass(frozen=True, slots=True)
class AddressCheck:
    """The address that was found, nearest to ours, and how sure that is, in percent."""

    found: str
    score: int

    @property
    def confident(self) -> bool:
        return self.score >= CONFIDENT
