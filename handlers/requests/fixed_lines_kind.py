"""The fixed lines of an inventory, ticked on one card."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import OPEN, Facts, Json, Kind, Open, Option, Rejected, reject
from handlers.conversation.kinds.choice import ADDS, CHECKED, DROPS, UNCHECKED
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
        keys = frozenset(line.key for line in facts.so_far.lines)
        if given.code == DONE:
            return Fixed(keys.intersection(ticked), keys).plain()
        sign, key = given.code[:1], given.code[1:]
        if sign not in {ADDS, DROPS} or key not in keys:
            return reject("not-offered")
        rest: list[Json] = [ticked_key for ticked_key in ticked if ticked_key != key]
        return {"open": [*rest, key] if sign == ADDS else rest}

    def load(self, raw: Json) -> Fixed | Rejected | Open:
        if not isinstance(raw, dict):
            return reject("not-offered")
        return Fixed(_keys(raw, "fixed"), _keys(raw, "among")) if "among" in raw else OPEN

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        ticked = _ticked(before, facts)
        rows = []
        for line in facts.so_far.lines:
            item = facts["catalogue"].find(line.code)
            sign, mark = (DROPS, CHECKED) if line.key in ticked else (ADDS, UNCHECKED)
            text = item.label(facts.lang) if item else line.code
            rows.append(Option(sign + line.key, text=text, mark=mark, wide=True))
        return [*rows, Option(DONE, "nav-done", style="success", wide=True)]

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
    opened = before.get("open") if isinstance(before, dict) else None
    if not isinstance(opened, list):
        return [line.key for line in facts.so_far.lines if line.fixed]
    return [str(line_key) for line_key in opened]
