"""A purchase order: its number in words, or a file."""

from handlers.conversation.given import Given, SentDocument, SentPhoto, Typed
from handlers.conversation.kind import Facts, Json, Kind, Rejected, reject
from handlers.conversation.kinds.files import Documents, SentFile
from handlers.conversation.kinds.text import Text
from handlers.words.catalogue import Say

_WORDS = Text(at_most=120)
_FILE = Documents(1, 1)


class PurchaseOrder(Kind[SentFile | str]):
    """At most 120 letters, a PDF or a picture."""

    expects = "paper"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        match given:
            case Typed():
                return _WORDS.read(given, before, facts)
            case SentPhoto() | SentDocument():
                return _FILE.read(given, None, facts)
        return self.unexpected(given)

    def load(self, raw: Json) -> SentFile | str | Rejected:
        if not isinstance(raw, dict):
            return _WORDS.load(raw)
        files = _FILE.load(raw.get("open"))
        return files[0] if isinstance(files, tuple) else reject("expected-paper", got="other")

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return raw if isinstance(raw, str) else _FILE.show(raw, key, facts, say)
