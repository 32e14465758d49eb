"""The last question: all answers to look over, to change, and to send."""

from collections.abc import Callable, Sequence
from functools import partial

from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import (
    OPEN,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    ReadResult,
    Rejected,
    reject,
)
from handlers.conversation.moves import Add, Edit, Remove
from handlers.conversation.pages import Pages, page_of
from handlers.conversation.summary import Part, item_words, parts, summary
from handlers.words.catalogue import Say

SEND, CHANGE, SUMMARY = "send", "change", "summary"
EDIT, ITEM, REMOVE, ADD, PAGE = "e.", "v.", "r.", "a.", "m."
PAGE_SIZE = 30


class Review(Kind[bool]):
    """Shows a summary; "send" ends the form, "change" lists what can be asked again.

    `head` may say in HTML what matters most, above the answers; it alone is said again where words
    were refused: the answers stand above.
    """

    confirms = True
    columns = 2

    def __init__(self, head: Callable[[Facts, Say], str] | None = None) -> None:
        self.head = head

    def read(self, given: Given, before: Json, facts: Facts) -> ReadResult:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        code = given.code
        if code == SEND:
            return True
        if code in {CHANGE, SUMMARY}:
            return {"view": "menu"} if code == CHANGE else {}
        verb, path = code[:2], code[2:]
        if verb == PAGE and path.isdecimal():
            return {"view": "menu", "page": int(path)}
        if verb == ITEM and any(question.path.startswith(f"{path}.") for question in facts.trail):
            return {"view": "item", "item": path}
        return (_move(verb, path) if path else None) or reject("not-offered")

    def load(self, raw: Json) -> bool | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN
        return True if raw is True else reject("not-offered")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        view = before if isinstance(before, dict) else {}
        item = view.get("item")
        if view.get("view") == "item" and isinstance(item, str):
            return self._item(item, facts)
        if view.get("view") == "menu":
            return self._menu(page_of(before), facts)
        return [
            Option(SEND, "review-send", style="success", wide=True),
            Option(CHANGE, "review-change", wide=True),
        ]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        view = before.get("view") if isinstance(before, dict) else None
        if view is None:
            return [*self._headed(facts, say), "", *summary(facts.trail, facts, say)]
        return ["", say("review-which")]

    def lines_again(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        shown = isinstance(before, dict) and "view" in before
        return self.lines(before, facts, say) if shown else self._headed(facts, say)

    def _headed(self, facts: Facts, say: Say) -> list[str]:
        head = self.head(facts, say) if self.head else ""
        return ["", head] if head else []

    def _menu(self, page: int, facts: Facts) -> list[Option]:
        level = parts(facts.trail)
        every = [_entry(part, facts) for part in level.parts]
        every += [_another(group) for group in level.open_groups]
        pages = Pages(page, len(every), PAGE_SIZE)
        return [
            *pages.of(every),
            *pages.options(PAGE),
            Option(SUMMARY, "review-summary", wide=True),
        ]

    def _item(self, item: str, facts: Facts) -> list[Option]:
        level = parts(facts.trail, item)
        return [
            *(_entry(part, facts) for part in level.parts),
            *(_another(group) for group in level.open_groups),
            Option(REMOVE + item, "review-remove", style="danger", wide=True),
            Option(CHANGE, "review-others", wide=True),
        ]


def _move(verb: str, path: str) -> Edit | Remove | Add | None:
    match verb:
        case "e.":
            return Edit(path)
        case "r.":
            return Remove(path)
        case "a.":
            return Add(path)
    return None


def _entry(part: Part, facts: Facts) -> Option:
    if part.question is not None:
        return Option(EDIT + part.path, f"{part.key}.label")
    words = partial(_numbered, part, facts)
    return Option(ITEM + part.path, text=words, wide=True)


def _another(group: Part) -> Option:
    return Option(ADD + group.path, text=partial(_more, group), wide=True)


def _more(group: Part, say: Say) -> str:
    own = f"{group.key}.add"
    return say.plain(own) if say.has(own) else say.plain("review-add", label=_label(group, say))


def _label(part: Part, say: Say) -> str:
    return say.plain(f"{part.key}.label")


def _numbered(part: Part, facts: Facts, say: Say) -> str:
    return f"{int(part.path.rpartition('.')[2]) + 1}. {item_words(part, facts, say)}"
