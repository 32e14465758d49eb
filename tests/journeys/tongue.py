"""What people read, in French, in English, and in a made-up language that runs right to left."""

from dataclasses import dataclass

from handlers.words.catalogue import Words
from handlers.words.pseudo import PSEUDO_RTL, _letters

LANGUAGES = ("fr", "en", PSEUDO_RTL)
WORDS = Words.load().pseudo_rtl()

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """Says a pair of French and English words in one language."""

    lang: str

    def __call__(self, words: Pair) -> str:
        french, english = words
        if self.lang == PSEUDO_RTL:
            return _letters(english, open_tag=False)
        return french if self.lang == "fr" else english

    @property
    def name(self) -> str:
        """What the button says that chooses this language."""
        return self(("Français", "English"))
