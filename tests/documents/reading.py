"""Reads a PDF back, as a person or a program would."""

import io
import re

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All pages in one line: no-break spaces and line ends become single spaces."""
    pages = (page.extract_text() for page in reader(pdf).pages)
    return re.sub(r"[\s\u00a0\u202f]+", " ", " ".join(pages).replace("\u200b", ""))


def pages_of(pdf: bytes) -> int:
    return len(reader(pdf).pages)


def letters_of(text: str) -> str:
    """Without any space: a line may break inside a long word, and extraction shows it."""
    return "".join(text.split())
