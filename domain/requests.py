"""A quote request: what a client asks for, from sending it to the answer to our quote."""

from enum import StrEnum

from domain.lifecycle import Lifecycle


class RequestState(StrEnum):
    """Where a request stands."""

    BRIEF = "brief"  # sent in a hurry: what a price depends on is still to be told
    SUBMITTED = "submitted"
    ASKED = "asked"  # a coordinator has put a question to the client
    QUOTED = "quoted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class RequestEvent(StrEnum):
    """What happens to a request."""

    COMPLETE = "complete"
    ASK = "ask"
    ANSWER = "answer"
    QUOTE = "quote"
    ACCEPT = "accept"
    DECLINE = "decline"
    REFUSE = "refuse"
    CANCEL = "cancel"
    UNDO = "undo"  # the client takes a mistaken answer to the quote back


_STATE, _EVENT = RequestState, RequestEvent

REQUEST = Lifecycle(
    _STATE.BRIEF,  # or submitted at once, where everything was told
    {
        _STATE.BRIEF: {
            _EVENT.COMPLETE: _STATE.SUBMITTED,
            _EVENT.REFUSE: _STATE.REFUSED,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.SUBMITTED: {
            _EVENT.ASK: _STATE.ASKED,
            _EVENT.QUOTE: _STATE.QUOTED,
            _EVENT.REFUSE: _STATE.REFUSED,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.ASKED: {
            _EVENT.ANSWER: _STATE.SUBMITTED,
            _EVENT.QUOTE: _STATE.QUOTED,
            _EVENT.REFUSE: _STATE.REFUSED,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.QUOTED: {
            _EVENT.QUOTE: _STATE.QUOTED,  # a further revision
            _EVENT.ACCEPT: _STATE.ACCEPTED,
            _EVENT.DECLINE: _STATE.DECLINED,
            _EVENT.REFUSE: _STATE.REFUSED,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.DECLINED: {
            _EVENT.QUOTE: _STATE.QUOTED,
            _EVENT.CANCEL: _STATE.CANCELLED,
            _EVENT.UNDO: _STATE.QUOTED,
        },
        _STATE.ACCEPTED: {_EVENT.CANCEL: _STATE.CANCELLED, _EVENT.UNDO: _STATE.QUOTED},
        _STATE.REFUSED: {},
        _STATE.CANCELLED: {},
    },
)

UNQUOTED = (RequestState.BRIEF, RequestState.SUBMITTED)  # the client has no quote yet
UNDECIDED = (*UNQUOTED, RequestState.QUOTED)  # neither side has said yes or no
QUOTABLE = frozenset(state for state in RequestState if REQUEST.allows(state, RequestEvent.QUOTE))


def transition(state: RequestState, event: RequestEvent) -> RequestState:
    """Return the state that follows; NotAllowed where the event cannot happen."""
    return REQUEST.after(state, event)
