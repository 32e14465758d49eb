"""From a template and plain data to a PDF/A-3, or a picture, that is the same every time."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from documents.fonts import FAMILIES, fonts
from documents.text import fit_all

TEMPLATES = Path(__file__).parent / "templates"

PIXELS_AN_INCH = 144.0

# Archival and accessible at once: tagged, with the machine-readable lines attached.
_STANDARDS = ["a-3a", "ua-1"]

# typst takes files by name; its own type hints know of one text only.
_compile: Callable[..., bytes] = typst.compile


def render_pdf(
    template: str,
    data: Mapping[str, object],
    *,
    files: Mapping[str, bytes],
    dated_on: date,
) -> bytes:
    """The template's PDF; `data` reaches it as `data.json`, so its texts are never markup.

    `files` are pictures and attachments under the names that `data` mentions. Takes tens of
    milliseconds without holding the interpreter lock: call it in a thread.
    """
    framed = {
        **data,
        "fonts": [family.lower() for family in FAMILIES],
        "dated_on": [dated_on.year, dated_on.month, dated_on.day],
    }
    sources = _sources()
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return _compile(
            {
                **sources,
                "main": sources[f"{template}.typ"],
                "data.json": json.dumps(fit_all(framed), ensure_ascii=False).encode(),
            },
            root=folder,
            font_paths=fonts(),
            ignore_system_fonts=True,
            pdf_standards=_STANDARDS,
            timestamp=int(datetime.combine(dated_on, time(), UTC).timestamp()),
        )


def render_png(template: str, data: Mapping[str, object]) -> bytes:
    """The template's first page as a PNG for a phone, from data alone; call it in a thread."""
    sources = _sources()
    framed = {**data, "fonts": [family.lower() for family in FAMILIES]}
    return _compile(
        {
            **sources,
            "main": sources[f"{template}.typ"],
            "data.json": json.dumps(fit_all(framed), ensure_ascii=False).encode(),
        },
        format="png",
        ppi=PIXELS_AN_INCH,
        font_paths=fonts(),
        ignore_system_fonts=True,
    )


@cache
def _sources() -> dict[str, bytes]:
    return {source.name: source.read_bytes() for source in sorted(TEMPLATES.glob("*.typ"))}
