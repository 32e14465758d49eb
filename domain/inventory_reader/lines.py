"""A text cut into lines, each with its place, quantity, unit and remark."""

from collections.abc import Sequence
from dataclasses import replace

from domain.inventory_reader.enumerations import bullet_of, bullets_off, paired
from domain.inventory_reader.headings import (
    Around,
    for_each,
    is_heading,
    labelled_place,
    place_of_heading,
    prefix,
    trimmed,
)
from domain.inventory_reader.joining import completed, in_doubt, joined, one_each
from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import (
    is_place,
    leads_to_place,
    numbered_rooms,
    place_behind,
    place_inside,
)
from domain.inventory_reader.prose import closes, is_note, says_sentence, sums_up
from domain.inventory_reader.quantities import Amount, amount
from domain.inventory_reader.remarks import says_something
from domain.inventory_reader.scans import mended
from domain.inventory_reader.segments import EDGES, Segment, name_of, segments
from domain.inventory_reader.tables import Columns, is_header, is_size, table_of, unit_of
from domain.inventory_reader.tokens import Token, plain, tokens
from domain.inventory_reader.vocabulary import vocabulary
from domain.inventory_reader.written import WrittenLine, WrittenList

LONGEST = 200  # letters of one line; more is a story
_COUNTED_FIRST = 0.7  # of the rows begin with a number


def read_lines(text: str, names: Names) -> WrittenList:
    """Cut a text into lines; `names` tells whether a word names a thing."""
    return _Reading(names, text.splitlines()).read(plain(text))


class _Reading:
    """Goes through a text from the top, and remembers under which heading it is."""

    def __init__(self, names: Names, written: Sequence[str]) -> None:
        self.names = names
        self.written = written  # as it came, for the notes
        self.lines: list[WrittenLine] = []
        self.notes: list[str] = []
        self.place = ""
        self.each = False  # each of several rooms has what follows
        self.row = 0
        self.base = ""  # the thing of a heading: « Chaises : », then « 25 pliantes »

    def read(self, text: str) -> WrittenList:
        written = mended(text.splitlines())
        rows = paired(bullets_off(written), self.names)
        bullets = [bullet_of(row) for row in written]
        table = table_of(rows, self.names)
        every = [(row, tokens(row)) for row in rows]
        rooms = numbered_rooms([found for _, found in every])
        counted_first = _counted_first([found for _, found in every])
        signed = self._signature(every)
        for n, (row, found) in enumerate(every):
            if not any(token.kind not in {"mark", "dots"} for token in found):
                continue
            self.row = n
            if n >= signed or (n in table.rows and is_header(table.rows[n])):
                self._note()
            elif n in rooms:
                self._under(row.strip(EDGES))
            elif n in table.rows and self._cells(row, table.rows[n], table.columns):
                continue
            else:
                listed = bullets[n + 1 : n + 2] not in ([], [""], bullets[n : n + 1])
                after_gap = n == 0 or not rows[n - 1].strip()
                follows = next((found for _, found in every[n + 1 :] if found), [])
                first = not self.lines or listed or after_gap
                self._row(row, found, Around(follows, first, listed, counted_first))
        below = {self.written[n].strip() for n in range(signed, len(every))}
        remarks = (one for one in self.notes if says_something(one, signed=one in below))
        return WrittenList(tuple(self.lines), tuple(self.notes), tuple(remarks))

    def _signature(self, every: Sequence[tuple[str, Sequence[Token]]]) -> int:
        """Find the row from which on nobody counts things: somebody takes leave and signs."""
        for n in reversed(range(len(every))):
            found = every[n][1]
            said = [token.folded for token in found if token.kind == "word"]
            if closes(said):
                return n
            if self._counts_thing(found) and not is_place(found):
                break
        return len(every)

    def _counts_thing(self, found: Sequence[Token]) -> bool:
        if place_behind(found) == 0 or not found:
            return False
        numbered = any(token.kind == "number" for token in found)
        return numbered and amount(found, self.names).quantity is not None

    def _row(self, row: str, found: Sequence[Token], around: Around) -> None:
        each = for_each(found, self.names) or bool(labelled_place(row, found, self.names))
        if not each and is_note(row, found, self.names, begun=bool(self.lines)):
            self._note()
            return
        if each or is_heading(row, found, around, self.names):
            self._heading(row, found)
            return
        place, rest = prefix(row, found, self.names)
        if place and not any(token.kind not in {"mark", "dots"} for token in rest):
            self._under(place)
            return
        begun = len(self.lines)
        for segment in self._without_lead_in(segments(row, rest, self.names)):
            place = self._segment(segment, place, begun)

    def _heading(self, row: str, found: Sequence[Token]) -> None:
        place = place_of_heading(row, found, self.names)
        if place is None:
            self.base = row.strip(EDGES) if self._named(found) else ""
            self._note()
        else:
            self._under(place)
        self.each = for_each(found, self.names) or (self.each and place is None)

    def _note(self) -> None:
        self.notes.append(self.written[self.row].strip())

    def _under(self, place: str) -> None:
        self.place, self.base, self.each = place, "", False

    def _without_lead_in(self, parts: list[Segment]) -> list[Segment]:
        """Leave out the sentence that leads up to the first thing: « Nous avons à évacuer, … »."""
        if len(parts) < 2 or self._named(parts[0].found):
            return parts
        counted = [self._named(one.found) and self._counts_thing(one.found) for one in parts]
        first = counted.index(True) if any(counted) else 0
        led = [
            not self._named(one.found)
            and not is_place(one.found)
            and not self._counts_thing(one.found)
            and says_sentence([token.folded for token in one.found])
            for one in parts[:first]
        ]
        self.notes += [one.text for one, leads in zip(parts, led, strict=False) if leads]
        return [one for n, one in enumerate(parts) if n >= first or not led[n]]

    def _cells(self, row: str, cells: Sequence[str], columns: Columns | None) -> bool:
        """Read a row of a table; False where it has not these columns."""
        if columns is None or len(cells) <= max(columns.label, columns.quantity):
            return False
        label, cell = cells[columns.label], cells[columns.quantity]
        first = next(filter(None, cells), "")
        if sums_up([token.folded for token in tokens(first)], named=True):
            self._note()
            return True
        if not label:
            return False
        read = amount(tokens(cell), self.names)
        place = cells[columns.place] if -1 < columns.place < len(cells) else ""
        size = cells[columns.size] if -1 < columns.size < len(cells) else ""
        size = size if is_size(size) else ""
        told = {columns.label, columns.quantity, columns.place, columns.size}
        remark = ", ".join(cell for n, cell in enumerate(cells) if cell and n not in told)
        unit = read.unit or (unit_of(cells[columns.unit]) if columns.unit > -1 else None)
        name = f"{label} {size}".strip()
        line = WrittenLine(row.strip(), name[:LONGEST], read.quantity, unit, place=place)
        line = replace(line, choices=read.choices, decimal=read.decimal, remark=remark)
        self.lines.append(replace(line, place=place or self.place, row=self.row))
        return True

    def _segment(self, segment: Segment, place: str, begun: int) -> str:
        """Read one part of a row; return the place that goes on in this row."""
        here, before = segment.found, self.lines[-1] if len(self.lines) > begun else None
        if is_place(here):
            start = next((one.start for one in here if not leads_to_place(one)), here[0].start)
            told = trimmed(segment.row[start : here[-1].end])
            if before is None:
                return told
            self.lines[-1] = replace(before, place=told)
            return place
        line, read = self._line(segment, place or self.place)
        if before is None and begun and not line.name and self.lines[-1].quantity is None:
            before = self.lines[-1]  # a name in one row, its number in the next
        together = joined(before, line, here, self.names) if before is not None else None
        if together is not None:
            self.lines[-1] = self._for_each(together)
        elif line.name or read.choices or read.quantity is not None:
            base = before.name if before is not None else self.base
            if before is not None and vocabulary().is_a("possessives", here[0].folded):
                line = one_each(line, before)
            self.lines.append(self._for_each(completed(line, here, base, self.names)))
        return place

    def _for_each(self, line: WrittenLine) -> WrittenLine:
        """Ask how many there are where each of several rooms has so many."""
        if not self.each or line.quantity is None:
            return line
        return replace(line, quantity=None, choices=(line.quantity,), decimal=None)

    def _line(self, segment: Segment, place: str) -> tuple[WrittenLine, Amount]:
        found, place = self._apart_from_place(segment, place)
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
        return in_doubt(line), read

    def _apart_from_place(self, segment: Segment, place: str) -> tuple[Sequence[Token], str]:
        """Take the place out of a part: « … au 2e étage », « chaises RDC 3 »."""
        found = segment.found
        behind = place_behind(found)
        if behind > 0:
            place = trimmed(segment.slice(behind, len(found)))
            for word in ("au ", "aux ", "à ", "dans ", "en ", "in ", "on ", "at ", "sur "):
                place = place.removeprefix(word)
            return found[:behind], place
        at, end = place_inside(found, self.names.tells)
        if at and self._named(found[:at]):
            return (*found[:at], *found[end:]), trimmed(segment.slice(at, end))
        return found, place

    def _named(self, found: Sequence[Token]) -> bool:
        return any(self.names(token.folded) for token in found)


def _counted_first(rows: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the lines of a list begin with their numbers."""
    counted = [row[0].kind == "number" for row in rows if any(t.kind == "number" for t in row)]
    return len(counted) > 2 and sum(counted) >= _COUNTED_FIRST * len(counted)
