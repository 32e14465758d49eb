"""What is known of an inventory while it is being made, as values and as plain JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from domain.inventory import Condition
from handlers.conversation.kind import Json
from handlers.conversation.kinds.files import SentFile

HOME, ASKING, OFFERING, SIZING = "home", "ask", "offer", "size"  # views; "c.<category>.<page>",
CATEGORY, LINE, MINE = "c.", "l.", "m."  # "l.<key of a line>" and "m.<page>"
PAGE = 8


@dataclass(frozen=True, slots=True)
class DraftLine:
    """So much of one item in one condition; photos of just that."""

    code: str
    quantity: Decimal
    condition: Condition = Condition.B
    fixed: bool = False
    photos: tuple[SentFile, ...] = ()

    @property
    def key(self) -> str:
        """Name it on buttons: what adds up to one line has one key."""
        return f"{self.code}.{self.condition}{int(self.fixed)}"


@dataclass(frozen=True, slots=True)
class OtherThing:
    """A thing that the catalogue lacks, with its size in words; a coordinator prices it."""

    words: str
    size: str = ""
    photos: tuple[SentFile, ...] = ()

    @property
    def written(self) -> str:
        return f"{self.words} · {self.size}" if self.size else self.words


@dataclass(frozen=True, slots=True)
class Goods:
    """The whole inventory; `unread` is what nobody could make sense of, as it was written.

    `scans` are documents that we cannot read, which a coordinator looks at.
    `remarks` are the sentences of a list that are about no thing.
    """

    lines: tuple[DraftLine, ...]
    unread: tuple[str, ...] = ()
    others: tuple[OtherThing, ...] = ()
    scans: tuple[SentFile, ...] = ()
    remarks: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[DraftLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class InventoryFault:
    """What is wrong in a cell of a file: the words `goods-fault-<code>`."""

    code: str
    row: int = 0
    column: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class InventoryEntry:
    """Words of a list and what they could mean; `number` tells one from the next on buttons.

    `unit` where it was written; `code` once the item is known; `alone` where nothing else came.
    `choices` are what the quantity could be where it is not certain; `decimal` is its other
    reading, where « 1,200 » may be 1.2; `place` is where it stands. `again` where the list has
    it already: more of it, or another number? `photos` came while its size was asked.
    """

    text: str
    name: str
    quantity: Decimal | None = None
    unit: str | None = None
    code: str | None = None
    condition: Condition = Condition.B
    fixed: bool = False
    number: int = 0
    alone: bool = False
    place: str = ""
    choices: tuple[Decimal, ...] = ()
    decimal: Decimal | None = None
    row: int = 0
    again: bool = False
    photos: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class InventoryDraft:
    """An inventory that is being made.

    `asked` waits to be made sense of, the first is being asked; `offered` waits to be confirmed.
    `focus` is the line that a number typed is for. `count` numbers what was asked and offered.
    `before` is what one tap on "undo" brings back. `files` wait to be read, `papers` counts the
    templates wished for, the last of which was `paper`. `later` is the rest of a long list, which
    comes when what was taken of it is settled. `unknown` are words just heard that name nothing.
    """

    lines: tuple[DraftLine, ...] = ()
    unread: tuple[str, ...] = ()
    asked: tuple[InventoryEntry, ...] = ()
    later: tuple[InventoryEntry, ...] = ()
    offered: tuple[DraftLine, ...] = ()
    others: tuple[OtherThing, ...] = ()
    faults: tuple[InventoryFault, ...] = ()
    view: str = HOME
    focus: str = ""
    typing: bool = False
    step: int = 1
    count: int = 0
    files: tuple[SentFile, ...] = ()
    received: int = 0
    papers: int = 0
    paper: str = ""
    unknown: tuple[str, ...] = ()
    scans: tuple[SentFile, ...] = ()
    remarks: tuple[str, ...] = ()
    before: Mapping[str, Any] = field(default_factory=dict)

    def changed(self, **values: Any) -> "InventoryDraft":
        """Return it with other lines or words, and remember what was there before."""
        before = {name: _plain(getattr(self, name)) for name in _UNDONE}
        return replace(self, **values, before=before)

    def undone(self) -> "InventoryDraft":
        """Return it as it was before the last change."""
        return replace(self, **_parts(self.before), before={}, view=HOME, focus="", typing=False)

    def line(self, target: str) -> DraftLine | None:
        """Find a line by its key, or the first one of an item by its code."""
        return next((line for line in self.lines if target in {line.key, line.code}), None)

    def dump(self) -> dict[str, Json]:
        """Write it as plain JSON, without what is as it was at the start."""
        names = (name for name in _FIELDS if getattr(self, name) != getattr(_EMPTY, name))
        return {name: _plain(getattr(self, name)) for name in names}

    def finished(self) -> dict[str, Json]:
        """Write it as a complete answer."""
        rest = {name: _plain(getattr(self, name)) for name in ("others", "scans", "remarks")}
        more = {name: found for name, found in rest.items() if found}
        return {"lines": _plain(self.lines), "unread": [*self.unread], **more, "done": True}


def read_draft(raw: Json) -> InventoryDraft | None:
    """Read what `dump` or `finished` wrote; None where it is nothing of the kind."""
    if raw is None:
        return InventoryDraft()
    if not isinstance(raw, dict):
        return None
    try:
        return InventoryDraft(**_parts({name: one for name, one in raw.items() if name != "done"}))
    except (LookupError, TypeError, ValueError, ArithmeticError):
        return None


def drafted(raw: Json) -> InventoryDraft:
    """Go on with what was begun; from nothing where that cannot be read."""
    return read_draft(raw) or InventoryDraft()


def _parts(raw: Mapping[str, Any]) -> dict[str, Any]:
    readers = {
        "lines": _line,
        "offered": _line,
        "asked": _entry,
        "later": _entry,
        "others": _other,
        "faults": _fault,
        "files": _file,
        "scans": _file,
    }
    parts: dict[str, Any] = dict(raw)
    for name, read in readers.items():
        if name in parts:
            parts[name] = tuple(read(one) for one in parts[name])
    for name in {"unread", "unknown", "remarks"} & parts.keys():
        parts[name] = tuple(str(one) for one in parts[name])
    return parts


def _line(raw: Mapping[str, Any]) -> DraftLine:
    photos = tuple(_file(one) for one in raw.get("photos", ()))
    condition = Condition(raw.get("condition", "B"))
    return DraftLine(
        str(raw["code"]), _decimal(raw["quantity"]), condition, bool(raw.get("fixed")), photos
    )


def _entry(raw: Mapping[str, Any]) -> InventoryEntry:
    quantity = raw.get("quantity")
    number = None if quantity is None else _decimal(quantity)
    condition = Condition(raw.get("condition", "B"))
    decimal = raw.get("decimal")
    read = {
        "quantity": number,
        "condition": condition,
        "choices": tuple(_decimal(one) for one in raw.get("choices", ())),
        "decimal": None if decimal is None else _decimal(decimal),
        "photos": tuple(_file(one) for one in raw.get("photos", ())),
    }
    return InventoryEntry(**{**raw, **read})


def _other(raw: Mapping[str, Any]) -> OtherThing:
    photos = tuple(_file(one) for one in raw.get("photos", ()))
    return OtherThing(str(raw["words"]), str(raw.get("size", "")), photos)


def _fault(raw: Mapping[str, Any]) -> InventoryFault:
    return InventoryFault(**raw)


def _file(raw: Mapping[str, Any]) -> SentFile:
    return SentFile(**raw)


def _decimal(raw: Any) -> Decimal:
    value = Decimal(str(raw))
    if not value.is_finite():
        raise ValueError(raw)
    return value


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return str(value)
        case DraftLine() | InventoryEntry() | InventoryFault() | OtherThing() | SentFile():
            return {name: _plain(one) for name, one in asdict(value).items()}
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case str():
            return str(value)
        case Sequence():
            return [_plain(one) for one in value]
    return value


_EMPTY = InventoryDraft()
_FIELDS = tuple(InventoryDraft.__dataclass_fields__)
_UNDONE = ("lines", "unread", "asked", "later", "offered", "others", "faults", "remarks")
