"""The fixed lines of an inventory, ticked on one card."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import OPEN, Facts, Json, Kind, Open, Option, Rejected, reject
from handlers.conversation.kinds.tick_list import END, boxes, tick, ticked_in
from handlers.words.catalogue import Say


@dataclass(frozen=True, slots=True)
class Fixed:
    """Keys of the lines fixed to the building, among those that were offered."""

    keys: frozenset[str]
    among: frozenset[str]

    def plain(self) -> Json:
        return {"fixed": [*sorted(self.keys)], "among": [*sorted(self.among)]}


class FixedLines(Kind[Fixed]):
    """A tick list of lines; those already marked as fixed are ticked."""

    columns = 1
    needs = ("catalogue",)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        ticked = _ticked(before, facts)
        keys = [line.key for line in facts.so_far.lines]
        if given.code == DONE:
            return Fixed(frozenset(keys).intersection(ticked), frozenset(keys)).plain()
        return tick(given.code, keys, ticked)

    def load(self, raw: Json) -> Fixed | Rejected | Open:
        if not isinstance(raw, dict):
            return reject("not-offered")
        return Fixed(_keys(raw, "fixed"), _keys(raw, "among")) if "among" in raw else OPEN

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        offers = []
        for line in facts.so_far.lines:
            item = facts["catalogue"].find(line.code)
            text = item.label(facts.lang) if item else line.code
            offers.append(Option(line.key, text=text, wide=True))
        return [*boxes(offers, _ticked(before, facts)), END]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        known, kept = facts.get("catalogue"), sorted(_keys(raw, "fixed"))
        items = [known.find(line_key.partition(".")[0]) for line_key in kept] if known else []
        words = [item.label(say.lang) for item in items if item]
        return ", ".join(words) or say.plain("shown-none")

    def reopen(self, raw: Json) -> Json:
        return {"open": [*sorted(_keys(raw, "fixed"))]}


def _keys(raw: Json, name: str) -> frozenset[str]:
    keys = raw.get(name) if isinstance(raw, dict) else None
    return frozenset(map(str, keys)) if isinstance(keys, list) else frozenset()


def _ticked(before: Json, facts: Facts) -> list[str]:
    """List the keys that are ticked; before the first tap, the lines marked as fixed."""
    ticked = ticked_in(before)
    return [line.key for line in facts.so_far.lines if line.fixed] if ticked is None else ticked
