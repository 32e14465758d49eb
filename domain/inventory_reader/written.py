"""A list as it was written: its lines, each with place, quantity, unit and remark."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One thing of a list, as it was written.

    `quantity` is None where it is not certain: then `choices` are what it could be. `decimal` is
    its other reading, where « 1,200 » may be 1.2. `place` is where it stands, `row` in the text.
    """

    text: str
    name: str
    quantity: Decimal | None = None
    unit: str | None = None
    place: str = ""
    remark: str = ""
    choices: tuple[Decimal, ...] = ()
    decimal: Decimal | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class WrittenList:
    """The lines of a text; `notes` is what names no thing.

    `remarks` are those notes that say something to whoever comes: « clés chez le gardien ».
    """

    lines: tuple[WrittenLine, ...]
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
