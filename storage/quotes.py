"""Quotes and their revisions: what was priced, what was sent, what was agreed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import bindparam, func, select

from domain.json_fields import from_json, to_json
from domain.numbers import Series
from domain.pricing import Estimate
from domain.quotes import QUOTE, SUPERSEDABLE, QuoteEvent, QuoteState
from domain.survey import SurveyReason
from storage import counters, events, moves
from storage.moves import Trail
from storage.tables import quotes, requests, revisions
from storage.transaction import AnyRow, Reading, Transaction, Unknown

SENT = "quote_sent"  # the event that begins a revision


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a quote, as it was sent."""

    id: int
    quote_id: int
    number: str
    request_id: int
    revision: int
    state: QuoteState
    version: int
    estimate: Estimate
    issued_at: datetime
    valid_until: date
    media_id: int | None
    agreed_by: str | None
    agreed_role: str | None
    agreed_at: datetime | None
    reason: str | None
    agreed_sha256: str | None
    order_ref: str | None
    order_media_id: int | None
    answered_at: datetime | None
    sign_at: datetime | None
    wish: str | None
    costing_id: int | None
    changes: Mapping[str, Any] | None
    superseded_by: int | None
    unseen: tuple[SurveyReason, ...] = ()  # why a visit was called for that did not take place

    @property
    def label(self) -> str:
        """The number a client reads: later revisions carry a suffix."""
        return _label(self.number, self.revision)

    @property
    def newer(self) -> str | None:
        """The number of the revision that took this one's place."""
        return _label(self.number, self.superseded_by) if self.superseded_by else None


def _label(number: str, revision: int) -> str:
    return number if revision == 1 else f"{number}-{revision}"


_OF_REVISION = (
    revisions.c.id,
    revisions.c.quote_id,
    quotes.c.number,
    quotes.c.request_id,
    revisions.c.revision,
    revisions.c.state,
    revisions.c.version,
    revisions.c.estimate,
    revisions.c.issued_at,
    revisions.c.valid_until,
    revisions.c.media_id,
    revisions.c.agreed_by,
    revisions.c.agreed_role,
    revisions.c.agreed_at,
    revisions.c.reason,
    revisions.c.agreed_sha256,
    revisions.c.order_ref,
    revisions.c.order_media_id,
    revisions.c.answered_at,
    revisions.c.sign_at,
    revisions.c.wish,
    revisions.c.costing_id,
    revisions.c.changes,
    revisions.c.superseded_by,
    revisions.c.unseen,
)
_JOINED = select(*_OF_REVISION).join(quotes, quotes.c.id == revisions.c.quote_id)
_OF_REQUESTS = _JOINED.where(
    quotes.c.request_id.in_(bindparam("requests", expanding=True))
).order_by(revisions.c.revision)
_NEWEST = (
    _JOINED.where(quotes.c.request_id == bindparam("request"))
    .order_by(revisions.c.revision.desc())
    .limit(1)
)


async def lock(tx: Transaction, request_id: int) -> None:
    """Let nobody else answer or revise the request's quote before this transaction ends."""
    mine = select(quotes.c.id).where(quotes.c.request_id == request_id)
    query = select(revisions.c.id).where(revisions.c.quote_id.in_(mine))
    await tx.rows(query.order_by(revisions.c.id).with_for_update())


async def issue(
    tx: Transaction,
    request_id: int,
    estimate: Estimate,
    *,
    actor_id: int | None,
    valid_until: date,
    costing_id: int | None = None,
    changes: Mapping[str, Any] | None = None,
    unseen: Sequence[SurveyReason] = (),
) -> Revision:
    """Write down the next revision of the request's quote; the first takes the quote's number.

    Those before that can still be answered are superseded by it.
    """
    quote_id = await _quote_of(tx, request_id)
    query = select(func.max(revisions.c.revision)).where(revisions.c.quote_id == quote_id)
    newest = await tx.first(query)
    number_of_it = ((newest[0] if newest else None) or 0) + 1
    for earlier in await of_request(tx, request_id):
        if earlier.state in SUPERSEDABLE:
            event = QuoteEvent.SUPERSEDE
            await move(tx, earlier, event, actor_id=actor_id, superseded_by=number_of_it, wish=None)
    identity = await tx.insert(
        revisions,
        quote_id=quote_id,
        revision=number_of_it,
        state=QuoteState.SENT,
        estimate=to_json(estimate),
        issued_at=tx.now,
        valid_until=valid_until,
        costing_id=costing_id,
        changes=changes,
        unseen=list(unseen) or None,
    )
    revision = await get(tx, identity)
    await events.record(tx, SENT, "request", request_id, actor_id=actor_id, number=revision.label)
    return revision


async def _quote_of(tx: Transaction, request_id: int) -> int:
    """Find the request's quote, or open it under the next number."""
    row = await tx.first(select(quotes.c.id).where(quotes.c.request_id == request_id))
    if row is not None:
        return int(row.id)
    number = await counters.next_number(tx, Series.QUOTE)
    return await tx.insert(quotes, number=number, request_id=request_id)


class RevisionColumns(TypedDict, total=False):
    """What may change of a revision beside its state."""

    agreed_by: str | None
    agreed_role: str | None
    agreed_at: datetime | None
    agreed_sha256: str | None
    order_ref: str | None
    order_media_id: int | None
    person_id: int | None
    reason: str | None
    answered_at: datetime | None
    wish: str | None
    media_id: int | None
    superseded_by: int | None


UNANSWERED = RevisionColumns(
    agreed_by=None,
    agreed_role=None,
    agreed_at=None,
    agreed_sha256=None,
    order_ref=None,
    order_media_id=None,
    person_id=None,
    reason=None,
    answered_at=None,
)


async def move(
    tx: Transaction,
    revision: Revision,
    event: QuoteEvent,
    *,
    actor_id: int | None,
    **columns: Unpack[RevisionColumns],
) -> Revision:
    """Move a revision and record it under the request; an answer undone leaves no trace.

    Raises NotAllowed, Changed.
    """
    if event is QuoteEvent.UNDO:
        columns = {**UNANSWERED, **columns}
    trail = Trail(
        "request",
        revision.request_id,
        actor_id,
        columns.get("reason"),
        {"number": revision.label},
    )
    await moves.move(tx, revisions, QUOTE, revision, event, trail, columns)
    return await get(tx, revision.id)


async def get(tx: Reading, revision_id: int) -> Revision:
    """Load a revision. Raises Unknown."""
    row = await tx.first(_JOINED.where(revisions.c.id == revision_id))
    if row is None:
        raise Unknown(f"revision {revision_id}")
    return _revision(row)


async def newest(tx: Reading, request_id: int) -> Revision | None:
    """Find the newest revision of the request's quote."""
    row = await tx.first(_NEWEST, {"request": request_id})
    return _revision(row) if row else None


async def newest_of(tx: Reading, request_ids: Collection[int]) -> dict[int, Revision]:
    """Load the newest revision of each request that has one, by request."""
    rows = await tx.rows(_OF_REQUESTS, {"requests": list(request_ids)})
    return {row.request_id: _revision(row) for row in rows}


async def of_ids(tx: Reading, ids: Collection[int]) -> dict[int, Revision]:
    rows = await tx.rows(_JOINED.where(revisions.c.id.in_(ids)))
    return {row.id: _revision(row) for row in rows}


async def of_request(tx: Reading, request_id: int) -> list[Revision]:
    """List the revisions of the request's quote, oldest first."""
    rows = await tx.rows(_OF_REQUESTS, {"requests": [request_id]})
    return [_revision(row) for row in rows]


async def change(tx: Transaction, revision: Revision, **columns: Unpack[RevisionColumns]) -> None:
    """Write the changed columns and a new version. Raises Changed."""
    await moves.write(tx, revisions, revision, columns)


async def company_of(tx: Reading, revision: Revision) -> int:
    """Tell whose quote it is."""
    query = select(requests.c.company_id).where(requests.c.id == revision.request_id)
    row = await tx.first(query)
    return int(row[0]) if row else 0


def _revision(row: AnyRow) -> Revision:
    read = {
        "state": QuoteState(row.state),
        "estimate": from_json(Estimate, row.estimate),
        "unseen": tuple(map(SurveyReason, row.unseen or ())),
    }
    return Revision(**{**row._asdict(), **read})
