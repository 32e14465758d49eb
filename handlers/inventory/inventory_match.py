"""From an entry of a list to an item of the catalogue: sure, or to be asked."""

from dataclasses import dataclass, replace
from decimal import Decimal

from domain.catalogue import Catalogue, Item
from domain.inventory import quantity_fault
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import Match, Matcher, matcher
from domain.inventory_reader.naming import in_pieces
from domain.inventory_reader.written import WrittenLine
from handlers.conversation.kind import Rejected, reject
from handlers.inventory.inventory_state import DraftLine, InventoryEntry

MOST = Decimal(20_000)  # of one item
AND = (" et ", " and ", " & ")
TONNE = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads for one person: the catalogue, and the language that comes first."""

    catalogue: Catalogue
    lang: str

    def entries(self, text: str) -> tuple[InventoryEntry, ...]:
        """Read a list; in « 20 bureaux et chaises » the number is sure of neither."""
        return self.heard(text)[0]

    def heard(self, text: str) -> tuple[tuple[InventoryEntry, ...], tuple[str, ...]]:
        """Read a list, and the remarks in it that are about no thing."""
        found = read_lines(text, self._matcher)
        entries = (entry for line in found.lines for entry in self._parted(_entry(line)))
        return tuple(entries), found.remarks

    def known(self, entry: InventoryEntry) -> InventoryEntry:
        """Fill in the item where there can be no doubt about it, and count in its unit."""
        match = self._match(entry)
        sure = self.item(entry) or (match.items[0] if match.sure else None)
        return entry if sure is None else self.taken(entry, sure)

    def taken(self, entry: InventoryEntry, item: Item) -> InventoryEntry:
        """Take the entry for so much of an item; ask what is missing, or in another unit.

        « 40 dalles de moquette » may be 40 pieces, and are priced by m².
        """
        quantity, unit = entry.quantity, entry.unit
        if unit == "t" and item.unit == "kg" and quantity is not None:
            quantity, unit = quantity * TONNE, "kg"
        if unit is None and quantity is not None and not item.whole and in_pieces(entry.name):
            return replace(entry, code=item.code, quantity=None, unit=None, choices=(quantity,))
        if unit not in {None, item.unit}:
            return replace(entry, code=item.code, quantity=None, unit=None)
        if entry.decimal is not None and quantity is not None and not item.whole:
            choices = (quantity, entry.decimal)
            return replace(entry, code=item.code, quantity=None, unit=unit, choices=choices)
        return replace(entry, code=item.code, quantity=quantity, unit=unit, decimal=None)

    def item(self, entry: InventoryEntry) -> Item | None:
        return self.catalogue.find(entry.code) if entry.code else None

    def likely(self, entry: InventoryEntry) -> tuple[Item, ...]:
        """List the items that the words could mean, best first."""
        return self._match(entry).items

    def _match(self, entry: InventoryEntry) -> Match:
        return self._matcher.match(entry.name, entry.unit)

    @property
    def _matcher(self) -> Matcher:
        return matcher(self.catalogue)

    def _parted(self, entry: InventoryEntry) -> list[InventoryEntry]:
        """Part « bureaux et chaises », which mean nothing together and something alone."""
        for word in AND:
            parts = entry.name.split(word)
            if len(parts) < 2 or not all(
                self._match(InventoryEntry(one, one)).items for one in parts
            ):
                continue
            counted = entry.choices if entry.quantity is None else (entry.quantity,)
            return [
                replace(entry, name=one, quantity=None, choices=counted, decimal=None)
                for one in parts
            ]
        return [entry]


def _entry(line: WrittenLine) -> InventoryEntry:
    return InventoryEntry(
        line.text,
        line.name or line.text,
        line.quantity,
        line.unit,
        place=line.place,
        choices=line.choices,
        decimal=line.decimal,
        row=line.row,
    )


def line_of(entry: InventoryEntry) -> DraftLine | None:
    """Make a line of an entry of which item and quantity are known."""
    if entry.code is None or entry.quantity is None:
        return None
    return DraftLine(entry.code, entry.quantity, entry.condition, entry.fixed)


def amount_refused(item: Item, quantity: Decimal) -> Rejected | None:
    """Say why so much of an item cannot be taken."""
    if not quantity.is_finite() or quantity > MOST:
        return reject("too-much", most=MOST)
    if (fault := quantity_fault(item, quantity)) is None:
        return None
    least = 1 if item.whole else Decimal("0.001")
    refusals = {
        "not_positive": reject("too-little", least=least),
        "not_whole": reject("whole-number"),
        "too_fine": reject("three-decimals"),
    }
    return refusals.get(fault.value, reject("too-much", most=MOST))
