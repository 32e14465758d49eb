"""What a client shows and tells: photos, papers whose kind is asked once, a voice note, words."""

# ruff: noqa: ARG002 every kind is given the same

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.search import words_of
from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, SentVoice, Tapped, Typed
from handlers.conversation.kind import OPEN, Facts, Json, Open, Option, Rejected, reject
from handlers.conversation.kinds.files import (
    BIGGEST,
    PAPERS,
    PDF,
    VOICE,
    Gathering,
    Photos,
    SentFile,
    kept_files,
    load_files,
)
from handlers.conversation.kinds.text import Text
from handlers.words.catalogue import Say

PAPER = "paper-"
OTHER = "other"


def _voice(given: SentVoice) -> SentFile | Rejected:
    if given.size > BIGGEST:
        return reject("file-too-big", most=BIGGEST // 1_000_000)
    return SentFile(given.file_id, given.unique_id, given.size, VOICE)


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
            file = _voice(given)
            return file if isinstance(file, Rejected) else self._with(file, kept)
        if isinstance(given, Tapped) and given.code.startswith(PAPER):
            return self._named(given.code.removeprefix(PAPER), kept)
        return super().read(given, before, facts)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        if _unnamed(kept_files(before)) is None:
            return super().options(before, facts)
        return [Option(PAPER + one, f"paper-{one}") for one in self.papers]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        found = super().lines(before, facts, say)
        unnamed = _unnamed(kept_files(before))
        if unnamed is None:
            return found
        return [*found, say("paper-which", name=str(unnamed.get("name")))]

    def _tapped(self, code: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        if code == DONE:  # of an older keyboard: what was not said is something else
            kept = [one if _is_named(one) else {**one, "paper": OTHER} for one in kept]
        return super()._tapped(code, kept)

    def _named(self, paper: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        unnamed = _unnamed(kept)
        if paper not in self.papers or unnamed is None:
            return reject("not-offered")
        named = {**unnamed, "paper": paper}
        return {"open": [named if one is unnamed else one for one in kept]}

    def _with(self, file: SentFile, kept: list[dict[str, Json]]) -> Json | Rejected:
        if file.mime == PDF:
            file = replace(file, paper=self._told_by(f"{file.caption} {file.name}"))
        return super()._with(file, kept)

    def _told_by(self, words: str) -> str:
        """Read a document's kind from its caption and name; empty where they do not say."""
        said = set(words_of(words))
        return next((kind for kind, names in self.papers.items() if said & {*names}), "")


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said, in words, files or both."""

    text: str = ""
    files: tuple[SentFile, ...] = ()


class Saying(Gathering[Told]):
    """Words, which end it, or photos, documents and a voice note until "done"."""

    expects = "text"
    free_text = True
    counted = "documents"
    accepted = PAPERS

    def __init__(self, words: Text, at_most: int = 10) -> None:
        super().__init__(1, at_most)
        object.__setattr__(self, "words", words)

    words: Text

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        kept = kept_files(before)
        if isinstance(given, Typed):
            text = self.words.read(given, before, facts)
            both: Any = {"text": text, "files": [*kept]}
            return both if kept and not isinstance(text, Rejected) else text
        if isinstance(given, SentVoice):
            file = _voice(given)
            return file if isinstance(file, Rejected) else self._with(file, kept)
        return super().read(given, before, facts)

    def load(self, raw: Json) -> Told | Rejected | Open:
        if isinstance(raw, str):
            words = self.words.load(raw)
            return words if isinstance(words, Rejected) else Told(words)
        if isinstance(raw, dict) and "open" in raw:
            return OPEN
        text, sent = (raw.get("text"), raw.get("files")) if isinstance(raw, dict) else ("", raw)
        files = load_files(sent)
        if files is None or not isinstance(text, str):
            return reject("expected-text", got="other")
        return Told(text, files)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return super().options(before, facts) if kept_files(before) else ()

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        count = len(kept_files(before))
        return [say("files-received", count=count)] if count else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        told = self.load(raw)
        if not isinstance(told, Told):
            return ""
        files = say.plain("files-shown", count=len(told.files)) if told.files else ""
        return " · ".join(one for one in (told.text, files) if one)

    def reopen(self, raw: Json) -> Json:
        return None

    def _tapped(self, code: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        if code == DONE and not kept:
            return self.unexpected(Tapped(code))
        return super()._tapped(code, kept)

    def joins(self, given: Given, raw: Json) -> Json | Rejected:
        return super().joins(given, raw) if isinstance(raw, list) else None


def _unnamed(kept: list[dict[str, Json]]) -> dict[str, Json] | None:
    return next((one for one in kept if not _is_named(one)), None)


def _is_named(file: dict[str, Json]) -> bool:
    return file.get("mime") != PDF or bool(file.get("paper"))
