"""A text cut into lines, each with its place, quantity, unit and remark."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import (
    is_place,
    leads_to_place,
    numbered_rooms,
    place_ahead,
    place_behind,
    place_inside,
    room_heading,
)
from domain.inventory_reader.prose import is_note
from domain.inventory_reader.quantities import Amount, amount
from domain.inventory_reader.segments import (
    EDGES,
    Segment,
    bullet_of,
    bullets_off,
    name_of,
    paired,
    segments,
)
from domain.inventory_reader.tables import Columns, is_header, table_of, unit_of
from domain.inventory_reader.tokens import Token, plain, tokens
from domain.inventory_reader.vocabulary import vocabulary

LONGEST = 200  # letters of one line; more is a story


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One thing of a list, as it was written.

    `quantity` is None where it is not certain: then `choices` are what it could be. `decimal` is
    its other reading, where « 1,200 » may be 1.2. `place` is where it stands, `row` in the text.
    """

    text: str
    name: str
    quantity: Decimal | None = None
    unit: str | None = None
    place: str = ""
    remark: str = ""
    choices: tuple[Decimal, ...] = ()
    decimal: Decimal | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class WrittenList:
    """The lines of a text; `notes` is what says nothing about things."""

    lines: tuple[WrittenLine, ...]
    notes: tuple[str, ...] = ()


def read_lines(text: str, names: Names) -> WrittenList:
    """Cut a text into lines; `names` tells whether a word names a thing."""
    return _Reading(names).read(plain(text))


class _Reading:
    """Goes through a text from the top, and remembers under which heading it is."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.lines: list[WrittenLine] = []
        self.notes: list[str] = []
        self.place = ""
        self.row = 0
        self.base = ""  # the thing of a heading: « Chaises : », then « 25 pliantes »

    def read(self, text: str) -> WrittenList:
        rows = paired(bullets_off(text.splitlines()), self.names)
        bullets = [bullet_of(row) for row in text.splitlines()]
        table = table_of(rows, self.names)
        every = [(row, tokens(row)) for row in rows]
        rooms = numbered_rooms([found for _, found in every])
        for n, (row, found) in enumerate(every):
            if not any(token.kind not in {"mark", "dots"} for token in found):
                continue
            self.row = n
            follows = next((found for _, found in every[n + 1 :] if found), [])
            if n in table.rows and is_header(table.rows[n]):
                self.notes.append(row.strip())
            elif n in rooms:
                self.place, self.base = row.strip(EDGES), ""
            elif n in table.rows and self._cells(row, table.rows[n], table.columns):
                continue
            else:
                listed = bullets[n + 1 : n + 2] not in ([], [""], bullets[n : n + 1])
                after_gap = n == 0 or not rows[n - 1].strip()
                first = not self.lines or listed or after_gap
                self._row(row, found, follows, first=first, listed=listed)
        return WrittenList(tuple(self.lines), tuple(self.notes))

    def _row(
        self,
        row: str,
        found: Sequence[Token],
        follows: Sequence[Token],
        *,
        first: bool,
        listed: bool,
    ) -> None:
        if is_note(row, found, self.names, begun=bool(self.lines)):
            self.notes.append(row.strip())
            return
        if self._is_heading(row, found, follows, first=first, listed=listed):
            self.place = row.strip(EDGES)
            self.base = self.place if self._named(found) and not is_place(found) else ""
            return
        place, rest = self._prefix(row, found)
        if place and not any(token.kind not in {"mark", "dots"} for token in rest):
            self.place, self.base = place, ""
            return
        begun = len(self.lines)
        for segment in segments(row, rest, self.names):
            place = self._segment(segment, place, begun)

    def _cells(self, row: str, cells: Sequence[str], columns: Columns | None) -> bool:
        """Read a row of a table; False where it has not these columns."""
        if columns is None or len(cells) <= max(columns.label, columns.quantity):
            return False
        label, cell = cells[columns.label], cells[columns.quantity]
        if not label:
            return False
        read = amount(tokens(cell), self.names)
        place = cells[columns.place] if -1 < columns.place < len(cells) else ""
        told = {columns.label, columns.quantity, columns.place}
        remark = ", ".join(cell for n, cell in enumerate(cells) if cell and n not in told)
        unit = read.unit or next(filter(None, map(unit_of, cells)), None)
        line = WrittenLine(row.strip(), label[:LONGEST], read.quantity, unit, place=place)
        line = replace(line, choices=read.choices, decimal=read.decimal, remark=remark)
        self.lines.append(replace(line, place=place or self.place, row=self.row))
        return True

    def _segment(self, segment: Segment, place: str, begun: int) -> str:
        """Read one part of a row; return the place that goes on in this row."""
        here, before = segment.found, self.lines[-1] if len(self.lines) > begun else None
        if is_place(here):
            if before is None:
                return segment.text.strip(EDGES)
            self.lines[-1] = replace(before, place=segment.text.strip(EDGES))
            return place
        line, read = self._line(segment, place or self.place)
        if before is None and begun and not line.name and self.lines[-1].quantity is None:
            before = self.lines[-1]  # a name in one row, its number in the next
        if before is not None and (joined := self._joined(before, line, here)) is not None:
            self.lines[-1] = joined
        elif line.name or read.choices or read.quantity is not None:
            base = before.name if before is not None else self.base
            self.lines.append(self._completed(line, here, base))
        return place

    def _line(self, segment: Segment, place: str) -> tuple[WrittenLine, Amount]:
        found = segment.found
        behind = place_behind(found)
        if behind > 0:
            place = segment.slice(behind, len(found)).strip(EDGES)
            for word in ("au ", "aux ", "à ", "dans ", "en ", "in ", "on ", "at ", "sur "):
                place = place.removeprefix(word)
            found = found[:behind]
        else:
            at, end = place_inside(found, self.names.tells)
            if at and self._named(found[:at]):
                place = segment.slice(at, end).strip(EDGES)
                found = (*found[:at], *found[end:])
        read = amount(found, self.names)
        first = min(read.used, default=0)
        behind = not self._named(found[:first]) and self._named(found[first:])
        first = first if behind else 0  # « prévoir 3 chaises »
        kept = [token for n, token in enumerate(found) if n >= first and n not in read.used]
        name = name_of(segment, kept, self.names)
        line = WrittenLine(
            text=segment.text.strip(),
            name=name[:LONGEST],
            quantity=read.quantity,
            unit=read.unit,
            place=place,
            remark=segment.remark,
            choices=read.choices,
            decimal=read.decimal,
            row=self.row,
        )
        return line, read

    def _joined(
        self, before: WrittenLine, line: WrittenLine, here: Sequence[Token]
    ) -> WrittenLine | None:
        """Join what belongs to the line before: its number, its remark, more of its name."""
        if self._named(here) and before.name and self._named(tokens(before.name)):
            return None
        text = f"{before.text}, {line.text}"
        counted = line.quantity is not None or line.choices
        if not counted:
            together = f"{before.name}, {line.name}".strip(", ")
            remark = ", ".join(filter(None, (before.remark, line.remark)))
            return replace(before, text=text, name=together, remark=remark)
        bare = not line.name or not before.name
        behind = here[0].kind not in {"number", "mark"} and before.quantity is None
        if not (bare or behind) and any(self._tells(token) for token in here):
            return None
        if before.quantity is None and not before.choices:
            return replace(
                line,
                text=text,
                name=f"{before.name} {line.name}".strip(),
                place=before.place,
                remark=", ".join(filter(None, (before.remark, line.remark))),
            )
        known = (before.quantity, *before.choices, line.quantity, *line.choices)
        choices = tuple(dict.fromkeys(one for one in known if one is not None))
        name = before.name or line.name
        return replace(before, text=text, name=name, quantity=None, choices=choices[:4])

    def _completed(self, line: WrittenLine, here: Sequence[Token], base: str) -> WrittenLine:
        """Give « 2 basses » the thing that was named before: « armoires »."""
        if self._named(here) or not base or here[0].kind != "number":
            return line
        if not any(self._tells(token) for token in here):
            return line
        head = next((t.text for t in tokens(base) if self.names(t.folded)), "")
        return replace(line, name=f"{head} {line.name}".strip()) if head else line

    def _is_heading(
        self,
        row: str,
        found: Sequence[Token],
        follows: Sequence[Token],
        *,
        first: bool,
        listed: bool,
    ) -> bool:
        """Tell whether a row only says where the next ones stand, or what they are."""
        ends = row.rstrip(" *_").endswith(":") or row.lstrip().startswith("#")
        counted = any(token.kind == "number" for token in follows) or bool(
            amount(follows, self.names).quantity
        )
        if is_place(found):
            return True
        if room_heading(found) and (ends or listed or (counted and not self._number_behind(found))):
            return True
        read = amount(found, self.names)
        if read.quantity is not None or read.choices:
            return False
        if ends:
            return True
        loud = row.isupper() and len(row.split()) <= 5
        short = first and not self._named(found) and len(row.split()) <= 4
        return counted and (loud or (short and not any(t.kind == "size" for t in found)))

    def _number_behind(self, found: Sequence[Token]) -> bool:
        """Tell whether a row like « Bureaux 12 » may count things."""
        return any(token.kind == "number" and len(token.text) < 3 for token in found)

    def _prefix(self, row: str, found: Sequence[Token]) -> tuple[str, Sequence[Token]]:
        """Take a place or another heading off the front of a row."""
        colon = next((n for n, token in enumerate(found[:12]) if token.text == ":"), -1)
        rest = found[colon + 1 :]
        if colon > 0 and rest and self._named(rest):
            ahead = found[:colon]
            if not (is_place(ahead) or room_heading(ahead) or self._counts(ahead)):
                return "", rest
            if not self._counts(ahead) or is_place(ahead) or room_heading(ahead):
                return self._place(row, found[:colon]), rest
        length = place_ahead(found)
        if 0 < length < len(found) and self._named(found[length:]):
            after = found[length:]
            if after[0].text in {":", "-", "–", "—", ",", "(", "|"} or any(
                token.kind == "number" or amount(after, self.names).quantity for token in after
            ):
                return self._place(row, found[:length]), after
        return "", found

    @staticmethod
    def _place(row: str, found: Sequence[Token]) -> str:
        """Write a place without what leads to it: « dans la »."""
        start = next((one.start for one in found if not leads_to_place(one)), found[0].start)
        return row[start : found[-1].end].strip(EDGES)

    def _counts(self, found: Sequence[Token]) -> bool:
        read = amount(found, self.names)
        return self._named(found) or read.quantity is not None

    def _named(self, found: Sequence[Token]) -> bool:
        return any(self.names(token.folded) for token in found)

    @staticmethod
    def _tells(token: Token) -> bool:
        """Tell whether a token says something about a thing."""
        words = vocabulary()
        return token.kind in {"size", "code"} or (
            token.kind == "word" and len(token.folded) > 2 and token.folded not in words.idle
        )
