"""A small PDF that takes a minute to read: millions of letters, each set on its own."""

import io

import pikepdf

LETTERS = 4_000_000


def slow_pdf() -> bytes:
    document = pikepdf.new()
    page = document.add_blank_page()
    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
    page.Contents = document.make_stream(b"BT /F1 9 Tf 72 700 Td %bET" % (b"(a) Tj " * LETTERS))
    out = io.BytesIO()
    document.save(out, compress_streams=True)
    return out.getvalue()
