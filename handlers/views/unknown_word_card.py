"""The card that asks the office what an unknown word means."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from domain.catalogue import Catalogue, Item
from domain.inventory_reader.matching import matcher
from domain.search import fold
from handlers.context.callbacks import button
from handlers.conversation.labels import NAME_LENGTH, squeezed
from handlers.conversation.screen import Button, Screen
from handlers.words.catalogue import Say
from storage.unknown_words import UnknownWord, WordState

NEAREST, LIKENESS = 4, 55  # of 100, from where a name is worth offering
OTHERS_NAMED = 12


@dataclass(frozen=True, slots=True)
class WordQueue:
    """The word that is asked about, those that come after it, and how many wait in all."""

    word: UnknownWord | None
    others: Sequence[UnknownWord] = ()
    count: int = 0


def nearest(catalogue: Catalogue, word: str, lang: str) -> tuple[Item, ...]:
    """List the items that a word may mean, best first: by its meaning, then by its letters."""
    found = [*matcher(catalogue).match(word).items, *catalogue.search(word, lang, NEAREST)]
    labels = {item.code: fold(item.label(lang)) for item in catalogue.items}
    alike = process.extract(
        fold(word), labels, scorer=fuzz.WRatio, limit=NEAREST, score_cutoff=LIKENESS
    )
    found += [catalogue.get(code) for _, _, code in alike]
    return tuple(dict.fromkeys(found))[:NEAREST]


def asking(say: Say, catalogue: Catalogue, queue: WordQueue) -> Screen:
    """Ask what a word means, with the nearest items to tap."""
    word = queue.word
    if word is None:
        return Screen(say("words-none"))
    lines = [
        say("words-head", count=queue.count),
        say("words-ask", word=word.word, count=word.times),
    ]
    if queue.others:
        named = " · ".join(one.word for one in queue.others[:OTHERS_NAMED])
        lines.append(say("words-others", words=named))
    rows = [(_item(say, word, item),) for item in nearest(catalogue, word.word, say.lang)]
    rows.append((button(say.plain("words-search"), "teachother", word.id, word.version),))
    rows.append((button(say.plain("words-aside"), "wordaside", word.id, word.version),))
    if queue.others:
        rows.append((_next(say, "words-next", word),))
    return Screen("\n\n".join(lines), tuple(rows))


def decided(say: Say, catalogue: Catalogue, word: UnknownWord, left: int) -> Screen:
    """Say what a decision changes; one tap takes it back, another goes on."""
    item = catalogue.find(word.code or "")
    if word.state is WordState.TAUGHT and item is not None:
        unit = "" if item.whole else f" ({say.plain(f'goods-unit-{item.unit}')})"
        text = say("words-taught", word=word.word, item=item.label(say.lang) + unit)
    else:
        text = say("words-set-aside", word=word.word)
    back = button(say.plain("words-undo"), "wordback", word.id, word.version, style="danger")
    rows = [(back,), *([(_next(say, "words-go-on", word, left),)] if left else [])]
    return Screen(text, tuple(rows))


def _item(say: Say, word: UnknownWord, item: Item) -> Button:
    label = squeezed(item.label(say.lang), NAME_LENGTH)
    return button(label, "teach", word.id, word.version, more=item.code)


def _next(say: Say, key: str, word: UnknownWord, left: int = 0) -> Button:
    return button(say.plain(key, count=left), "words", word.id)
