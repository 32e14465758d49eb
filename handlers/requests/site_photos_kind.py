"""Photos of a site, documents whose kind is asked, and a voice note."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.search import words_of
from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, SentDocument, SentVoice, Tapped
from handlers.conversation.kind import Facts, Json, Option, Rejected, reject
from handlers.conversation.kinds.files import (
    BIGGEST,
    PAPERS,
    PDF,
    PICTURES,
    Photos,
    SentFile,
    kept_files,
)
from handlers.conversation.kinds.showing import voice_file
from handlers.inventory.inventory_files import SHEETS, suffix_of
from handlers.requests.activity_rules import Detail
from handlers.words.catalogue import Say

PAPER = "paper-"
OTHER = "other"


class SitePhotos(Photos):
    """Photos; a PDF is taken too and its kind asked, unless the caption says it, and a voice note.

    `papers` are the kinds of document, each with the words of a caption that name it.
    """

    accepted = PAPERS

    def __init__(self, at_least: int, at_most: int, papers: Mapping[str, Sequence[str]]) -> None:
        super().__init__(at_least, at_most)
        object.__setattr__(self, "papers", papers)

    papers: Mapping[str, Sequence[str]]

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        kept = kept_files(before)
        if isinstance(given, SentVoice):
            file = voice_file(given)
            return file if isinstance(file, Rejected) else self._with(file, kept)
        if isinstance(given, SentDocument) and _is_table(given) and not _lists_goods(facts):
            table = _table(given)
            return table if isinstance(table, Rejected) else self._with(table, kept)
        if isinstance(given, Tapped) and given.code.startswith(PAPER):
            return self._named(given.code.removeprefix(PAPER), kept)
        return super().read(given, before, facts)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        if _unnamed(kept_files(before)) is None:
            return super().options(before, facts)
        return [Option(PAPER + paper, f"paper-{paper}") for paper in self.papers]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        found = super().lines(before, facts, say)
        unnamed = _unnamed(kept_files(before))
        if unnamed is None:
            return found
        return [*found, say("paper-which", name=str(unnamed.get("name")))]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        files = raw if isinstance(raw, list) else kept_files(raw)
        if all(_is_picture(file) for file in files):
            return super().show(raw, key, facts, say)
        return say.plain("files-shown", count=len(files))

    def _tapped(self, code: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        if code == DONE:  # of an older keyboard: what was not said is something else
            kept = [file if _is_named(file) else {**file, "paper": OTHER} for file in kept]
        return super()._tapped(code, kept)

    def _named(self, paper: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        unnamed = _unnamed(kept)
        if paper not in self.papers or unnamed is None:
            return reject("not-offered")
        named = {**unnamed, "paper": paper}
        return {"open": [named if file is unnamed else file for file in kept]}

    def _with(self, file: SentFile, kept: list[dict[str, Json]]) -> Json | Rejected:
        if file.mime == PDF:
            file = replace(file, paper=self._kind_by_words(f"{file.caption} {file.name}"))
        return super()._with(file, kept)

    def _kind_by_words(self, words: str) -> str:
        """Read a document's kind from its caption and name; empty if unknown."""
        said = set(words_of(words))
        return next((kind for kind, names in self.papers.items() if said & {*names}), "")


def _is_table(given: SentDocument) -> bool:
    return suffix_of(given) in SHEETS or suffix_of(given) == ".docx"


def _lists_goods(facts: Facts) -> bool:
    """Tell whether the goods are asked for: then a list is read there."""
    return getattr(facts.so_far, "detail", None) is Detail.FULL


def _table(given: SentDocument) -> SentFile | Rejected:
    """Keep a list as a document, where nobody asks for the goods."""
    if given.size > BIGGEST:
        return reject("file-too-big", most=BIGGEST // 1_000_000)
    mime = given.mime or "application/octet-stream"
    return SentFile(
        given.file_id,
        given.unique_id,
        given.size,
        mime,
        given.name,
        given.caption,
        given.album,
        paper=OTHER,
    )


def _unnamed(kept: list[dict[str, Json]]) -> dict[str, Json] | None:
    return next((file for file in kept if not _is_named(file)), None)


def _is_picture(file: Json) -> bool:
    return isinstance(file, dict) and file.get("mime") in PICTURES.values()


def _is_named(file: dict[str, Json]) -> bool:
    return file.get("mime") != PDF or bool(file.get("paper"))
