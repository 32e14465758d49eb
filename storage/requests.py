"""Requests of clients, with their lines."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import bindparam, delete, select, update

from domain.addresses import AddressCheck
from domain.inventory import Access, InventoryLine
from domain.numbers import Series
from domain.requests import REQUEST, RequestEvent, RequestState
from storage import counters, moves
from storage.moves import Trail
from storage.request_content import (
    RequestContent,
    access_columns,
    asked_from,
    columns_of,
    line_of,
    line_rows,
)
from storage.request_search import searchable
from storage.tables import request_lines, requests
from storage.transaction import AnyRow, Reading, Transaction, Unknown


@dataclass(frozen=True, slots=True)
class ReferenceVersions:
    """The versions of price book and catalogue that a request is priced with."""

    prices_id: int | None = None
    catalogue_id: int | None = None


AS_SHIPPED = ReferenceVersions()


@dataclass(frozen=True, slots=True)
class Request:
    id: int
    number: str
    company_id: int
    person_id: int
    state: RequestState
    version: int
    asked: RequestContent
    reason: str | None
    created_at: datetime
    books: ReferenceVersions = AS_SHIPPED
    address_check: AddressCheck | None = None
    held: tuple[str, ...] = ()  # kinds of hazard that wait for a decision


_OF_ID = select(requests).where(requests.c.id == bindparam("wanted"))
_NEW_LINES = request_lines.insert()
_LINES = (
    select(*(request_lines.c[name] for name in InventoryLine.__dataclass_fields__))
    .where(request_lines.c.request_id == bindparam("request"))
    .order_by(request_lines.c.position)
)


async def open_(
    tx: Transaction,
    asked: RequestContent,
    *,
    company_id: int,
    person_id: int,
    books: ReferenceVersions = AS_SHIPPED,
) -> Request:
    """Write down a request under the next number of the year."""
    number = await counters.next_number(tx, Series.REQUEST)
    state = RequestState.BRIEF if asked.brief else RequestState.SUBMITTED
    identity = await tx.insert(
        requests,
        number=number,
        company_id=company_id,
        person_id=person_id,
        state=state,
        **columns_of(asked),
        words=_words(number, asked),
        prices_id=books.prices_id,
        catalogue_id=books.catalogue_id,
        created_at=tx.now,
    )
    await _put_lines(tx, identity, asked.lines)
    return Request(
        id=identity,
        number=number,
        company_id=company_id,
        person_id=person_id,
        state=state,
        version=1,
        asked=asked,
        reason=None,
        created_at=tx.now,
        books=books,
    )


async def complete(
    tx: Transaction, request: Request, asked: RequestContent, *, actor_id: int
) -> Request:
    """Write down what a brief request left open; from now on it has a price.

    Raises NotAllowed, Changed.
    """
    moved = asked.site.address != request.asked.site.address
    check = {"address_found": None, "address_score": None} if moved else {}
    columns = {**columns_of(asked), **check, "words": _words(request.number, asked)}
    completed = await _move(tx, request, RequestEvent.COMPLETE, actor_id, None, columns)
    await tx.run(delete(request_lines).where(request_lines.c.request_id == request.id))
    await _put_lines(tx, request.id, asked.lines)
    known = None if moved else request.address_check
    return replace(completed, asked=asked, address_check=known)


async def move(
    tx: Transaction,
    request: Request,
    event: RequestEvent,
    *,
    actor_id: int | None,
    reason: str | None = None,
) -> Request:
    """Move a request and record it; an answer undone takes its reason with it.

    Raises NotAllowed, Changed.
    """
    columns: dict[str, Any] = {} if reason is None else {"reason": reason}
    if event is RequestEvent.UNDO:
        columns = {"reason": None}
    moved = await _move(tx, request, event, actor_id, reason, columns)
    return replace(moved, reason=columns.get("reason", request.reason))


async def _move(
    tx: Transaction,
    request: Request,
    event: RequestEvent,
    actor_id: int | None,
    reason: str | None,
    columns: Mapping[str, Any],
) -> Request:
    trail = Trail("request", request.id, actor_id, reason)
    state = await moves.move(tx, requests, REQUEST, request, event, trail, columns)
    return replace(request, state=state, version=request.version + 1)


def _words(number: str, asked: RequestContent) -> str:
    told = (asked.note or "", *asked.unread)
    return searchable(number, asked.site.address, asked.site.town, *told)


async def _put_lines(tx: Transaction, request_id: int, lines: Sequence[InventoryLine]) -> None:
    if lines:
        await tx.run(_NEW_LINES, line_rows(request_id, lines))


async def get(tx: Reading, request_id: int) -> Request:
    """Load a request. Raises Unknown."""
    row = await tx.first(_OF_ID, {"wanted": request_id})
    if row is None:
        raise Unknown(f"request {request_id}")
    return request_of(row, await lines_of(tx, request_id))


class RequestColumns(TypedDict, total=False):
    """What may change while the state stays."""

    earliest_on: date
    deadline_on: date


async def change(tx: Transaction, request: Request, **columns: Unpack[RequestColumns]) -> None:
    """Write the changed columns and a new version. Raises Changed."""
    await moves.write(tx, requests, request, columns)


async def agree_on(
    tx: Transaction, request: Request, lines: Sequence[InventoryLine], access: Access
) -> None:
    """Take what was agreed for what is to be done: crews count these lines. Raises Changed."""
    await tx.run(request_lines.delete().where(request_lines.c.request_id == request.id))
    await _put_lines(tx, request.id, lines)
    await moves.write(tx, requests, request, access_columns(access))


async def hold(tx: Transaction, request_id: int, kinds: Sequence[str]) -> None:
    """Note which hazards wait for a decision; the version stays, nothing that is asked changed."""
    where = requests.c.id == request_id
    await tx.run(update(requests).where(where).values(held=list(kinds) or None))


async def drop_lines(tx: Transaction, request: Request, lines: Collection[InventoryLine]) -> None:
    """Take lines out of a request, for good; others of the same item stay."""
    c = request_lines.c
    for line in lines:
        same = (c.code == line.code, c.condition == line.condition, c.fixed == line.fixed)
        await tx.run(delete(request_lines).where(c.request_id == request.id, *same))


async def address_checked(tx: Transaction, request_id: int, check: AddressCheck) -> None:
    """Note what the address base found; no new version, since nobody decided anything."""
    where = requests.c.id == request_id
    values = {"address_found": check.found[:200], "address_score": check.score}
    await tx.run(update(requests).where(where).values(**values))


async def lines_of(tx: Reading, request_id: int) -> tuple[InventoryLine, ...]:
    rows = await tx.rows(_LINES, {"request": request_id})
    return tuple(map(line_of, rows))


def request_of(row: AnyRow, lines: tuple[InventoryLine, ...]) -> Request:
    asked = asked_from(row, lines, brief=row.state == RequestState.BRIEF)
    return Request(
        row.id,
        row.number,
        row.company_id,
        row.person_id,
        RequestState(row.state),
        row.version,
        asked,
        row.reason,
        row.created_at,
        ReferenceVersions(row.prices_id, row.catalogue_id),
        None if row.address_score is None else AddressCheck(row.address_found, row.address_score),
        tuple(row.held or ()),
    )
