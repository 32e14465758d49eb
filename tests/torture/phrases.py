"""Knows questions by their words, as people do."""

from collections.abc import Sequence

from handlers.words.catalogue import Say, Words

REQUEST = (
    "activities",
    "address",
    "landmark",
    "postcode",
    "commune",
    "detail",
    "floor",
    "lift",
    "carry",
    "parking",
    "occupied",
    "contact",
    "permit",
    "lines",
    "role",
    "photos",
    "earliest",
    "deadline",
    "note",
    "reviewed",
)
REGISTRATION = ("notice", "siret", "company", "name", "phone")
QUESTIONS = tuple(
    [f"request-{one}" for one in REQUEST] + [f"registration-{one}" for one in REGISTRATION]
)


class Phrases:
    """The sentences of one language that tell what a message is."""

    def __init__(self, lang: str = "fr") -> None:
        self._say: Say = Words.load().say(lang)
        self._asked = {self._say.plain(key): key for key in QUESTIONS}
        assert len(self._asked) == len(QUESTIONS), "two questions are asked in the same words"

    def question(self, text: str) -> str | None:
        """Tell which question a message asks: the last one that it has the words of."""
        found = [(text.rfind(words), key) for words, key in self._asked.items() if words in text]
        return max(found)[1] if found else None

    def below(self, question: str, text: str) -> str:
        """Return what a message says from the words of its question on, without notices."""
        words = self._say.plain(question)
        return text[text.rfind(words) :]

    def says_sent(self, text: str) -> bool:
        """Tell whether a message confirms that a request went out."""
        before, after = self._around("request-sent", "number")
        return before in text and after in text

    def says_repeated(self, text: str) -> bool:
        return self._say.plain("repeated") in text

    def received(self, photos: int, text: str) -> bool:
        """Tell whether a message counts so many photos."""
        return _bare(self._say.plain("photos-received", count=photos)) in text

    def _around(self, key: str, name: str) -> Sequence[str]:
        return _bare(self._say.plain(key, **{name: "\0"})).split("\0", 1)


def _bare(html: str) -> str:
    return html.replace("<b>", "").replace("</b>", "")
