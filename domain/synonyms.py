"""A company's own words for things of the catalogue, and what is wrong with a file of them."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.catalogue import Catalogue
from domain.file_faults import FileFault
from domain.search import fold, words_of

WORD, CODES, LANG = "word", "codes", "lang"
COLUMNS = (WORD, CODES, LANG)
_FRENCH = {"mot": WORD, "code": CODES, "langue": LANG}
LANGUAGES = ("fr", "en")
LONGEST = 60  # letters of a word or a name
FEWEST_LETTERS = 2  # « 120x80 » names nothing
MOST = 2000
HEADER = ",".join(COLUMNS) + "\n"


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word and the items that it may mean, the likeliest first."""

    word: str
    codes: tuple[str, ...]
    lang: str = "fr"


@dataclass(frozen=True, slots=True)
class TaughtSynonym:
    """A word that somebody taught, and since when it counts."""

    synonym: Synonym
    at: datetime


def is_synonyms(first_line: str) -> bool:
    """Tell whether a file of synonyms begins so."""
    return {WORD, CODES} <= {_column(name) for name in first_line.split(",")}


def read_synonyms(text: str) -> tuple[Synonym, ...]:
    """Read a file of synonyms (CSV: word, codes, lang)."""
    return tuple(
        Synonym(row[WORD], tuple(row[CODES].split()), row[LANG] or LANGUAGES[0])
        for _, row in _rows(text)
    )


def write_synonyms(synonyms: Iterable[Synonym]) -> str:
    """Write a file of synonyms."""
    out = io.StringIO(newline="")
    out.write(HEADER)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows((one.word, " ".join(one.codes), one.lang) for one in synonyms)
    return out.getvalue()


def with_taught(text: str, since: datetime | None, taught: Iterable[TaughtSynonym]) -> str:
    """Add to a file the words taught after it was sent in; the newest meaning of a word counts."""
    newer = [one.synonym for one in taught if since is None or one.at > since]
    if not newer:
        return text
    kept = {key_of(one.word): one for one in (*read_synonyms(text), *newer)}
    return write_synonyms(kept.values())


def merged(shipped: str, own: str, catalogue: Catalogue) -> str:
    """Add a company's own words to those that the bot comes with; its own meaning counts.

    What names only items that this version of the catalogue has not is left out.
    """
    known = [
        replace(one, codes=tuple(code for code in one.codes if catalogue.find(code)))
        for one in read_synonyms(own)
    ]
    mine = [one for one in known if one.codes]
    if not mine:
        return shipped
    keys = {key_of(one.word) for one in mine}
    others = (one for one in read_synonyms(shipped) if key_of(one.word) not in keys)
    return write_synonyms((*others, *mine))


def key_of(word: str) -> str:
    """Write a word so that plural, accents and capitals do not matter."""
    return " ".join(words_of(word)) or fold(word).strip()


def synonym_faults(text: str, catalogue: Catalogue) -> tuple[FileFault, ...]:
    """Name every fault of a file of synonyms, by row and column."""
    header = [_column(name) for name in csv.DictReader(text.splitlines()).fieldnames or ()]
    if missing := [name for name in (WORD, CODES) if name not in header]:
        return tuple(FileFault(name, "missing") for name in missing)
    found: list[FileFault] = []
    seen: set[str] = set()
    for number, row in _rows(text):
        faults = list(_row_faults(row, catalogue))
        if key_of(row[WORD]) in seen:
            faults.append(FileFault(WORD, "twice"))
        seen.add(key_of(row[WORD]))
        found += [FileFault(f"{number}:{one.field}", one.code, one.params) for one in faults]
    if len(seen) > MOST:
        found.append(FileFault("file", "rows", {"most": MOST}))
    return tuple(found)


def _row_faults(row: Mapping[str, str], catalogue: Catalogue) -> Iterator[FileFault]:
    if sum(map(str.isalpha, row[WORD])) < FEWEST_LETTERS:
        yield FileFault(WORD, "word")
    if len(row[WORD]) > LONGEST:
        yield FileFault(WORD, "long", {"most": LONGEST})
    if not row[CODES]:
        yield FileFault(CODES, "missing")
    for code in row[CODES].split():
        if catalogue.find(code) is None:
            yield FileFault(CODES, "no-item", {"given": code})
    if row[LANG] not in {"", *LANGUAGES}:
        yield FileFault(LANG, "choice", {"choices": ", ".join(LANGUAGES)})


def _column(header: str) -> str:
    name = fold(header).strip()
    return _FRENCH.get(name, name)


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Read the rows that say anything, with their line in the file."""
    reader = csv.DictReader(text.splitlines())
    reader.fieldnames = [_column(name) for name in reader.fieldnames or ()]
    for row in reader:
        values = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}
        if any(values.values()):
            yield reader.line_num, {**values, CODES: values[CODES].upper()}
