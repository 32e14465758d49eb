"""Photos and documents: an answer that stays open until "done"."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, SentDocument, SentPhoto, SentVoice, Tapped
from handlers.conversation.kind import (
    OPEN,
    DeferredWork,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    T_co,
    reject,
)
from handlers.words.catalogue import Say

CLEAR = "clear"
CHECK_PICTURE = "check-picture"
BIGGEST = 20_000_000  # bytes a bot can fetch (§10.4)
JPEG = "image/jpeg"
PDF = "application/pdf"
VOICE = "audio/ogg"
UNNAMED = "file"
PICTURES = {
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".png": "image/png",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".webp": "image/webp",
}
PAPERS = {**PICTURES, ".pdf": PDF}


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as Telegram knows it; size in bytes, `album` where it came with others."""

    file_id: str
    unique_id: str
    size: int = 0
    mime: str = JPEG
    name: str = ""
    caption: str = ""
    album: str | None = None
    paper: str = ""  # what a document is: a code of its kind

    @property
    def is_voice(self) -> bool:
        return self.mime == VOICE


def mime_of(given: SentDocument, accepted: Mapping[str, str] = PICTURES) -> str:
    """Tell what a file is; Telegram does not always know: some phones send HEIC as plain bytes."""
    if given.mime in accepted.values():
        return given.mime
    named = accepted.get(PurePath(given.name.lower()).suffix, "")
    return named if given.mime in {"", "application/octet-stream"} else given.mime


@dataclass(frozen=True)
class Gathering(Kind[T_co]):
    """What stays open while files come, until "done"."""

    at_least: int
    at_most: int

    columns = 2

    @property
    @abstractmethod
    def accepted(self) -> Mapping[str, str]:
        """Kinds of file, by the end of the name."""

    @property
    def counted(self) -> str:
        """Name what is counted in what is said when there is too much or too little."""
        return f"{self.expects}s"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        kept = kept_files(before)
        match given:
            case Tapped(code=code):
                return self._tapped(code, kept)
            case SentPhoto() | SentDocument():
                file = self._file(given)
                return file if isinstance(file, Rejected) else self._with(file, kept)
        return self.unexpected(given)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        count = len(kept_files(before))
        found = []
        if count >= self.at_least:
            key = "nav-done" if count else f"{self.expects}s-none"
            found.append(Option(DONE, key, style="success" if count else None, wide=True))
        if count:
            found.append(Option(CLEAR, "files-clear"))
        return found

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        count = len(kept_files(before))
        key = f"{self.expects}s-received"
        return [say(key, count=count, most=self.at_most)] if count else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        count = len(raw) if isinstance(raw, list) else len(kept_files(raw))
        return say.plain(f"{self.expects}s-shown", count=count)

    def reopen(self, raw: Json) -> Json:
        return {"open": raw}

    def joins(self, given: Given, raw: Json) -> Json | Rejected:
        if not isinstance(given, SentPhoto | SentDocument) or not isinstance(raw, list):
            return None
        if given.album not in {one.get("album") for one in kept_files({"open": raw})}:
            return None
        file = self._file(given)
        joined = file if isinstance(file, Rejected) else self._with(file, kept_files({"open": raw}))
        return joined["open"] if isinstance(joined, dict) else joined

    def without(self, raw: Json, unique_id: str) -> Json:
        files = kept_files({"open": raw} if isinstance(raw, list) else raw)
        left: list[Json] = [one for one in files if one["unique_id"] != unique_id]
        if len(left) == len(files):
            return None
        return left if isinstance(raw, list) and len(left) >= self.at_least else {"open": left}

    def deferred_work(self, before: Json) -> Sequence[DeferredWork]:
        """Have pictures looked at that came as files: Telegram makes those sent as photos anew."""
        return [
            DeferredWork(
                CHECK_PICTURE,
                str(file["unique_id"]),
                {"file": file["file_id"], "unique": file["unique_id"], "name": file["name"]},
            )
            for file in kept_files(before)
            if file.get("name") and file.get("mime") in PICTURES.values()
        ]

    def _tapped(self, code: str, kept: list[dict[str, Json]]) -> Json | Rejected:
        if code == CLEAR:
            return {"open": []}
        if code != DONE:
            return reject("not-offered")
        if len(kept) < self.at_least:
            return reject(f"{self.counted}-more", least=self.at_least, count=len(kept))
        return [*kept]

    def _with(self, file: SentFile, kept: list[dict[str, Json]]) -> Json | Rejected:
        if file.unique_id in {one["unique_id"] for one in kept}:
            return {"open": [*kept]}
        if len(kept) >= self.at_most:
            return reject(f"{self.counted}-enough", most=self.at_most)
        return {"open": [*kept, asdict(file)]}

    def _file(self, given: SentPhoto | SentDocument) -> SentFile | Rejected:
        if given.size > BIGGEST:
            return reject("file-too-big", most=BIGGEST // 1_000_000)
        if isinstance(given, SentPhoto):
            mime, name = JPEG, ""
        else:
            mime, name = mime_of(given, self.accepted), given.name or UNNAMED
        if mime not in self.accepted.values():
            return reject(f"expected-{self.expects}", got="document")
        return SentFile(
            given.file_id, given.unique_id, given.size, mime, name, given.caption, given.album
        )


class _Files(Gathering[tuple[SentFile, ...]]):
    def load(self, raw: Json) -> tuple[SentFile, ...] | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN
        files = load_files(raw)
        if files is None or not self.at_least <= len(files) <= self.at_most:
            return reject(f"expected-{self.expects}", got="other")
        return files


class Photos(_Files):
    """Pictures, alone or in albums, in any order; a picture sent as a file counts."""

    expects = "photo"
    accepted = PICTURES

    def keeps(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, SentPhoto | SentDocument | SentVoice):
            return None
        kept = self.read(given, before, facts)
        other = isinstance(kept, Rejected) and kept.code == f"expected-{self.expects}"
        return None if other else kept


class Documents(_Files):
    """Files that can be read later: PDF and pictures."""

    expects = "document"
    accepted = PAPERS


def kept_files(before: Json) -> list[dict[str, Json]]:
    """List the files of an answer that is begun."""
    files = before.get("open") if isinstance(before, dict) else None
    if not isinstance(files, list):
        return []
    return [file for file in files if isinstance(file, dict) and "unique_id" in file]


def load_files(raw: Json) -> tuple[SentFile, ...] | None:
    """Read stored files; None where they are none."""
    if not isinstance(raw, list):
        return None
    try:
        return tuple(SentFile(**_fields(one)) for one in raw)
    except TypeError:
        return None


def _fields(json: Json) -> dict[str, Any]:
    return dict(json) if isinstance(json, dict) else {"?": json}
