"""Files that were sent: what is known of them, and their bytes in memory or in a folder."""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from sandbox.errors import bad_request

DOWNLOAD_LIMIT = 20_000_000
PHOTO_LIMIT = 10_000_000
THUMB = 90
LONGEST_SIDE = 2560
PREFIXES = {"photo": "AgACAgQAAxk", "document": "BQACAgQAAxk", "voice": "AwACAgQAAxk"}
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos"}
ENDINGS = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "sticker": ".webp"}


@dataclass
class File:
    """`size` is what Telegram says; `thumb_of` names the file this one is a small copy of."""

    number: int
    kind: str
    size: int
    name: str = ""
    mime: str = "application/octet-stream"
    width: int = 0
    height: int = 0
    seconds: int = 0
    thumb_of: int | None = None

    @property
    def file_id(self) -> str:
        return PREFIXES.get(self.kind, "CAACAgQAAxk") + _opaque(f"file-{self.number}", 30)

    @property
    def unique_id(self) -> str:
        return "AgAD" + _opaque(f"unique-{self.number}", 9)

    @property
    def path(self) -> str:
        ending = ENDINGS.get(self.kind) or Path(self.name).suffix or ".bin"
        return f"{FOLDERS.get(self.kind, 'stickers')}/file_{self.number}{ending}"

    def api(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


def _opaque(seed: str, size: int) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(seed.encode()).digest())[:size].decode()


@dataclass
class SandboxFiles:
    folder: Path | None = None
    known: dict[int, File] = field(default_factory=dict)
    _bytes: dict[int, bytes] = field(default_factory=dict)
    _by_id: dict[str, int] = field(default_factory=dict)
    _by_path: dict[str, int] = field(default_factory=dict)
    added: list[File] = field(default_factory=list)
    """Not yet written by the store."""

    def learn(self, file: File) -> File:
        self.known[file.number] = file
        self._by_id[file.file_id] = file.number
        self._by_path[file.path] = file.number
        return file

    def add(self, content: bytes, kind: str, **known: Any) -> File:
        number = len(self.known) + 1
        size = known.pop("size", None) or len(content)
        file = self.learn(File(number, kind, size, **known))
        self.added.append(file)
        if file.thumb_of is None:
            self._keep(number, content)
        return file

    def _keep(self, number: int, content: bytes) -> None:
        if self.folder is None:
            self._bytes[number] = content
        else:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / str(number)).write_bytes(content)

    def content(self, file: File) -> bytes:
        """The bytes; a thumbnail is drawn when it is asked for."""
        if file.thumb_of is not None:
            return _shrunk(self.content(self.known[file.thumb_of]), THUMB)
        if self.folder is None:
            return self._bytes[file.number]
        return (self.folder / str(file.number)).read_bytes()

    def find(self, file_id: str) -> File | None:
        number = self._by_id.get(file_id)
        return None if number is None else self.known[number]

    def find_path(self, path: str) -> File | None:
        number = self._by_path.get(path)
        return None if number is None else self.known[number]

    def photo(self, content: bytes) -> list[File]:
        """Sizes of a photo, smallest first, re-encoded as Telegram does where needed.

        Raises:
            ApiError: 400 for bytes that are no picture, or more than 10 MB.
        """
        if len(content) > PHOTO_LIMIT:
            raise bad_request("file is too big")
        content, width, height = _as_jpeg(content)
        number = len(self.known) + 2
        scale = min(1.0, THUMB / max(width, height))
        small = (max(1, round(width * scale)), max(1, round(height * scale)))
        thumb = self.add(
            b"",
            "photo",
            size=1200,
            mime="image/jpeg",
            width=small[0],
            height=small[1],
            thumb_of=number,
        )
        full = self.add(content, "photo", mime="image/jpeg", width=width, height=height)
        return [thumb, full]

    def photo_api(self, sizes: list[File]) -> list[dict[str, Any]]:
        return [{**file.api(), "width": file.width, "height": file.height} for file in sizes]

    def sizes_of(self, file: File) -> list[File]:
        if file.thumb_of is not None:
            file = self.known[file.thumb_of]
        thumb = self.known.get(file.number - 1)
        has_thumb = thumb is not None and thumb.thumb_of == file.number
        return [thumb, file] if thumb is not None and has_thumb else [file]


def _as_jpeg(content: bytes) -> tuple[bytes, int, int]:
    try:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
            plain = image.format == "JPEG" and not image.getexif()
            if plain and max(width, height) <= LONGEST_SIDE:
                return content, width, height
        content = _shrunk(content, LONGEST_SIDE)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as fault:
        raise bad_request("IMAGE_PROCESS_FAILED") from fault
    with Image.open(io.BytesIO(content)) as image:
        return content, *image.size


def _shrunk(content: bytes, side: int) -> bytes:
    with Image.open(io.BytesIO(content)) as image:
        picture = image.convert("RGB")
        picture.thumbnail((side, side))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
