"""Stores files that come with a request or in its thread."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.context.sent_files import arrived
from handlers.conversation.kinds import SentFile
from storage import media, request_thread
from storage.requests import Request
from storage.transaction import Transaction

REQUEST, THREAD = "request", "thread"


async def keep(
    tx: Transaction, request_id: int, person_id: int, purpose: str, files: Sequence[SentFile]
) -> list[int]:
    """Fetch the files and attach them with captions to the request; return media ids."""
    ids = await media.receive(tx, [arrived(file) for file in files])
    captions = [file.caption for file in files]
    await media.attach(tx, REQUEST, request_id, purpose, ids, person_id, captions=captions)
    return ids


async def say(
    tx: Transaction,
    request: Request,
    person_id: int,
    text: str,
    files: Sequence[SentFile],
    *,
    from_client: bool,
    live: bool = False,
) -> list[int]:
    """Add words and files to the thread of a request; return the media ids of the files.

    `live` are those of a relay.
    """
    plain = files if from_client else [replace(file, caption="") for file in files]
    ids = await keep(tx, request.id, person_id, THREAD, plain)
    for media_id, file in zip(ids, files, strict=True):
        await request_thread.say(
            tx,
            request.id,
            person_id,
            file.caption,
            from_client=from_client,
            media_id=media_id,
            live=live,
        )
    if text:
        await request_thread.say(
            tx, request.id, person_id, text, from_client=from_client, live=live
        )
    return ids
