"""What the rows of a filled-in template say, and what is wrong in which cell."""

from decimal import Decimal

from domain.catalogue import shipped_catalogue
from domain.inventory import Condition
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_sheet import InventorySheet, read_sheet
from handlers.inventory.inventory_state import InventoryEntry, InventoryFault

READER = Reader(shipped_catalogue(), "fr")
HEAD = ("Code", "Libellé", "Quantité", "État", "Fixé")


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> InventorySheet:
    return read_sheet(list(enumerate([head, *rows], 1)), READER)


def test_a_row_is_an_entry_and_an_empty_one_is_none() -> None:
    read = sheet(
        ("BUR-01", "Bureau droit", "20", "c", "oui"),
        ("BUR-02", "Bureau droit", "", "", ""),
        ("", "", "4", "", ""),
        ("SIE-03", "Chaise", "0", "", ""),
    )

    words = "BUR-01 · Bureau droit · 20 · c · oui"
    assert read == InventorySheet(
        (
            InventoryEntry(
                words,
                "Bureau droit",
                Decimal(20),
                code="BUR-01",
                condition=Condition.C,
                fixed=True,
            ),
        )
    )


def test_columns_stand_in_any_order_in_either_language() -> None:
    read = sheet(("3,5 m²", "clo-02"), head=("Qty", "CODE"))

    assert [(entry.code, entry.quantity) for entry in read.entries] == [("CLO-02", Decimal("3.5"))]


def test_a_name_is_enough_where_it_is_clear() -> None:
    read = sheet(("Chaise visiteur", "15"), head=("Désignation", "Quantité"))

    assert [(entry.code, entry.quantity) for entry in read.entries] == [("SIE-03", Decimal(15))]


def test_every_bad_cell_is_named_by_row_and_column() -> None:
    read = sheet(
        ("BUR-01", "", "-2", "E", "bof"),
        ("SIE-03", "", "2,5", "", ""),
        ("CLO-02", "", "3 kg", "", ""),
        ("XXX", "table", "beaucoup", "", ""),
        ("BUR-02", "", "=1+1", "", ""),
    )

    assert read.faults == (
        InventoryFault("condition", 2, "État", "E"),
        InventoryFault("fixed", 2, "Fixé", "bof"),
        InventoryFault("quantity", 2, "Quantité", "-2"),
        InventoryFault("quantity", 3, "Quantité", "2,5"),
        InventoryFault("quantity", 4, "Quantité", "3 kg"),
        InventoryFault("quantity", 5, "Quantité", "beaucoup"),
        InventoryFault("unknown", 5, "Code", "XXX"),
        InventoryFault("quantity", 6, "Quantité", "=1+1"),
    )
    assert [(entry.code, entry.quantity) for entry in read.entries] == [
        ("BUR-01", None),
        ("SIE-03", None),
        ("CLO-02", None),
        (None, None),
        ("BUR-02", None),
    ]


def test_what_our_own_template_writes_harmless_is_read_as_it_was_meant() -> None:
    read = sheet(("'BUR-01", "", "'20", "", ""))

    assert [(entry.code, entry.quantity) for entry in read.entries] == [("BUR-01", Decimal(20))]


def test_a_file_without_what_is_looked_for_says_so() -> None:
    assert sheet(("a", "b"), head=("x", "y")) == InventorySheet(
        faults=(InventoryFault("no-header"),)
    )
    assert sheet() == InventorySheet(faults=(InventoryFault("empty"),))
    assert read_sheet([], READER) == InventorySheet(faults=(InventoryFault("no-header"),))
