"""The words of a name as stems: what names the thing, its sizes, and what says nothing of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.inventory_reader.tokens import SMALLEST
from domain.inventory_reader.vocabulary import Vocabulary, vocabulary
from domain.search import SMALL_WORDS, fold

SHORTEST_INFLECTED = 4  # letters; « base » is no « bas »
_WORD = re.compile(
    r"\d+(?:[.,]\d+)?(?:[x*]\d+(?:[.,]\d+)?)+|\d+[.,]\d+(?:/[0-9./]+)?|[^\W\d_]{2,4}-\d+|[^\W_]+(?:/[0-9./]+)?"
)
_CUT = re.compile(r"\b[^\W\d_]{2,}\.|\b[b-df-hj-np-tv-xz]{3,}\b")
_GLUED = re.compile(r"(\d+(?:[.,]\d+)?)(mm|cm|m|kg|l|w|p|pl)")
_POSSESSIVE = re.compile(r"(?<=[a-z])'s\b|(?<=s)'(?=\s)")
_LETTERED = re.compile(r"\b[lph](\d+(?:[.,]\d+)?)(?=\s?x\s?[lph]?\d|\b)|(?<=x)[lph](?=\d)")
_ANGLED = re.compile(r"\b(?:en|forme) l\b|\bl[- ]shaped?\b")
_SPACED = re.compile(r"(?<=\d)\s+x\s+(?=\d)")
_METRES = re.compile(r"\b(\d)(?:[.,](\d{1,2}))?\s?m(?:(\d\d))?\b(?![²2³3])")
_MILLIMETRES = re.compile(r"\b(?:\d{3}0(?:x\d{2,3}0)*|[6-9]\d0x\d{2,3}0)(?:\s?mm)?\b")
_SPOKEN = re.compile(
    r"\b(two|three|four|five|six|eight|deux|trois|quatre|cinq|huit|one|une?)[ -]"
    r"(seat(?:er)?s?|drawers?|doors?|persons?|people|shelf|legs?|places?|tiroirs?|portes?|cases?"
    r"|personnes?|pers|postes?)\b"
)
_WHERE = re.compile(r"\b(?:en|au|aux|de|sur|on the|in the) (?:plafond|mur|sol|ceiling|wall)\b")
_PREPOSITIONS = frozenset({"de", "d", "du", "des", "pour", "à", "of", "for"})
_NO_NAMES = ("measures", "quantity", "about", "remarks", "lots", "vague")
_ASIDE = re.compile(r"\b(?:avec|sans|with|without|from)\b|[(+]")
_IRREGULAR = {
    "les": "le",  # « moquette en lés »
    "shelves": "shelf",
    "leaves": "leaf",
    "benches": "bench",
    "boxes": "box",
    "couches": "couch",
    "bays": "bay",
    "yeux": "oeil",
    "journaux": "journal",
    "matelas": "matelas",
    "glass": "glass",
}


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name: its stem, whether a preposition leads to it, and what it is good for.

    `idle` says nothing about which thing it is unless a name of things has it; a `size` and what
    counts its parts neither. A word that is `cut` ends with a point, or has no vowel; `another` is
    one that makes another thing of it.
    """

    stem: str
    led: bool = False
    idle: bool = False
    size: bool = False
    part: bool = False
    cut: bool = False
    another: bool = False

    @property
    def names(self) -> bool:
        return not (self.idle or self.size)


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that name a thing, and those behind « avec » that only tell it more closely."""

    main: tuple[NameWord, ...]
    aside: tuple[str, ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.main)


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> NameWords:
    """Take a name apart."""
    lower = _POSSESSIVE.sub("", name.lower().replace("’", "'"))
    lower = _written_out(_SPACED.sub("x", lower))
    lower = _ANGLED.sub(" angle ", lower)
    lower = _METRES.sub(_centimetres, _MILLIMETRES.sub(_tenth, lower))
    lower = _SPOKEN.sub(lambda found: f"{vocabulary().numbers[found[1]]} {found[2]}", lower)
    lower = _WHERE.sub(" ", lower) if _WHERE.sub("", lower).strip() else lower
    lower = _LETTERED.sub(r"\1", lower)
    found = _ASIDE.search(lower)
    main, aside = (lower[: found.start()], lower[found.end() :]) if found else (lower, "")
    return NameWords(tuple(_words(main)), tuple(word.stem for word in _words(aside)))


def _words(lower: str) -> Iterator[NameWord]:
    vocab, led, skip = vocabulary(), False, False
    cut = {one.rstrip(".") for one in _CUT.findall(lower)}
    found = [
        part for one in _WORD.findall(lower) for word in _unglued(one) for part in _whole(word)
    ]
    for n, word in enumerate(found):
        if word in _PREPOSITIONS and n:
            led = True
            continue
        if word in SMALL_WORDS:
            continue
        folded = fold(word)
        after = found[n + 1] if n + 1 < len(found) else ""
        counts = vocab.is_a("wrappers", folded) or (not n and vocab.is_a("unit_words", folded))
        if counts and after in _PREPOSITIONS:
            continue  # « 8 sacs de gravats » are rubble, « 22 travées de rayonnage » shelves
        numbered = n + 1 < len(found) and found[n + 1][0].isdigit()
        if numbered and vocab.is_a("labels", folded) and not vocab.is_a("dimensions", folded):
            skip = True  # « réf. 204 »
            continue
        if skip or (numbered and vocab.is_a("dimensions", folded)):
            skip = False
            continue
        yield from _word(folded, vocab, led=led, cut=word in cut)
        led = False


def _word(folded: str, vocab: Vocabulary, *, led: bool, cut: bool) -> Iterator[NameWord]:
    found = stem(vocab.abbreviations.get(folded, folded).replace("*", "x"))
    idle = found in idle_stems() or any(vocab.is_a(kind, folded) for kind in _NO_NAMES)
    part = (folded,) in vocab.units or vocab.is_a("parts", folded)
    another = folded in vocab.another
    yield NameWord(found, led, idle, found[0].isdigit(), part, cut, another)
    if "x" in found and found[0].isdigit():
        yield NameWord(found.partition("x")[0], size=True)


def _tenth(found: re.Match[str]) -> str:
    """Write millimetres as centimetres: « 1600x800 » is « 160x80 »."""
    sides = re.findall(r"\d+", found[0])
    return "x".join(side[:-1] for side in sides)


def _centimetres(found: re.Match[str]) -> str:
    """Write metres as centimetres: « 1,60 m » and « 1m60 » are « 160 »."""
    return f"{found[1]}{(found[2] or found[3] or '').ljust(2, '0')}"


def _written_out(lower: str) -> str:
    """Write out what is short as a phrase: « tabl. bl. » is « tableau blanc »."""
    for short, whole in vocabulary().phrases:
        lower = short.sub(whole, lower)
    return lower


def _whole(word: str) -> tuple[str, ...]:
    """Write out what is short for several words: « lv » is « lave-vaisselle »."""
    told = vocabulary().abbreviations.get(fold(word), "")
    return tuple(_WORD.findall(told)) if " " in told or "-" in told else (word,)


def _unglued(word: str) -> tuple[str, ...]:
    found = _GLUED.fullmatch(word)
    return found.groups() if found else (word,)


def stem(word: str) -> str:
    """Reduce a folded word, so that plural and gender do not matter: « hautes » and « haut »."""
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    if not word.isalpha() or len(word) < SHORTEST_INFLECTED:
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    if word[-1] in "sx" and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > SHORTEST_INFLECTED:
        word = word.removesuffix("e")
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" else word


def sides(stem: str) -> tuple[float, ...]:
    """Return the sides of a size, the shorter first; none of what is no « 120x80 »."""
    parts = stem.replace(",", ".").split("x")
    if len(parts) < 2 or not all(part.replace(".", "", 1).isdigit() for part in parts):
        return ()
    lengths = sorted(map(float, parts))
    return tuple(lengths) if lengths[0] >= SMALLEST else ()


@lru_cache(maxsize=1)
def idle_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary().idle)


@lru_cache(maxsize=1)
def _materials() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary().materials)


@lru_cache(maxsize=1)
def spoken_stems() -> frozenset[str]:
    """List the stems of words that sentences are made of, months and weekdays among them."""
    return frozenset(stem(word) for word in vocabulary().words["prose"])


def in_pieces(name: str) -> bool:
    """Tell whether people count the thing in pieces, also where it is priced by m² or metres."""
    pieces = vocabulary().words["pieces"]
    return any(word in pieces for word in _WORD.findall(fold(name)))


def french_head(words: Sequence[NameWord]) -> str:
    """Choose the first word that names something."""
    return next((one.stem for one in words if one.names), words[0].stem)


def english_head(words: Sequence[NameWord]) -> str:
    """Choose the last word before sizes and prepositions: “Single glass 4 mm” is glass."""
    core = core_of(words)
    return next((one.stem for one in reversed(core) if one.names), words[-1].stem)


def core_of(words: Sequence[NameWord]) -> list[NameWord]:
    """Return the words before the first preposition, and before sizes that follow a name."""
    core: list[NameWord] = []
    for word in words:
        if any(one.names for one in core) and (word.led or word.size):
            break
        core.append(word)
    return core


def another_thing(asked: Sequence[NameWord], bags: frozenset[str], *, sized: bool) -> bool:
    """Tell whether words that no name has make it another thing: « table de massage ».

    A size that none has does of a material that is `sized`, and not of a piece: « chevron 60x80 ».
    """
    if sized and any(one.size and one.stem not in bags for one in asked):
        return True
    strange = [
        one
        for one in asked
        if one.stem not in bags
        and one.names
        and not one.part
        and (len(one.stem) > 2 or one.another)
    ]
    known = [one for one in asked if one.stem in bags]
    made = _materials()
    if any(one.led or one.another or one.stem in made for one in strange):
        return True
    return bool(strange) and len(known) < 2
