"""One of hundreds: by category and page, or by typing a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.kind import (
    OPEN,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    reject,
)
from handlers.conversation.pages import Pages, page_of
from handlers.words.catalogue import Say

ITEM, CATEGORY, PAGE, ALL = "i.", "c.", "p.", "all"
LIKENESS = 45  # of 100, from where a word is worth suggesting


class Named(Protocol):
    """One thing that can be picked."""

    @property
    def code(self) -> str: ...

    def label(self, lang: str, /) -> str: ...


class Picklist(Protocol):
    """Things to pick from, in categories."""

    @property
    def categories(self) -> Mapping[str, Sequence[Any]]: ...

    def find(self, code: str, /) -> Any: ...

    def search(self, word: str, lang: str, limit: int) -> Sequence[Any]: ...


@dataclass(frozen=True)
class Pick(Kind[str]):
    """The code of one thing of the fact `source`, which holds a Picklist.

    The words of the categories are attributes of the question, by category.
    """

    source: str
    page: int = 8
    hits: int = 8

    expects = "pick"

    @property
    def needs(self) -> tuple[str, ...]:  # type: ignore[override]
        return (self.source,)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        match given:
            case Tapped(code=code):
                return self._tapped(code, before, facts[self.source])
            case Typed(text=text):
                return self._typed(text, facts)
        return self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN
        return raw if isinstance(raw, str) and raw else reject("not-offered")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        picklist: Picklist = facts[self.source]
        view = before if isinstance(before, dict) else {}
        if isinstance(codes := view.get("hits"), list):
            found = [picklist.find(str(code)) for code in codes]
            return [*self._items([one for one in found if one], facts), _BACK]
        category = view.get("category")
        if isinstance(category, str) and category in picklist.categories:
            return self._opened(picklist.categories[category], category, page_of(view), facts)
        return [Option(CATEGORY + name, f".{name}") for name in picklist.categories]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        view = before if isinstance(before, dict) else {}
        if "hits" in view:
            return [say("pick-hits", word=str(view.get("word", "")))]
        return [say("pick-category")] if "category" in view else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        picklist = facts.get(self.source)
        found = picklist.find(str(raw)) if picklist else None
        return str(found.label(say.lang)) if found else str(raw)

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        picklist = facts.get(self.source)
        return reject("not-offered") if picklist and picklist.find(str(raw)) is None else None

    def _tapped(self, code: str, before: Json, picklist: Picklist) -> Json | Rejected:
        if code == ALL:
            return {}
        if code.startswith(CATEGORY) and code.removeprefix(CATEGORY) in picklist.categories:
            return {"category": code.removeprefix(CATEGORY)}
        if code.startswith(PAGE):
            return self._turned(code.removeprefix(PAGE), picklist)
        item = code.removeprefix(ITEM)
        return item if code.startswith(ITEM) and picklist.find(item) else reject("not-offered")

    def _turned(self, code: str, picklist: Picklist) -> Json | Rejected:
        category, _, page = code.rpartition(".")
        if category not in picklist.categories or not page.isdecimal():
            return reject("not-offered")
        return {"category": category, "page": int(page)}

    def _typed(self, text: str, facts: Facts) -> Json | Rejected:
        picklist: Picklist = facts[self.source]
        word = " ".join(text.split())
        if not word or len(word) > 60:
            return self.unexpected(Typed(text))
        found = picklist.search(word, facts.lang, self.hits)
        if len(found) == 1 and found[0].label(facts.lang).casefold() == word.casefold():
            return str(found[0].code)
        if found:
            return {"hits": [one.code for one in found], "word": word}
        return self._unknown(word, picklist, facts.lang)

    def _unknown(self, word: str, picklist: Picklist, lang: str) -> Rejected:
        labels = [one.label(lang) for items in picklist.categories.values() for one in items]
        best = process.extractOne(
            word, labels, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=LIKENESS
        )
        if best is None:
            return reject("pick-unknown", word=word)
        return reject("pick-unknown-like", word=word, like=best[0])

    def _items(self, items: Sequence[Named], facts: Facts) -> list[Option]:
        return [
            Option(ITEM + named.code, text=named.label(facts.lang), wide=True) for named in items
        ]

    def _opened(
        self, items: Sequence[Named], category: str, page: int, facts: Facts
    ) -> list[Option]:
        pages = Pages(page, len(items), self.page)
        turns = pages.options(f"{PAGE}{category}.")
        return [*self._items(pages.of(items), facts), *turns, _BACK]


_BACK = Option(ALL, "pick-categories", wide=True)
