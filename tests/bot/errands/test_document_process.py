"""A document that is slow, hungry or breaks its reader ends alone; the program goes on."""

import io
import zipfile

import pytest
from docx import Document

from bot.errands import document_process
from bot.errands.document_process import TOO_COMPLEX, ReadingFailed, read_document
from handlers.conversation.given import ReadSheet
from tests.bot.errands.slow_pdf import slow_pdf


def in_word(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["Ma liste.DOCX", ".docx"])
async def test_a_document_is_read_by_the_end_of_its_name(name: str) -> None:
    read = await read_document(in_word("30 chaises pliantes", "1er étage"), "u", name)
    assert read == ReadSheet("u", text="30 chaises pliantes\n1er étage")


async def test_a_broken_document_is_broken() -> None:
    assert await read_document(b"%PDF cut", "u", "l.pdf") == ReadSheet("u", fault="broken")


async def test_a_document_that_takes_too_much_work_is_too_complex(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document_process, "WORK_SECONDS", 1)
    content = slow_pdf()
    assert len(content) < 100_000
    assert await read_document(content, "u", "l.pdf") == ReadSheet("u", fault=TOO_COMPLEX)


async def test_a_document_that_makes_all_wait_is_too_complex(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document_process, "WAIT_SECONDS", 0.01)
    assert await read_document(slow_pdf(), "u", "l.pdf") == ReadSheet("u", fault=TOO_COMPLEX)


async def test_a_document_that_eats_all_memory_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document_process, "MOST_MEMORY", 300_000_000)
    empty = in_word()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(empty)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "word/document.xml":
                text = text.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_000_000)
            new.writestr(part.filename, text)
    read = await read_document(out.getvalue(), "u", "l.docx")
    assert read.fault in {"broken", TOO_COMPLEX}


async def test_a_fault_of_ours_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_process, "WORK_SECONDS", "no number")
    with pytest.raises(ReadingFailed, match="it ended with 1"):
        await read_document(b"", "u", "l.pdf")
