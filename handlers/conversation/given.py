"""What a person can send, in plain values."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Typed:
    """Words, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """The code of a button."""

    code: str


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A visiting card; `own` where it is the sender's."""

    phone: str
    first_name: str = ""
    last_name: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A pin on the map, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """A compressed picture; size in bytes."""

    file_id: str
    unique_id: str
    size: int = 0
    caption: str = ""
    album: str | None = None


@dataclass(frozen=True, slots=True)
class SentDocument:
    """A file as it is; size in bytes."""

    file_id: str
    unique_id: str
    name: str = ""
    mime: str = ""
    size: int = 0
    caption: str = ""
    album: str | None = None


@dataclass(frozen=True, slots=True)
class SentVoice:
    """A voice note; size in bytes."""

    file_id: str
    unique_id: str
    seconds: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What a file held that was sent before and read after the commit.

    Rows of cells as text, with their numbers in the file; `fault` where it cannot be read. Of a
    book with several sheets, `title` is the first one's and `others` are the rest by their titles.
    A document has `text` instead of rows.
    """

    unique_id: str
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    fault: str = ""
    title: str = ""
    others: tuple[tuple[str, tuple[tuple[int, tuple[str, ...]], ...]], ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class UnreadablePicture:
    """A file sent before turned out to be no picture that can be printed; `fault` says why."""

    unique_id: str
    name: str
    fault: str


@dataclass(frozen=True, slots=True)
class SentOther:
    """Anything else: "sticker", "video", "poll"."""

    what: str


Given: TypeAlias = (
    Typed
    | Tapped
    | SharedContact
    | SharedPlace
    | SentPhoto
    | SentDocument
    | SentVoice
    | ReadSheet
    | UnreadablePicture
    | SentOther
)
