"""The bytes of photos, voice and PDFs, by SHA-256, in a folder or in S3-compatible storage."""

import hashlib
from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore, from_url


class FileMissing(Exception):
    """No bytes are kept under this hash."""


class FileStore:
    """Keeps bytes under their own hash: the same bytes are kept once, and never change."""

    def __init__(self, url: str) -> None:
        if "://" in url:
            self._store: ObjectStore = from_url(url)
        else:
            Path(url).mkdir(parents=True, exist_ok=True)
            self._store = LocalStore(url)

    async def keep(self, content: bytes) -> str:
        """Keep the bytes; return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        await obstore.put_async(self._store, _path(sha256), content)
        return sha256

    async def content(self, sha256: str) -> bytes:
        """Return the bytes. Raises FileMissing."""
        try:
            found = await obstore.get_async(self._store, _path(sha256))
        except FileNotFoundError as error:
            raise FileMissing(sha256) from error
        return bytes(await found.bytes_async())


def _path(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"
