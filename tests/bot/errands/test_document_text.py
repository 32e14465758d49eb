"""Lists sent as PDF or Word are read like pasted ones; what cannot be read says what it is."""

import io
import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
import typst
from docx import Document
from docx.document import Document as DocumentFile
from PIL import Image

from bot.errands.document_text import MOST_BYTES, MOST_PAGES, read_text
from domain.catalogue import shipped_catalogue
from handlers.conversation.given import ReadSheet
from handlers.inventory.inventory_match import Reader

LIST = """
= Inventaire du site de Pantin
== 1er étage
- 20 bureaux droits 160x80
#table(columns: 3,
  [Désignation], [Nb], [État], [Chaise pliante], [30], [B], [Tableau blanc], [4], [C])
"""


def pdf(tmp_path: Path, markup: str = LIST) -> bytes:
    (tmp_path / "list.typ").write_text(markup, "utf-8")
    made = typst.compile(str(tmp_path / "list.typ"))
    assert isinstance(made, bytes)
    return made


def docx() -> bytes:
    document = Document()
    document.add_heading("Inventaire")
    document.add_paragraph("20 bureaux droits 160x80", style="List Bullet")
    table = document.add_table(3, 2)
    rows = (("Désignation", "Quantité"), ("Chaise pliante", "30"), ("Tableau blanc", "4"))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def things(read: ReadSheet) -> list[tuple[str | None, str]]:
    reader = Reader(shipped_catalogue(), "fr")
    known = (reader.known(entry) for entry in reader.entries(read.text))
    return [(one.code, str(one.quantity)) for one in known]


THINGS = [("BUR-01", "20"), ("SIE-05", "30"), ("ACC-01", "4")]


def test_a_pdf_with_paragraphs_and_a_table_is_read(tmp_path: Path) -> None:
    read = read_text(pdf(tmp_path), "u", "Liste.PDF")
    assert (read.fault, things(read)) == ("", THINGS)


def test_a_word_document_with_paragraphs_and_a_table_is_read() -> None:
    read = read_text(docx(), "u", "liste.docx")
    assert (read.fault, things(read)) == ("", THINGS)


def in_word(rows: Sequence[Sequence[str]], *merged: tuple[int, int, int, int]) -> DocumentFile:
    """Make a document of one table; the cells between two corners are one."""
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    return document


def saved(document: DocumentFile) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_cell_that_spans_columns_or_rows_is_read_once() -> None:
    rows = (
        ("RDC", "Chaise pliante", "30"),
        ("", "Tableau blanc", "4"),
        ("Rien à prendre à la cave", "", ""),
    )
    read = read_text(saved(in_word(rows, (0, 0, 1, 0), (2, 0, 2, 2))), "u", "liste.docx")
    lines = ["RDC\tChaise pliante\t30", "Tableau blanc\t4", "Rien à prendre à la cave"]
    assert read.text.splitlines() == lines


def test_a_cell_that_claims_two_billion_columns_is_read_once() -> None:
    document = in_word((("Chaise pliante", "30"),))
    document.tables[0].cell(0, 0)._tc.grid_span = 2_000_000_000
    with little_memory():
        read = read_text(saved(document), "u", "liste.docx")
    assert (read.fault, things(read)) == ("", [("SIE-05", "30")])


@contextmanager
def little_memory() -> Iterator[None]:
    """Allow this process a gigabyte more than it holds, so that eating it all stops one test."""
    held = Path("/proc/self/statm").read_text("ascii").split()[0]
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = int(held) * resource.getpagesize() + 1_000_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def test_half_a_letter_is_a_question_mark() -> None:
    document = pikepdf.new()
    page = document.add_blank_page()
    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    halves = (
        b"/CIDInit /ProcSet findresource begin begincmap\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfchar\n<61> <D800>\nendbfchar\nendcmap end"
    )
    face.ToUnicode = document.make_stream(halves)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
    page.Contents = document.make_stream(b"BT /F1 9 Tf 72 700 Td (30 chaises) Tj ET")
    out = io.BytesIO()
    document.save(out)
    assert read_text(out.getvalue(), "u", "l.pdf").text == "30 ch?ises"


def scanned() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(out, "PDF")
    return out.getvalue()


def locked(content: bytes, word: str = "u") -> bytes:
    """Encrypt by AES; without a word for readers anybody may open it, and not change it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="o", user=word))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("l.pdf", b"%PDF-1.4 cut", "broken"),
        ("l.pdf", b"", "broken"),
        ("l.docx", b"PK\x03\x04 cut", "broken"),
        ("l.docx", b"plain words", "broken"),
        ("l.pdf", b"0" * (MOST_BYTES + 1), "too-big"),
        ("l.pdf", scanned(), "scan"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, fault: str) -> None:
    assert read_text(content, "u", name) == ReadSheet("u", fault=fault)


def test_a_pdf_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    read = read_text(locked(pdf(tmp_path), ""), "u", "l.pdf")
    assert (read.fault, things(read)) == ("", THINGS)


def test_a_password_and_a_book_of_pages_are_named(tmp_path: Path) -> None:
    assert read_text(locked(pdf(tmp_path)), "u", "l.pdf").fault == "locked"
    pages = "#pagebreak()\n".join(["page\n"] * (MOST_PAGES + 1))
    assert read_text(pdf(tmp_path, pages), "u", "l.pdf").fault == "long"
    empty = io.BytesIO()
    Document().save(empty)
    assert read_text(empty.getvalue(), "u", "l.docx").fault == "scan"
