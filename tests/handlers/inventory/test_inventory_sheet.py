"""What the rows of a filled-in template say, and what is wrong in which cell."""

from decimal import Decimal

import pytest

from domain.catalogue import shipped_catalogue
from domain.inventory import Condition
from handlers.conversation.given import ReadSheet, SentDocument
from handlers.conversation.kind import reject
from handlers.conversation.kinds.files import SentFile
from handlers.inventory.inventory_files import sheet_read, sheet_sent
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_sheet import InventorySheet, read_sheet
from handlers.inventory.inventory_state import InventoryDraft, InventoryEntry, InventoryFault
from handlers.inventory.inventory_wording import faults_told
from handlers.words.catalogue import Words

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


@pytest.mark.parametrize(
    "head",
    [
        ("Description", "Quantité"),
        ("Désignation", "Nb"),
        ("Libellé", "Qté (u)"),
        ("Item", "Count"),
        ("Désignation du bien", "Nombre"),
        ("Mobilier", "Qté."),
    ],
)
def test_headers_are_read_as_people_write_them(head: tuple[str, str]) -> None:
    read = sheet(("Chaise visiteur", "15"), head=head)

    assert [(entry.code, entry.quantity) for entry in read.entries] == [("SIE-03", Decimal(15))]


def test_a_unit_stands_in_the_header_or_in_a_column_of_its_own() -> None:
    told = sheet(("Moquette en dalles", "15"), head=("Désignation", "Qté (m²)"))
    columns = sheet(("Moquette en dalles", "m²", "15"), head=("Désignation", "Unité", "Qté"))

    assert [entry.quantity for entry in (*told.entries, *columns.entries)] == [Decimal(15)] * 2


def test_the_column_that_is_missing_is_named() -> None:
    assert sheet(("15", "bon"), head=("Quantité", "État")).faults == (InventoryFault("no-label"),)
    assert sheet(("a", "bon"), head=("Libellé", "État")).faults == (InventoryFault("no-header"),)


def test_all_sheets_are_read_and_one_passed_over_is_named() -> None:
    head = (1, ("Libellé", "Quantité"))
    first = (head, (2, ("Chaise visiteur", "15")))
    others = (("Notes", ((1, ("à voir",)),)), ("Étage", (head, (2, ("Extincteur", "3")))))
    file = SentFile("f", "u", 5, "text/csv", "l.xlsx")
    draft = InventoryDraft(files=(file,))

    read = sheet_read(draft, READER, ReadSheet("u", first, title="RDC", others=others))

    assert isinstance(read, InventoryDraft)
    assert [line.quantity for line in read.offered] == [Decimal(15), Decimal(3)]
    assert read.faults == (InventoryFault("no-sheet", value="Notes"),)


@pytest.mark.parametrize("name", ["l.xls", "l.ods", "L.NUMBERS"])
def test_a_book_that_cannot_be_read_is_refused_by_name(name: str) -> None:
    refused = sheet_sent(InventoryDraft(), SentDocument("f", "u", name, "x/y", 5))

    assert refused == reject("goods-other-sheet", ending=name.lower()[1:])


@pytest.mark.parametrize("name", ["l.doc", "l.odt", "l.rtf", "L.PAGES"])
def test_a_text_that_cannot_be_read_is_refused_by_name(name: str) -> None:
    refused = sheet_sent(InventoryDraft(), SentDocument("f", "u", name, "x/y", 5))

    assert refused == reject("goods-other-text", ending=name.lower()[1:])


def test_a_document_is_lined_up_unless_it_says_that_it_is_another_paper() -> None:
    pdf = SentDocument("f", "u", "Inventaire site", "application/pdf", 5)
    lined = sheet_sent(InventoryDraft(), pdf)
    assert isinstance(lined, InventoryDraft)
    assert [file.name for file in lined.files] == ["Inventaire site.pdf"]
    for name in ("diagnostic amiante.pdf", "plan du 2e.pdf"):
        assert sheet_sent(InventoryDraft(), SentDocument("f", "u", name, "", 5)) is None
    big = SentDocument("f", "u", "liste.pdf", "", 6_000_000)
    assert sheet_sent(InventoryDraft(), big) == reject("file-too-big", most=5)


def test_a_documents_text_is_read_and_a_scan_is_kept_for_the_coordinator() -> None:
    file = SentFile("f", "u", 5, "application/pdf", "l.pdf")
    waiting = InventoryDraft(files=(file,))
    text = "1er étage\n20 bureaux droits 160x80\n3 extincteurs"

    read = sheet_read(waiting, READER, ReadSheet("u", text=text))
    assert isinstance(read, InventoryDraft)
    assert ("BUR-01", "20") in [(line.code, str(line.quantity)) for line in read.offered]
    scan = sheet_read(waiting, READER, ReadSheet("u", fault="scan"))
    assert isinstance(scan, InventoryDraft)
    assert (scan.scans, scan.faults) == ((file,), (InventoryFault("scan"),))
    none = sheet_read(waiting, READER, ReadSheet("u", text="Bonjour à tous"))
    assert isinstance(none, InventoryDraft)
    assert none.faults == (InventoryFault("no-things"),)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_was_passed_over_is_told_by_its_name(lang: str) -> None:
    say = Words.load().say(lang)

    (told,) = faults_told((InventoryFault("no-sheet", value="Étage <2>"),), say)
    assert "Étage &lt;2&gt;" in told
    assert ".xls" in say.plain("rejected-goods-other-sheet", ending=".xls")
    assert say.plain("goods-column-label") in say.plain("goods-fault-no-label")
