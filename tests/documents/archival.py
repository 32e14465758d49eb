"""What ISO 19005-3 and 14289-1 demand of a file and a program can see; veraPDF cannot be had."""

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

FORBIDDEN_ACTIONS = {
    "/Launch",
    "/Sound",
    "/Movie",
    "/ResetForm",
    "/ImportData",
    "/Hide",
    "/SetOCGState",
    "/Rendition",
    "/Trans",
    "/GoTo3DView",
    "/JavaScript",
}
FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt"}


def faults(content: bytes) -> list[str]:
    """Name every rule that the file breaks; empty where it is archival and accessible."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            *(f"syntax: {problem}" for problem in pdf.check_pdf_syntax()),
            *_frame(pdf, content),
            *_identity(pdf),
            *_colours(pdf),
            *_structure(pdf),
            *_attachments(pdf),
            *(fault for each in pdf.objects for fault in _of_object(each)),
        ]


def _frame(pdf: Pdf, content: bytes) -> Iterator[str]:
    first, second, *_ = content.split(b"\n", 2)
    if not re.fullmatch(rb"%PDF-1\.[0-7]\r?", first):
        yield "header"
    if not (second.startswith(b"%") and all(byte > 127 for byte in second[1:5])):
        yield "no binary comment after the header"
    if not content.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "something after the end"
    if "/ID" not in pdf.trailer:
        yield "no /ID"
    if pdf.is_encrypted:
        yield "encrypted"


def _identity(pdf: Pdf) -> Iterator[str]:
    with pdf.open_metadata() as xmp:
        said = {key: str(xmp.get(key, "")) for key in ("pdfaid:part", "pdfaid:conformance")}
        if said != {"pdfaid:part": "3", "pdfaid:conformance": "A"}:
            yield f"claims {said}"
        if xmp.get("pdfuaid:part") != "1":
            yield "does not claim PDF/UA-1"
        if "/Title" not in pdf.docinfo or xmp.get("dc:title") != str(pdf.docinfo["/Title"]):
            yield "title differs between the information and the metadata"
        if xmp.get("pdf:Keywords", "") != str(pdf.docinfo.get("/Keywords", "")):
            yield "keywords differ"


def _colours(pdf: Pdf) -> Iterator[str]:
    intents = [
        one for one in pdf.Root.get("/OutputIntents", Array()) if one.get("/S") == "/GTS_PDFA1"
    ]
    if len(intents) != 1 or not isinstance(intents[0].get("/DestOutputProfile"), Stream):
        yield "no single output intent with its profile"
        return
    profile = intents[0].DestOutputProfile
    kinds = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
    if profile.read_bytes()[16:20] != kinds[int(profile.N)]:
        yield "the profile is of another colour space than it says"


def _structure(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "not marked"
    if "/StructTreeRoot" not in root:
        yield "no structure"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "the window would show the file's name"
    for key in ("/AA", "/NeedsRendering", "/Perms", "/Requirements"):
        if key in root:
            yield f"catalogue has {key}"
    if any("/AA" in page.obj or "/PresSteps" in page.obj for page in pdf.pages):
        yield "a page acts by itself"
    if any("/Tabs" not in page.obj for page in pdf.pages if "/Annots" in page.obj):
        yield "a page with annotations has no order of them"


def _attachments(pdf: Pdf) -> Iterator[str]:
    associated = {str(one.UF) for one in pdf.Root.get("/AF", Array())}
    for name, spec in pdf.attachments.items():
        raw = spec.obj
        if not {"/F", "/UF", "/EF", "/AFRelationship", "/Desc"} <= set(raw.keys()):
            yield f"{name}: file specification is not whole"
        if name not in associated:
            yield f"{name}: tied to nothing"
        stream = raw.EF.F
        if "/Subtype" not in stream or "/ModDate" not in stream.get("/Params", Dictionary()):
            yield f"{name}: kind or date missing"


def _of_object(each: Object) -> Iterator[str]:
    if not isinstance(each, Dictionary | Stream):
        return
    if str(each.get("/S", "")) in FORBIDDEN_ACTIONS and "/P" not in each:
        yield f"action {each.S}"
    if isinstance(each, Stream):
        yield from _of_stream(each)
    if each.get("/Type") == Name.Font:
        yield from _of_font(each)
    if each.get("/Type") == Name.Annot and each.get("/Subtype") != Name.Popup:
        flags = int(each.get("/F", 0))
        if not flags & 4 or flags & 0b100011:
            yield "an annotation is hidden or not printed"


def _of_stream(each: Stream) -> Iterator[str]:
    filters = each.get("/Filter", Array())
    names = {str(filters)} if isinstance(filters, Name) else {str(one) for one in filters}
    if names & FORBIDDEN_FILTERS:
        yield f"filter {names}"
    if {"/F", "/FFilter", "/FDecodeParms"} & set(each.keys()):
        yield "a stream lies outside the file"
    if each.get("/Subtype") == Name.Image and (
        {"/Alternates", "/OPI"} & set(each.keys()) or each.get("/Interpolate", False)
    ):
        yield "an image has what it must not"
    if each.get("/Subtype") == Name.PS:
        yield "PostScript"


def _of_font(font: Object) -> Iterator[str]:
    name = str(font.get("/BaseFont", "?"))
    if font.get("/Subtype") == Name.Type0:
        if "/ToUnicode" not in font:
            yield f"{name}: letters cannot be read back"
        return
    if font.get("/Subtype") == Name.Type3:
        return
    files = {"/FontFile", "/FontFile2", "/FontFile3"}
    if not files & set(font.get("/FontDescriptor", Dictionary()).keys()):
        yield f"{name}: not embedded"
    if font.get("/Subtype") == Name.CIDFontType2 and "/CIDToGIDMap" not in font:
        yield f"{name}: glyphs not mapped"
