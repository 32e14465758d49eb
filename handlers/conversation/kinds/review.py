"""The last question: all answers to look over, to change, and to send."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, groupby

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
EDIT, ITEM, REMOVE, ADD, PAGE, SECTION = "e.", "v.", "r.", "a.", "m.", "s."
PAGE_SIZE = 30
FEW = 12  # answers that are listed without sections


class Review(Kind[bool]):
    """Shows a summary; "send" ends the form, "change" lists what can be asked again.

    `head` may say in HTML what matters most, above the answers; it alone is said again where words
    were refused: the answers stand above. `sections` names, by its first question, each part of a
    long form: what can be changed is then listed part by part.
    """

    confirms = True
    columns = 2

    def __init__(
        self,
        head: Callable[[Facts, Say], str] | None = None,
        sections: Mapping[str, str] | None = None,
    ) -> None:
        self.head = head
        self.sections = sections or {}

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
        if verb == SECTION and path in self.sections.values():
            return {"view": "section", "section": path}
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
        if view.get("view") == "section":
            return self._section(str(view.get("section")), facts)
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
        every = self._by_section(_entries(facts), facts)
        pages = Pages(page, len(every), PAGE_SIZE)
        return [
            *pages.of(every),
            *pages.options(PAGE),
            Option(SUMMARY, "review-summary", wide=True),
        ]

    def _by_section(self, entries: Mapping[str, list[Option]], facts: Facts) -> list[Option]:
        """List all, or sections in place of what is in them; a section of one is that one."""
        every = [option for options in entries.values() for option in options]
        if not self.sections or len(every) <= FEW:
            return every
        found: list[Option] = []
        for section, names in groupby(entries, self._sections_of(facts).__getitem__):
            inside = [option for name in names for option in entries[name]]
            alone = not section or len(inside) == 1
            found += inside if alone else [Option(SECTION + section, f".{section}")]
        return found

    def _section(self, section: str, facts: Facts) -> list[Option]:
        of = self._sections_of(facts)
        inside = (options for name, options in _entries(facts).items() if of[name] == section)
        return [
            *chain.from_iterable(inside),
            Option(CHANGE, "review-others", wide=True),
        ]

    def _sections_of(self, facts: Facts) -> dict[str, str]:
        """Tell the section of each question of the form; "" before the first."""
        section, found = "", {}
        for name in vars(facts.so_far):
            section = self.sections.get(name, section)
            found[name] = section
        return found

    def attributes(self) -> Sequence[str]:
        return tuple(self.sections.values())

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


def _entries(facts: Facts) -> dict[str, list[Option]]:
    """List the buttons that change an answer or add one, by question of the whole form."""
    level = parts(facts.trail)
    found: dict[str, list[Option]] = {}
    for part in level.parts:
        found.setdefault(part.path.partition(".")[0], []).append(_entry(part, facts))
    for group in level.open_groups:
        found.setdefault(group.path, []).append(_another(group))
    return found


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
