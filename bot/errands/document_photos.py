"""Photos for papers: their bytes are waited for a little, then they are gaps."""

from collections.abc import Sequence

from storage.files import FileStore
from storage.media import Medium

PATIENCE = 4  # attempts, some 30 seconds, until a photo that does not come is a gap


class PhotosOnTheWay(Exception):
    """Bytes of photos are still being fetched; the paper is tried again in a moment."""


async def contents(
    files: FileStore, photos: Sequence[Medium], *, attempts: int, paper: str
) -> list[bytes | None]:
    """Read them in order, None for gaps. Raises PhotosOnTheWay."""
    if attempts < PATIENCE and any(photo.sha256 is None for photo in photos):
        raise PhotosOnTheWay(paper)
    return [await files.content(photo.sha256) if photo.sha256 else None for photo in photos]
