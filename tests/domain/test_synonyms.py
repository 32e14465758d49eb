"""A company's own words: beside the shipped ones, with those taught after the file was sent in."""

from datetime import UTC, datetime, timedelta

from domain.catalogue import shipped_catalogue
from domain.synonyms import (
    HEADER,
    Synonym,
    TaughtSynonym,
    merged,
    read_synonyms,
    with_taught,
    write_synonyms,
)

SENT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def taught(word: str, code: str, hours: int) -> TaughtSynonym:
    return TaughtSynonym(Synonym(word, (code,)), SENT + timedelta(hours=hours))


def test_what_was_taught_before_a_file_was_sent_in_counts_no_more() -> None:
    file = write_synonyms([Synonym("buffet", ("RGT-04",))])
    words = [taught("vitrine", "RGT-06", -1), taught("harmonium", "ACC-01", 1)]

    assert read_synonyms(with_taught(file, SENT, words)) == (
        Synonym("buffet", ("RGT-04",)),
        Synonym("harmonium", ("ACC-01",)),
    )
    assert with_taught(file, SENT, words[:1]) == file
    assert len(read_synonyms(with_taught(HEADER, None, words))) == 2


def test_the_newest_meaning_of_a_word_counts() -> None:
    file = write_synonyms([Synonym("Buffets", ("RGT-04",))])
    assert read_synonyms(with_taught(file, SENT, [taught("buffet", "RGT-06", 1)])) == (
        Synonym("buffet", ("RGT-06",)),
    )


def test_own_words_stand_before_shipped_ones_and_unknown_codes_are_left_out() -> None:
    shipped = write_synonyms([Synonym("frigo", ("CUI-04", "CUI-05")), Synonym("sofa", ("SIE-08",))])
    own = write_synonyms([Synonym("Frigos", ("CUI-05", "XXX-99")), Synonym("ovni", ("XXX-99",))])

    assert read_synonyms(merged(shipped, own, shipped_catalogue())) == (
        Synonym("sofa", ("SIE-08",)),
        Synonym("Frigos", ("CUI-05",)),
    )
    assert merged(shipped, HEADER, shipped_catalogue()) == shipped


def test_a_word_with_a_comma_or_quotes_comes_back_as_it_was() -> None:
    words = (Synonym('table "Tulipe", ronde', ("TAB-01", "TAB-02"), "fr"),)
    assert read_synonyms(write_synonyms(words)) == words
