"""Files that come with a request or in its thread: kept as they are, tied to the request."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.given import Given, SentDocument, SentPhoto, SentVoice
from handlers.conversation.kinds import SentFile
from handlers.conversation.kinds.files import JPEG, VOICE
from storage import media, request_thread
from storage.media import Arrived
from storage.outbox import Post
from storage.requests import Request
from storage.transaction import Transaction

REQUEST, THREAD = "request", "thread"
PHOTO, DOCUMENT, VOICE_NOTE = "photo", "document", "voice"


def arrived(sent: SentFile) -> Arrived:
    """Keep an original (a picture sent as a file) apart from what Telegram made smaller."""
    kind = VOICE_NOTE if sent.is_voice else DOCUMENT if sent.name else PHOTO
    return Arrived(sent.unique_id, sent.file_id, kind, sent.name or None, sent.mime, sent.size)


def file_of(given: Given | None) -> SentFile | None:
    """Read a file that was sent outside a form; None for anything else."""
    match given:
        case SentPhoto(file_id, unique_id, size, caption):
            return SentFile(file_id, unique_id, size, JPEG, "", caption)
        case SentDocument(file_id, unique_id, name, mime, size, caption):
            return SentFile(file_id, unique_id, size, mime, name or "file", caption)
        case SentVoice(file_id, unique_id, _, size):
            return SentFile(file_id, unique_id, size, VOICE)
    return None


async def keep(
    tx: Transaction, request_id: int, person_id: int, purpose: str, files: Sequence[SentFile]
) -> list[int]:
    """Have the files fetched, tie them to the request with their captions; return media ids."""
    ids = await media.receive(tx, [arrived(one) for one in files])
    captions = [one.caption for one in files]
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
) -> list[int]:
    """Add words and files to the thread of a request; return the media ids of the files."""
    plain = files if from_client else [replace(one, caption="") for one in files]
    ids = await keep(tx, request.id, person_id, THREAD, plain)
    for media_id, file in zip(ids, files, strict=True):
        await request_thread.say(
            tx,
            request.id,
            person_id,
            file.caption,
            from_client=from_client,
            media_id=media_id,
        )
    if text:
        await request_thread.say(tx, request.id, person_id, text, from_client=from_client)
    return ids


def carrying(chat_id: int, kind: str, media_id: int, caption: str, *, silent: bool = False) -> Post:
    """Make the post that brings a file to another chat as what it is; `caption` is HTML."""
    if kind == PHOTO:
        return Post(chat_id, caption, photos=(media_id,), silent=silent)
    return Post(chat_id, caption, document=media_id, silent=silent)
