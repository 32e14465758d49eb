"""The names that things of the catalogue have: its labels, and the synonyms that people chose."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.catalogue import Catalogue
from domain.inventory_reader.naming import english_head, french_head, words_of_name


@dataclass(frozen=True, slots=True)
class ThingName:
    """A name of items: its stems, which stem is the thing itself, the codes it stands for."""

    stems: frozenset[str]
    head: str
    codes: tuple[str, ...]
    english: bool
    chosen: bool  # from the synonyms: somebody put these codes in this order


def labels_of(catalogue: Catalogue) -> Iterator[ThingName]:
    """Yield the names that the catalogue itself gives its items."""
    for item in catalogue.items:
        for text, english in ((item.fr, False), (item.en, True)):
            words = words_of_name(text.replace(",", " ("))
            if words.main:
                stems = frozenset((*words.stems, *words.aside))
                head = english_head(words.main) if english else french_head(words.main)
                yield ThingName(stems, head, (item.code,), chosen=False, english=english)


def synonyms_of(catalogue: Catalogue) -> Iterator[ThingName]:
    """Yield the other words that people use, each with the items that somebody chose for it."""
    for word, codes in catalogue.synonyms.items():
        words = words_of_name(word)
        if words.main:
            english = word in catalogue.english
            head = english_head(words.main) if english else french_head(words.main)
            yield ThingName(
                frozenset((*words.stems, *words.aside)), head, codes, chosen=True, english=english
            )
