"""English as it is spoken: turns that only a French ear would write are not there."""

import re
from pathlib import Path

import handlers.words

ENGLISH = sorted((Path(handlers.words.__file__).parent / "en").glob("*.ftl"))
FRENCH_TURNS = re.compile(
    r"permit of the town|after all\?|Shall we go on|\bgo on after|have begun|should be taken away"
    r"|once more|I do not know this|reckon|\bsigns\b|Various|How far is|May we make|a word for"
    r"|What should be done|At what hours|is kept\. |moving picture|Who receives",
    re.IGNORECASE,
)


def test_no_sentence_is_french_in_english_words() -> None:
    lines = [line for path in ENGLISH for line in path.read_text("utf-8").splitlines()]
    spoken = (line for line in lines if not line.startswith("#"))
    said = [line.partition(" = ")[2] or line.strip() for line in spoken]

    assert len(said) > 500
    assert [one for one in said if FRENCH_TURNS.search(re.sub(r"\{[^}]*\}", "", one))] == []
