"""A quote and its revisions: one price, one answer, thirty days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import day_of
from domain.lifecycle import Lifecycle

VALID_DAYS = 30  # §6.1


class QuoteState(StrEnum):
    """Where a revision of a quote stands."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SUPERSEDED = "superseded"  # by a later revision
    EXPIRED = "expired"


class QuoteEvent(StrEnum):
    """What happens to a revision of a quote."""

    SEND = "send"
    ACCEPT = "accept"
    DECLINE = "decline"
    SUPERSEDE = "supersede"
    EXPIRE = "expire"
    UNDO = "undo"  # the client takes a mistaken answer back


_STATE, _EVENT = QuoteState, QuoteEvent

QUOTE = Lifecycle(
    _STATE.DRAFT,
    {
        _STATE.DRAFT: {_EVENT.SEND: _STATE.SENT, _EVENT.SUPERSEDE: _STATE.SUPERSEDED},
        _STATE.SENT: {
            _EVENT.ACCEPT: _STATE.ACCEPTED,
            _EVENT.DECLINE: _STATE.DECLINED,
            _EVENT.SUPERSEDE: _STATE.SUPERSEDED,
            _EVENT.EXPIRE: _STATE.EXPIRED,
        },
        _STATE.DECLINED: {_EVENT.SUPERSEDE: _STATE.SUPERSEDED, _EVENT.UNDO: _STATE.SENT},
        _STATE.EXPIRED: {_EVENT.SUPERSEDE: _STATE.SUPERSEDED},
        _STATE.ACCEPTED: {_EVENT.UNDO: _STATE.SENT},
        _STATE.SUPERSEDED: {},
    },
)


class QuoteExpired(Exception):
    """A quote was accepted after its last day."""

    def __init__(self, valid_until: date) -> None:
        super().__init__(f"the quote was valid until {valid_until}")
        self.valid_until = valid_until


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who said yes to which revision, and when (an aware instant)."""

    revision: int
    name: str
    role: str
    accepted_at: datetime


def transition(state: QuoteState, event: QuoteEvent) -> QuoteState:
    """Return the state that follows; NotAllowed where the event cannot happen."""
    return QUOTE.after(state, event)


def valid_until(sent_on: date) -> date:
    """Return the last day on which a quote sent then can be accepted."""
    return sent_on + timedelta(days=VALID_DAYS)


def is_expired(last_day: date, today: date) -> bool:
    """Tell whether the last day is over."""
    return today > last_day


def accept(
    state: QuoteState,
    revision: int,
    last_day: date,
    *,
    name: str,
    role: str,
    now: datetime,
    zone: ZoneInfo,
) -> tuple[QuoteState, Acceptance]:
    """Accept a sent quote; NotAllowed in another state, QuoteExpired after its last day."""
    accepted = transition(state, QuoteEvent.ACCEPT)
    if is_expired(last_day, day_of(now, zone)):
        raise QuoteExpired(last_day)
    return accepted, Acceptance(revision, name, role, now)
