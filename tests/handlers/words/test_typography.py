"""French as printers set it: no line breaks before a high mark or inside quotation marks."""

import ast
import re
from pathlib import Path

import handlers
import handlers.words

FRENCH = sorted((Path(handlers.words.__file__).parent / "fr").glob("*.ftl"))
BREAKS = re.compile(r"[ \u00a0](?=[:;!?»](?:\W|$))|«(?!\u202f)|(?<!\u202f)»")


def faults(text: str) -> list[str]:
    """List the lines, but for comments, where a mark lacks its narrow no-break space."""
    lines = text.splitlines()
    return [line for line in lines if not line.startswith("#") and BREAKS.search(line)]


def test_every_french_sentence_keeps_its_marks_with_the_words() -> None:
    assert len(FRENCH) > 1
    assert {path.name: found for path in FRENCH if (found := faults(path.read_text("utf-8")))} == {}


def test_an_ordinary_space_is_found() -> None:
    wrong = (
        "a = Combien ?",
        "a = Merci\u00a0!",
        "a = Motif : { $x }",
        "a = « non\u202f»",
        "a = «oui»",
    )
    right = ("a = Combien\u202f?", "a = «\u202foui\u202f»", "a = { $at } 08:30", "# Ici : rien")
    assert faults("\n".join((*wrong, *right))) == list(wrong)


def test_no_code_sets_a_french_colon_itself() -> None:
    """A mark between two values belongs to a phrase: each language sets its own."""
    rooms = Path(handlers.__file__).parent
    found = [
        (path.name, part.value)
        for path in sorted(rooms.rglob("*.py"))
        for made in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(made, ast.JoinedStr)
        for part in made.values
        if isinstance(part, ast.Constant) and re.search(r"[ \u00a0\u202f][:;!?]", str(part.value))
    ]
    assert found == []
