import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from documents.quote import render_quote
from documents.render import TEMPLATES
from documents.report import render_report
from tests.documents.archival import faults
from tests.documents.reading import letters_of, reader, text_of
from tests.documents.samples import CLIENT, COMPANY, PHOTOS, QUOTE, REPORT, SITE, agreed_pdf

ROOT = Path(__file__).parents[2]
MARKUP = (
    "#strong[gras] #panic() *étoile* _trait_ <b>html</b> &amp; $x^2$ `code` \\ "
    "\"q\" 'r' @ref <etiquette> // com /* c */ = titre - liste https://x.example {data} ~ ..."
)


def test_same_value_gives_the_same_bytes() -> None:
    assert render_quote(QUOTE) == render_quote(replace(QUOTE))
    assert render_report(REPORT) == render_report(replace(REPORT))
    assert agreed_pdf(replace(QUOTE, photos=PHOTOS)) == PAPERS["agreed"]


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.documents.samples import QUOTE, REPORT\n"
        "from documents.quote import render_quote\n"
        "from documents.report import render_report\n"
        "Path(sys.argv[1]).write_bytes(render_quote(QUOTE) + render_report(REPORT))"
    )
    out = tmp_path / "papers"
    environment = {"PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", program, str(out)], check=True, cwd=tmp_path, env=environment
    )
    assert out.read_bytes() == render_quote(QUOTE) + render_report(REPORT)


def test_another_value_gives_other_bytes() -> None:
    assert render_quote(QUOTE) != render_quote(replace(QUOTE, revision=2))


PAPERS = {
    "quote": render_quote(QUOTE),
    "english": render_quote(replace(QUOTE, language="en", photos=PHOTOS)),
    "agreed": agreed_pdf(replace(QUOTE, photos=PHOTOS)),
    "report": render_report(REPORT),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_breaks_no_rule_of_the_archive(paper: str) -> None:
    assert faults(PAPERS[paper]) == []


@pytest.mark.parametrize(
    ("wound", "fault"),
    [
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "no single output intent"),
        (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "no structure"),
        (lambda pdf: pdf.Root.__delitem__("/AF"), "tied to nothing"),
        (lambda pdf: pdf.Root.__delitem__("/Lang"), "no language"),
        (lambda pdf: pdf.docinfo.__setitem__("/Title", "Autre"), "title differs"),
        (lambda pdf: _first(pdf, "/FontFile2").__delitem__("/FontFile2"), "not embedded"),
        (lambda pdf: _first(pdf, "/ToUnicode").__delitem__("/ToUnicode"), "cannot be read back"),
        (lambda pdf: _first(pdf, "/AFRelationship").__delitem__("/AFRelationship"), "not whole"),
        (
            lambda pdf: pdf.Root.__setitem__(
                "/OpenAction", pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript))
            ),
            "action /JavaScript",
        ),
    ],
)
def test_the_rules_see_a_wounded_paper(wound: Callable[[pikepdf.Pdf], None], fault: str) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAPERS["quote"])) as pdf:
        wound(pdf)
        pdf.save(out)
    assert any(fault in found for found in faults(out.getvalue()))


def _first(pdf: pikepdf.Pdf, key: str) -> pikepdf.Object:
    return next(
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and key in each
    )


@pytest.mark.parametrize("pdf", PAPERS.values(), ids=PAPERS)
def test_paper_is_archival_accessible_and_dated(pdf: bytes) -> None:
    paper = reader(pdf)
    metadata = paper.xmp_metadata
    assert metadata is not None
    packet = metadata.stream.get_data()
    assert b"<pdfaid:part>3</pdfaid:part>" in packet
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    root = paper.root_object
    assert str(cast(DictionaryObject, root["/MarkInfo"])["/Marked"]) == "True"
    assert str(root["/Lang"])[:2] == ("en" if pdf is PAPERS["english"] else "fr")
    assert paper.metadata is not None
    assert paper.metadata.creation_date is not None
    assert paper.metadata.author == COMPANY.name


def test_paper_is_dated_on_its_own_day() -> None:
    metadata = reader(render_quote(QUOTE)).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2026, 11, 23)


def fonts_of(paper: PdfReader) -> Iterator[DictionaryObject]:
    for page in paper.pages:
        resources = cast(DictionaryObject, page["/Resources"])
        for font in cast(DictionaryObject, resources["/Font"]).values():
            parts = cast(DictionaryObject, font.get_object())["/DescendantFonts"]
            yield cast(DictionaryObject, cast(ArrayObject, parts)[0].get_object())


def test_every_font_is_embedded() -> None:
    name = "Élan شركة தமிழ் ভাষা ქართული Հայ שלום 😀 → ★"
    paper = reader(render_quote(replace(QUOTE, client=replace(CLIENT, name=name))))
    fonts = list(fonts_of(paper))
    families = {str(font["/BaseFont"]).split("+")[1] for font in fonts}
    assert {"NotoSans-Regular", "NotoSansArabic-Regular", "NotoEmoji-Regular"} <= families
    assert all("/FontFile2" in cast(DictionaryObject, font["/FontDescriptor"]) for font in fonts)


def test_markup_in_every_free_text_of_a_quote_is_shown_as_typed() -> None:
    fields = ("nom", "contact", "mail", "ref", "rue", "site", "acces", "travail", "note", "auteur")
    typed = {field: f"{field} {MARKUP}" for field in fields}
    pdf = render_quote(
        replace(
            QUOTE,
            author=typed["auteur"],
            work=typed["travail"],
            notes=typed["note"],
            client=replace(
                CLIENT,
                name=typed["nom"],
                contact=typed["contact"],
                email=typed["mail"],
                reference=typed["ref"],
                address=(typed["rue"],),
            ),
            site=replace(SITE, address=(typed["site"],), access=typed["acces"]),
            lines=tuple(replace(line, label=f"{line.key} {MARKUP}") for line in QUOTE.lines),
            inventory=tuple(replace(row, label=f"objet {MARKUP}") for row in QUOTE.inventory),
            waste=tuple(replace(row, label=MARKUP, destination=MARKUP) for row in QUOTE.waste),
        )
    )
    shown = letters_of(text_of(pdf))
    assert [field for field in fields if letters_of(typed[field]) not in shown] == []
    assert (
        shown.count(letters_of(MARKUP)) == len(fields) + len(QUOTE.lines) + len(QUOTE.inventory) + 4
    )


def test_markup_in_every_free_text_of_a_report_is_shown_as_typed() -> None:
    pdf = render_report(
        replace(
            REPORT,
            work=MARKUP,
            notes=MARKUP,
            crew=(MARKUP,),
            for_client=False,
            lines=(replace(REPORT.lines[0], label=MARKUP),),
            waste=(),
            photos=tuple(replace(photo, caption=MARKUP) for photo in REPORT.photos),
        )
    )
    shown = letters_of(text_of(pdf))
    assert shown.count(letters_of(MARKUP)) == 4 + len(REPORT.photos)


def test_names_cannot_reach_files_of_the_machine() -> None:
    name = '#read("/etc/hostname") #image("photo-0.jpg") #include "quote.typ"'
    assert name in text_of(render_quote(replace(QUOTE, notes=name)))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_prints(text: str) -> None:
    client = replace(CLIENT, name=text or "?", contact=text)
    assert render_quote(replace(QUOTE, client=client, notes=text)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("name", ["محمد بن علي", "தமிழ்ச்செல்வன்", "Zoë 😀🏗", "𝔄語"])
def test_names_of_all_scripts_print(name: str) -> None:
    client = replace(CLIENT, name=name, contact=name)
    assert "Bobigny" in text_of(render_quote(replace(QUOTE, client=client)))


def test_latin_letters_around_arabic_ones_keep_their_order() -> None:
    client = replace(CLIENT, name="Société محمد 93 SARL")
    shown = text_of(render_quote(replace(QUOTE, client=client)))
    assert "Société" in shown
    assert "SARL" in shown


def test_templates_hold_no_sentence() -> None:
    for template in TEMPLATES.glob("*.typ"):
        code = "\n".join(
            line for line in template.read_text("utf-8").splitlines() if not line.startswith("//")
        )
        assert not any(letter in code for letter in "éèàçùêô"), template.name
