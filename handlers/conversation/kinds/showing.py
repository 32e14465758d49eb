"""Words, files or both, and a voice note as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, SentVoice, Tapped, Typed
from handlers.conversation.kind import OPEN, Facts, Json, Open, Option, Rejected, reject
from handlers.conversation.kinds.files import (
    BIGGEST,
    PAPERS,
    VOICE,
    Gathering,
    SentFile,
    kept_files,
    load_files,
)
from handlers.conversation.kinds.text import Text
from handlers.words.catalogue import Say


def voice_file(given: SentVoice) -> SentFile | Rejected:
    """Keep a voice note as a file, unless it is too big to be fetched."""
    if given.size > BIGGEST:
        return reject("file-too-big", most=BIGGEST // 1_000_000)
    return SentFile(given.file_id, given.unique_id, given.size, VOICE)


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
            file = voice_file(given)
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

    def without(self, raw: Json, unique_id: str) -> Json:
        if not isinstance(raw, dict) or "files" not in raw:
            return super().without(raw, unique_id)
        left = super().without({"open": raw["files"]}, unique_id)
        return {**raw, "files": left["open"]} if isinstance(left, dict) else None

    def _tapped(self, code: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        if code == DONE and not kept:
            return self.unexpected(Tapped(code))
        return super()._tapped(code, kept)

    def joins(self, given: Given, raw: Json) -> Json | Rejected:
        return super().joins(given, raw) if isinstance(raw, list) else None
