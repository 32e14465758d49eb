"""The rows of a filled-in template: entries of a list, and what is wrong in which cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.inventory import Condition
from domain.inventory_reader.vocabulary import vocabulary
from domain.search import fold
from handlers.conversation.kind import Rejected
from handlers.conversation.kinds.numbers import read_number, unit_named
from handlers.inventory.inventory_match import Reader, amount_refused
from handlers.inventory.inventory_state import InventoryEntry, InventoryFault

CODE, LABEL, QUANTITY, CONDITION, FIXED = "code", "label", "quantity", "condition", "fixed"
UNIT, PLACE = "unit", "place"
COLUMNS = (CODE, LABEL, QUANTITY, CONDITION, FIXED)
_HEADERS: Mapping[str, frozenset[str]] = {
    CODE: frozenset({"code", "reference", "ref"}),
    LABEL: vocabulary().words["label_headers"],
    QUANTITY: vocabulary().words["quantity"] - {"x"},
    CONDITION: frozenset({"condition", "etat"}),
    FIXED: frozenset({"fixed", "fixe", "fixee"}),
    UNIT: frozenset({"unit", "unite", "unites", "u", "um"}),
    PLACE: vocabulary().words["where_headers"],
}
_YES = frozenset({"oui", "o", "x", "yes", "y", "1", "vrai", "true", "fixe", "fixed"})
_NO = frozenset({"", "non", "n", "no", "0", "faux", "false"})
HEADER_WORDS = 4  # « Désignation du bien »; more is no header
HEADER_WITHIN = 10  # rows from the top
SHOWN = 40  # letters of a cell that are quoted


@dataclass(frozen=True, slots=True)
class InventorySheet:
    """What a file says: entries to take in, faults to tell."""

    entries: tuple[InventoryEntry, ...] = ()
    faults: tuple[InventoryFault, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    headers: Mapping[str, str]

    @property
    def unit(self) -> str | None:
        """Return the unit of the row, or the one in the header: « Qté (m²) »."""
        _, _, aside = self.headers.get(QUANTITY, "").partition("(")
        return unit_named(self.cells.get(UNIT, "")) or unit_named(aside.rstrip(") "))

    def fault(self, code: str, column: str) -> InventoryFault:
        value = self.cells.get(column, "")[:SHOWN]
        return InventoryFault(code, self.number, self.headers.get(column, column), value)

    @property
    def words(self) -> str:
        return " · ".join(cell for cell in self.cells.values() if cell)


def read_sheet(rows: Sequence[tuple[int, Sequence[str]]], reader: Reader) -> InventorySheet:
    """Read the rows below the header; a row without a quantity is one that was left as it came."""
    head = next((n for n, (_, cells) in enumerate(rows[:HEADER_WITHIN]) if _is_head(cells)), None)
    if head is None:
        return InventorySheet(faults=(_missing(rows),))
    columns = _columns(rows[head][1])
    entries: list[InventoryEntry] = []
    faults: list[InventoryFault] = []
    for row in _filled(rows[head + 1 :], columns, rows[head][1]):
        entry, wrong = _entry(row, reader)
        entries.append(entry)
        faults += wrong
    return InventorySheet(tuple(entries), tuple(faults) if entries else (InventoryFault("empty"),))


def _filled(
    rows: Sequence[tuple[int, Sequence[str]]], columns: Mapping[str, int], head: Sequence[str]
) -> Iterator[_Row]:
    headers = {name: head[at].strip()[:SHOWN] for name, at in columns.items()}
    for number, cells in rows:
        named = {
            name: cells[at].strip().removeprefix("'") if at < len(cells) else ""
            for name, at in columns.items()
        }
        named_at_all = named.get(CODE) or named.get(LABEL)
        if named[QUANTITY] not in {"", "0"} and named_at_all:
            yield _Row(number, named, headers)


def _entry(row: _Row, reader: Reader) -> tuple[InventoryEntry, list[InventoryFault]]:
    """Read one row; what cannot be read is told, and asked where a line depends on it."""
    condition, bad_condition = _condition(row)
    fixed, bad_fixed = _fixed(row)
    quantity, unit = _quantity(row.cells[QUANTITY])
    unit = unit or row.unit
    name = row.cells.get(LABEL) or row.cells.get(CODE, "")
    entry = InventoryEntry(row.words, name, quantity, unit, condition=condition, fixed=fixed)
    entry = replace(entry, place=row.cells.get(PLACE, "")[:SHOWN])
    item = reader.catalogue.find(row.cells.get(CODE, "").upper())
    if item is not None and not item.whole:
        entry = replace(entry, unit=unit or item.unit)  # a row with a code is of the template
    known = reader.taken(entry, item) if item else reader.known(entry)
    item = reader.item(known)
    faults = [*bad_condition, *bad_fixed]
    if item is None:
        column = CODE if row.cells.get(CODE) else LABEL
        faults += [row.fault("quantity", QUANTITY)] if quantity is None else []
        return known, [*faults, row.fault("unknown", column)]
    if quantity is None or known.quantity is None or amount_refused(item, known.quantity):
        return replace(known, quantity=None), [*faults, row.fault("quantity", QUANTITY)]
    return known, faults


def _condition(row: _Row) -> tuple[Condition, list[InventoryFault]]:
    written = row.cells.get(CONDITION, "").upper()
    if written in set(Condition):
        return Condition(written), []
    return Condition.B, [row.fault("condition", CONDITION)] if written else []


def _fixed(row: _Row) -> tuple[bool, list[InventoryFault]]:
    written = fold(row.cells.get(FIXED, ""))
    wrong = written not in _YES | _NO
    return written in _YES, [row.fault("fixed", FIXED)] if wrong else []


def _quantity(written: str) -> tuple[Decimal | None, str | None]:
    read = read_number(written)
    if isinstance(read, Rejected):
        return None, None
    return read[0], unit_named(read[1])


def _is_head(cells: Sequence[str]) -> bool:
    found = _columns(cells)
    return QUANTITY in found and (CODE in found or LABEL in found)


def _missing(rows: Sequence[tuple[int, Sequence[str]]]) -> InventoryFault:
    """Name the column that is missing where the other one is there."""
    there = [_columns(cells) for _, cells in rows[:HEADER_WITHIN]]
    counted = any(
        QUANTITY in found and len(cells) > 1 for found, (_, cells) in zip(there, rows, strict=False)
    )
    return InventoryFault("no-label" if counted else "no-header")


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Find the columns by the first word of their headers, in whatever order they stand."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        words = fold(cell.partition("(")[0]).strip(" '?:*.").split()
        for name, headers in _HEADERS.items():
            if words and len(words) <= HEADER_WORDS and words[0].strip(".:") in headers:
                found.setdefault(name, at)
                break
    return found
