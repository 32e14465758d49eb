"""Texts of people with emoji and far-away letters: on no paper a box, and none that breaks it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.fonts import is_printable
from documents.quote import render_quote
from documents.report import render_report
from documents.text import NOTHING, fit
from tests.documents.archival import faults
from tests.documents.reading import letters_of, text_of
from tests.documents.samples import AGREEMENT, QUOTE, REPORT, agreed_pdf

PICTURES = [chr(one) for one in (*range(0x2190, 0x2C00), *range(0x1F000, 0x1FB00))]
DRESSED = (
    "👨\u200d👩\u200d👧 🧑🏾\u200d🔧 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 ❤\ufe0f ☎\ufe0e "
    "🇫🇷 🇧🇪 🏴\U000e0067\U000e007f"
)


def quote(text: str) -> bytes:
    client = replace(QUOTE.client, name=text[:60], contact=text[:60])
    return render_quote(replace(QUOTE, client=client, notes=text))


def agreement(text: str) -> bytes:
    signed = replace(AGREEMENT, name=text[:60], role=text[:60], purchase_order=text[:120])
    return agreed_pdf(replace(QUOTE, notes=text), signed)


def report(text: str) -> bytes:
    return render_report(replace(REPORT, crew=(text[:60],), notes=text))


PAPERS: list[Callable[[str], bytes]] = [quote, agreement, report]


def test_the_printer_itself_refuses_what_would_be_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("documents.render.fit_all", lambda value: value)
    with pytest.raises(typst.TypstError, match="could not be displayed with font"):
        quote("🏗")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_picture_of_a_phone_is_drawn_or_left_out(paper: Callable[[str], bytes]) -> None:
    pdf = paper(f"Le 🏗️ chantier 🫶 de 𝓗ugo {DRESSED} {' '.join(PICTURES)}")
    shown = text_of(pdf)
    assert "Le chantier de Hugo" in shown
    assert faults(pdf) == []
    drawn = {one for one in PICTURES if is_printable(one)}
    assert drawn <= set(letters_of(shown))
    assert not (set(PICTURES) - drawn) & set(letters_of(shown))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_text_of_pictures_alone_leaves_a_mark(paper: Callable[[str], bytes]) -> None:
    assert text_of(paper("🏗️🫶")).count(NOTHING) > text_of(paper("mot")).count(NOTHING)


def test_pictures_that_are_often_sent_are_drawn() -> None:
    assert fit("😀 👍 🙏 ❤ ✅ ⚠ 📷 📎 🚛 🪑 ☎ ★") == "😀 👍 🙏 ❤ ✅ ⚠ 📷 📎 🚛 🪑 ☎ ★"


@settings(max_examples=30)
@given(st.text(st.characters(categories=["So", "Sk", "Sm", "Cf", "Mn", "Lo"]), max_size=40))
def test_no_text_breaks_a_paper(text: str) -> None:
    assert fit(fit(text)) == fit(text)
    assert report(text).startswith(b"%PDF")
