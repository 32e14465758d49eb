"""The bytes of photos, voice and PDFs, by SHA-256, in a folder or in S3-compatible storage."""

import asyncio
import hashlib
from datetime import timedelta
from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

RETRIES = 3
RETRY_TIME = timedelta(seconds=15)
PROBE = b"r4-bot check"


class FileMissing(Exception):
    """No bytes are kept under this hash."""


class FileStore:
    """Keeps bytes under their own hash: the same bytes are kept once, and never change.

    The object store is called in threads of ours: its own asynchronous calls report back from
    foreign threads, which at times abort the process while the interpreter ends.
    """

    def __init__(self, url: str) -> None:
        if "://" in url:
            self._store: ObjectStore = from_url(
                url, retry_config={"max_retries": RETRIES, "retry_timeout": RETRY_TIME}
            )
        else:
            Path(url).mkdir(parents=True, exist_ok=True)
            self._store = LocalStore(url)

    async def keep(self, content: bytes) -> str:
        """Keep the bytes; return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        await asyncio.to_thread(obstore.put, self._store, _path(sha256), content)
        return sha256

    async def probe(self, seconds: float) -> None:
        """Raise what keeps bytes from being kept here, TimeoutError after so many seconds."""
        async with asyncio.timeout(seconds):
            await self.content(await self.keep(PROBE))

    async def content(self, sha256: str) -> bytes:
        """Return the bytes. Raises FileMissing."""
        try:
            return await asyncio.to_thread(self._read, _path(sha256))
        except FileNotFoundError as error:
            raise FileMissing(sha256) from error

    def _read(self, path: str) -> bytes:
        return bytes(obstore.get(self._store, path).bytes())


def _path(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"
