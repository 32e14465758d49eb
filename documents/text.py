"""What people typed, made fit to print without changing what it says."""

import re
import unicodedata
from collections.abc import Iterator

from anyascii import anyascii

from documents.fonts import is_printable

UNREADABLE, NOTHING = "?", "–"

_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_EMOJI_DRESS = frozenset({*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0x1F3FB, 0x1F400))})
_JOINERS = frozenset("\u200c\u200d")
_LONG_WORD = re.compile(r"\S{41,}")
_SOFT_BREAK = "\u200b"
_GONE = "\0"  # stands for a picture that no font draws, until the space before it goes too
_WITH_ITS_SPACE = re.compile(f" ?{_GONE}")
_FLAGS = {0x1F1E6 + n: chr(ord("A") + n) for n in range(26)}


def fit(text: str) -> str:
    """As typed, less control characters and pictures that no shipped font draws.

    A letter that none draws is its plain form, its transcription, else « ? »; where nothing is
    left, a dash says so.
    Words over 40 characters get places to break, else they would run off the page.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(_plain(letter) for letter in lines)
    drawn = "".join(_drawn(plain))
    left = _LONG_WORD.sub(_breakable, _WITH_ITS_SPACE.sub("", drawn)).strip()
    return left or (NOTHING if _GONE in drawn else "")


def words_of_label(label: str) -> str:
    """What a button says, less the picture before its words: « 🪑 Débarras » is « Débarras »."""
    first = next((place for place, letter in enumerate(label) if letter.isalnum()), 0)
    return label[first:]


def fit_all(value: object) -> object:
    """The same for every text inside a value that is to become JSON."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, dict):
        return {key: fit_all(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [fit_all(inner) for inner in value]
    return value


def _plain(letter: str) -> str:
    if letter == "\n":
        return letter
    if letter == "\t" or letter in "\u2028\u2029":
        return " "
    if letter in _UNSEEN or letter in _EMOJI_DRESS:
        return ""
    return "" if unicodedata.category(letter) == "Cc" else letter


def _drawn(text: str) -> Iterator[str]:
    """A mark stays only where the font of its letter draws it: fonts are chosen per cluster."""
    cluster = ""
    for letter in text:
        follows = letter in _JOINERS or unicodedata.category(letter).startswith("M")
        if letter == "\n":
            cluster = ""
            yield letter
        elif not follows:
            cluster = letter if is_printable(letter) else ""
            yield cluster or _instead(letter)
        elif cluster and is_printable(cluster + letter):
            cluster += letter
            yield letter


def _instead(letter: str) -> str:
    """Stand for what no font draws: « FR » for a flag, « H » for « 𝓗 », nothing for a picture.

    A letter of a script that no font has is transcribed: « Wang » for « 王 ».
    """
    plain = _FLAGS.get(ord(letter)) or unicodedata.normalize("NFKC", letter)
    if all(map(is_printable, plain)):
        return plain
    if unicodedata.category(letter)[0] not in "LN":
        return _GONE
    return anyascii(letter).strip() or UNREADABLE


def _breakable(word: re.Match[str]) -> str:
    letters = word.group()
    return _SOFT_BREAK.join(letters[n : n + 10] for n in range(0, len(letters), 10))
