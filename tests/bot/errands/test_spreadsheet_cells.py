"""Spreadsheets in and out: what is read, what is refused, what is written."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot.errands.spreadsheet_cells import (
    MOST_BYTES,
    MOST_PARTS,
    MOST_ROWS,
    CellRows,
    harmless,
    read_rows,
    template,
)
from domain.catalogue import Catalogue, shipped_catalogue
from handlers.conversation.given import ReadSheet
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_sheet import read_sheet
from handlers.words.catalogue import Words

FRENCH, ENGLISH = (Words.load().say(lang) for lang in ("fr", "en"))
ROWS: CellRows = ((1, ("Code", "Quantité")), (2, ("BUR-01", "20")), (4, ("CLO-02", "3.5")))


def book(rows: Sequence[Sequence[object]]) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(content: bytes, name: str = "l.xlsx") -> ReadSheet:
    return read_rows(content, "u", name)


def test_a_book_is_read_with_the_numbers_of_its_rows() -> None:
    content = book([("Code", "Quantité"), ("BUR-01", 20.0), (), ("CLO-02", 3.5)])

    assert read(content) == ReadSheet("u", ROWS)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_csv_is_read_however_it_was_saved(mark: str, encoding: str, end: str) -> None:
    cells = (("Code", "Quantité"), ("BUR-01", "20"), (), ("CLO-02", "3.5"))
    lines = (mark.join(row) for row in cells)

    assert read(end.join(lines).encode(encoding), "L.CSV") == ReadSheet("u", ROWS)


@pytest.mark.parametrize("name", ["l.csv", "l.tsv"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_a_text_of_two_bytes_a_letter_is_read(encoding: str, name: str) -> None:
    text = "Code\tQuantité\nBUR-01\t20\n\nCLO-02\t3.5\n"

    assert read(text.encode(encoding), name) == ReadSheet("u", ROWS)


def test_the_separator_is_looked_for_below_the_title() -> None:
    text = "Inventaire, mairie\n\nCode|Quantité\nBUR-01|20\nCLO-02|3,5"

    rows = read(text.encode(), "l.csv").rows
    assert [cells for _, cells in rows][1:] == [
        ("Code", "Quantité"),
        ("BUR-01", "20"),
        ("CLO-02", "3,5"),
    ]


def test_a_sum_is_written_without_its_noise() -> None:
    content = book([("Code", "Quantité"), ("CLO-02", 2.2 * 3), ("BUR-01", 1e6)])

    assert [cells[1] for _, cells in read(content).rows] == ["Quantité", "6.6", "1000000"]


def test_every_visible_sheet_is_read() -> None:
    made = Workbook()
    made.active.title = "RDC"
    made.active.append(["Code", "Quantité"])
    for title, state in (("Étage", "visible"), ("Calculs", "hidden"), ("Vide", "visible")):
        sheet = made.create_sheet(title)
        sheet.sheet_state = state
        if title != "Vide":
            sheet.append([title])
    out = io.BytesIO()
    made.save(out)

    assert read(out.getvalue()) == ReadSheet(
        "u", ((1, ("Code", "Quantité")),), title="RDC", others=(("Étage", ((1, ("Étage",)),)),)
    )


def test_no_formula_is_run() -> None:
    content = book([("Code", "Quantité"), ("BUR-01", "=1+1")])

    assert read(content).rows == ((1, ("Code", "Quantité")), (2, ("BUR-01", "=1+1")))


@pytest.mark.parametrize("name", ["l.xlsx", "l.csv"])
@pytest.mark.parametrize("content", [b"PK\3\4 broken", b"\0\0\0", b"MZ\x90\0\3"])
def test_what_is_no_sheet_is_broken(content: bytes, name: str) -> None:
    fault = "broken" if name == "l.xlsx" or b"\0" in content else ""

    assert read(content, name).fault == fault


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    parts = io.BytesIO()
    with zipfile.ZipFile(parts, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as packed:
        for n in range(MOST_PARTS + 1):
            packed.writestr(f"{n}", b"")

    assert len(parts.getvalue()) < MOST_BYTES
    assert read(parts.getvalue()) == ReadSheet("u", fault="broken")
    assert read(many.getvalue()) == ReadSheet("u", fault="broken")


def test_a_file_far_too_long_or_empty_says_so() -> None:
    assert read(b"x" * (MOST_BYTES + 1)) == ReadSheet("u", fault="too-big")
    assert read(b"a;b\n" * (MOST_ROWS + 1), "l.csv") == ReadSheet("u", fault="too-many")
    assert read(book([("a",)] * (MOST_ROWS + 1))) == ReadSheet("u", fault="too-many")
    assert read(b"", "l.csv") == ReadSheet("u", fault="empty")
    assert read(book([()])) == ReadSheet("u", fault="empty")


@given(st.binary(max_size=300), st.sampled_from(["l.xlsx", "l.csv"]))
def test_no_bytes_break_the_reader(content: bytes, name: str) -> None:
    assert read(content, name).unique_id == "u"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_reads_as_the_catalogue(kind: str) -> None:
    catalogue = shipped_catalogue()
    rows = read(template(catalogue, FRENCH, kind), f"l.{kind}").rows

    assert rows[0] == (1, ("Code", "Libellé", "Quantité", "État", "Fixé"))
    assert [cells[0] for _, cells in rows[1:]] == [item.code for item in catalogue.items]
    assert rows[1][1][1] == catalogue.items[0].fr
    filled = [(number, (*cells[:2], "2") if number > 1 else cells) for number, cells in rows]
    entries = read_sheet(filled, Reader(catalogue, "fr")).entries
    assert [entry.code for entry in entries] == [item.code for item in catalogue.items]


def test_the_template_speaks_english_and_tells_units() -> None:
    sheet = load_workbook(io.BytesIO(template(shipped_catalogue(), ENGLISH, "xlsx"))).active

    labels = [row[1].value for row in sheet.iter_rows()]
    assert [cell.value for cell in sheet[1]] == ["Code", "Label", "Quantity", "Condition", "Fixed"]
    assert "Solid parquet (m²)" in labels
    among = sheet.data_validations.dataValidation
    assert [(str(one.sqref), one.formula1) for one in among] == [
        (f"D2:D{len(labels)}", '"A,B,C,D"'),
        (f"E2:E{len(labels)}", '"yes,no"'),
    ]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_name_is_never_a_formula(kind: str) -> None:
    item = replace(shipped_catalogue().items[0], fr="=HYPERLINK(1)", en="+1")
    content = template(Catalogue([item], {}), FRENCH, kind)

    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        assert rows[1][1] == "'=HYPERLINK(1)"
    else:
        cell = load_workbook(io.BytesIO(content)).active["B2"]
        assert (cell.value, cell.data_type) == ("'=HYPERLINK(1)", "s")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_signs_that_begin_a_formula_are_quoted(sign: str) -> None:
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"1{sign}") == f"1{sign}"
