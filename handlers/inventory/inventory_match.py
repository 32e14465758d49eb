"""From an entry of a list to an item of the catalogue: sure, or to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from rapidfuzz import fuzz, process

from domain.catalogue import Catalogue, Item
from domain.inventory import quantity_fault
from domain.search import PREFIX, fold, words_of
from handlers.conversation.kind import Rejected, reject
from handlers.inventory.inventory_list import read_list
from handlers.inventory.inventory_state import DraftLine, InventoryEntry

MOST = Decimal(20_000)  # of one item
LIKELY = 8
LIKENESS = 55  # of 100, from where a name is worth showing for words that nothing holds
AHEAD = 0.15  # by how much the best must fit better than the next
AND = (" et ", " and ", " & ")
TONNE = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads for one person: the catalogue, and the language that comes first."""

    catalogue: Catalogue
    lang: str

    def entries(self, text: str) -> tuple[InventoryEntry, ...]:
        """Read a list, knowing which names have a comma or an "and" of their own."""
        found: list[InventoryEntry] = []
        for entry in read_list(text):
            joined = self._joined(found[-1], entry) if found else None
            if joined is not None:
                found[-1] = joined
            else:
                found += self._parted(entry)
        return tuple(found)

    def known(self, entry: InventoryEntry) -> InventoryEntry:
        """Fill in the item where there can be no doubt about it, and count in its unit."""
        sure = self.item(entry) or self._sure(entry)
        if sure is None:
            return entry
        return self.taken(entry, sure)

    def taken(self, entry: InventoryEntry, item: Item) -> InventoryEntry:
        """Take the entry for so much of an item; without a quantity, or in another unit, ask it."""
        quantity, unit = entry.quantity, entry.unit
        if unit == "t" and item.unit == "kg" and quantity is not None:
            quantity, unit = quantity * TONNE, "kg"
        elif quantity is None:
            quantity = Decimal(1)
        if unit not in {None, item.unit}:
            return replace(entry, code=item.code, quantity=None, unit=None)
        return replace(entry, code=item.code, quantity=quantity, unit=unit)

    def item(self, entry: InventoryEntry) -> Item | None:
        return self.catalogue.find(entry.code) if entry.code else None

    def likely(self, entry: InventoryEntry) -> tuple[Item, ...]:
        """List the items that the words could mean, best first."""
        ranked = self._ranked(entry)
        return tuple(item for item, _ in ranked) if ranked else self._alike(entry.name)

    def _ranked(self, entry: InventoryEntry) -> Sequence[tuple[Item, float]]:
        ranked = self.catalogue.ranked(entry.name, self.lang, 3 * LIKELY)
        unit = "kg" if entry.unit == "t" else entry.unit
        fitting = [one for one in ranked if unit in {None, one[0].unit}]
        return (fitting or ranked)[:LIKELY]

    def _sure(self, entry: InventoryEntry) -> Item | None:
        """Nothing was forgiven, and nothing else fits as well or bears exactly that name."""
        ranked, asked = self._ranked(entry), words_of(entry.name)
        named = [item for item, _ in ranked if asked in _names(item)]
        if len(named) == 1:
            return named[0]
        if not ranked or ranked[0][1] < PREFIX - AHEAD:
            return None
        alone = len(ranked) == 1 or ranked[0][1] - ranked[1][1] > AHEAD
        return ranked[0][0] if alone else None

    def _alike(self, name: str) -> tuple[Item, ...]:
        """Guess by single words, then by the look of the whole."""
        single = [
            item
            for word in words_of(name)
            if len(word) > 2
            for item, score in self.catalogue.ranked(word, self.lang, LIKELY)
            if score > PREFIX - AHEAD
        ]
        labels = {item.code: fold(item.label(self.lang)) for item in self.catalogue.items}
        alike = process.extract(
            fold(name), labels, scorer=fuzz.token_set_ratio, limit=LIKELY, score_cutoff=LIKENESS
        )
        found = [*single, *(self.catalogue.get(code) for _, _, code in alike)]
        return tuple(dict.fromkeys(found))[:LIKELY]

    def _joined(self, before: InventoryEntry, entry: InventoryEntry) -> InventoryEntry | None:
        """Put « Bureau droit 160x80, piètement acier » together again."""
        if entry.quantity is not None:
            return None
        name = f"{before.name}, {entry.name}"
        if not any(words_of(name) in _names(item) for item in self.catalogue.items):
            return None
        return replace(before, text=f"{before.text}, {entry.text}", name=name)

    def _parted(self, entry: InventoryEntry) -> list[InventoryEntry]:
        """Part « bureaux et chaises », which mean nothing together and something alone."""
        for word in AND:
            first, *more = (InventoryEntry(one, one) for one in entry.name.split(word))
            if more and all(self._ranked(one) for one in (first, *more)):
                return [replace(first, quantity=entry.quantity, unit=entry.unit), *more]
        return [entry]


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


def _names(item: Item) -> tuple[tuple[str, ...], ...]:
    return _words(item.fr), _words(item.en), _words(item.code)


_words = cache(words_of)  # of the catalogue's own names, which are few
