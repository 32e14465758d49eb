"""A quote and its revisions: one price, one answer, thirty days."""

from datetime import date, timedelta
from enum import StrEnum

from domain.lifecycle import Lifecycle

VALID_DAYS = 30  # §6.1
AGREED_CHANGE = "agreed"  # what a client waits for: the revision with a change that we agreed to


class QuoteState(StrEnum):
    """Where a revision of a quote stands."""

    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SUPERSEDED = "superseded"  # by a later revision
    EXPIRED = "expired"


class QuoteEvent(StrEnum):
    """What happens to a revision of a quote; the values name it in the audit trail."""

    ACCEPT = "quote_accepted"
    DECLINE = "quote_declined"
    SUPERSEDE = "quote_superseded"
    EXPIRE = "quote_expired"
    UNDO = "quote_answer_undone"  # the client takes a mistaken answer back


_STATE, _EVENT = QuoteState, QuoteEvent

QUOTE = Lifecycle(
    (_STATE.SENT,),
    {
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

ANSWERED = QUOTE.before(QuoteEvent.UNDO)
SUPERSEDABLE = QUOTE.before(QuoteEvent.SUPERSEDE)


def valid_until(sent_on: date) -> date:
    """Return the last day on which a quote sent then can be accepted."""
    return sent_on + timedelta(days=VALID_DAYS)


def is_expired(last_day: date, today: date) -> bool:
    """Tell whether the last day is over."""
    return today > last_day
