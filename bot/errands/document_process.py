"""Reads a document in a process of its own: one that never ends, or eats all memory, ends alone."""

import asyncio
import resource
import sys
from pathlib import Path

import orjson

from handlers.conversation.given import ReadSheet

WORK_SECONDS = 10  # twenty full pages take two
WAIT_SECONDS = 30  # where others have the processor
MOST_MEMORY = 500_000_000
TOO_COMPLEX = "too-complex"
_HOME = Path(__file__).parents[2]


class ReadingFailed(RuntimeError):
    """The process that reads ended by a fault of ours."""


async def read_document(content: bytes, unique_id: str, name: str) -> ReadSheet:
    """Read the text of a file of that name within the limits; beyond them it is too complex."""
    ending = ".docx" if name.lower().endswith(".docx") else ".pdf"
    limits = str(WORK_SECONDS), str(MOST_MEMORY)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__, ending, *limits),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a library's warnings quote what people wrote
        cwd=_HOME,
    )
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            said, _ = await process.communicate(content)
            ended = await process.wait()
    except TimeoutError:
        return ReadSheet(unique_id, fault=TOO_COMPLEX)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if ended < 0:  # stopped by a limit, or broken inside a library
        return ReadSheet(unique_id, fault=TOO_COMPLEX)
    if ended:
        raise ReadingFailed(f"it ended with {ended}")
    read = orjson.loads(said)
    return ReadSheet(unique_id, fault=read["fault"], text=read["text"])


def _main(ending: str, seconds: int, memory: int) -> None:
    """Read a document from stdin, tell its text or its fault on stdout."""
    _limit(resource.RLIMIT_CORE, 0)  # nothing of a document stays on the disk
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_AS, memory)
    from bot.errands.document_text import read_text  # noqa: PLC0415 only this process needs it

    try:
        read = read_text(sys.stdin.buffer.read(), "", ending)
    except MemoryError:
        read = ReadSheet("", fault=TOO_COMPLEX)
    sys.stdout.buffer.write(orjson.dumps({"fault": read.fault, "text": read.text}))


def _limit(what: int, most: int) -> None:
    allowed = resource.getrlimit(what)[1]
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _main(sys.argv[1], *map(int, sys.argv[2:]))
