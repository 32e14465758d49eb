"""A file that somebody sent: what is kept of it, and the post that carries it on."""

from handlers.context.posts import PostOptions
from handlers.conversation.given import (
    Given,
    SentDocument,
    SentPhoto,
    SentVoice,
    SharedContact,
    SharedPlace,
    Typed,
)
from handlers.conversation.kinds import SentFile
from handlers.conversation.kinds.files import JPEG, VOICE
from storage.media import Arrived

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


def words_of(given: Given | None) -> str:
    """Write in words what was sent outside a form and is no file; "" for what has none."""
    match given:
        case Typed(text):
            return text
        case SharedPlace(latitude, longitude):
            return f"📍 {latitude:.5f}, {longitude:.5f}"
        case SharedContact(phone, first_name, last_name):
            return f"👤 {first_name} {last_name} {phone}"
    return ""


def attachment(kind: str, media_id: int, *, silent: bool = False) -> PostOptions:
    """Attach a file to a message as what it is."""
    if kind == PHOTO:
        return {"photos": (media_id,), "silent": silent}
    return {"document": media_id, "silent": silent}
