"""A quote request: what a client asks for, from sending it to the answer to our quote."""

from enum import StrEnum

from domain.lifecycle import Lifecycle


class RequestState(StrEnum):
    """Where a request stands."""

    BRIEF = "brief"  # sent in a hurry: what a price depends on is still to be told
    SUBMITTED = "submitted"
    QUOTED = "quoted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REFUSED = "refused"


class RequestEvent(StrEnum):
    """What happens to a request; the values name it in the audit trail."""

    COMPLETE = "completed"
    QUOTE = "quoted"
    ACCEPT = "accepted"
    DECLINE = "declined"
    REFUSE = "refused_request"
    UNDO = "answer_undone"  # the client takes a mistaken answer to the quote back


_STATE, _EVENT = RequestState, RequestEvent

REQUEST = Lifecycle(
    (_STATE.BRIEF, _STATE.SUBMITTED),
    {
        _STATE.BRIEF: {_EVENT.COMPLETE: _STATE.SUBMITTED, _EVENT.REFUSE: _STATE.REFUSED},
        _STATE.SUBMITTED: {_EVENT.QUOTE: _STATE.QUOTED, _EVENT.REFUSE: _STATE.REFUSED},
        _STATE.QUOTED: {
            _EVENT.QUOTE: _STATE.QUOTED,  # a further revision
            _EVENT.ACCEPT: _STATE.ACCEPTED,
            _EVENT.DECLINE: _STATE.DECLINED,
        },
        _STATE.DECLINED: {_EVENT.QUOTE: _STATE.QUOTED, _EVENT.UNDO: _STATE.QUOTED},
        _STATE.ACCEPTED: {_EVENT.UNDO: _STATE.QUOTED},
        _STATE.REFUSED: {},
    },
)

REFUSABLE = REQUEST.before(RequestEvent.REFUSE)  # the client has no quote yet
QUOTABLE = REQUEST.before(RequestEvent.QUOTE)
UNDECIDED = REFUSABLE | {RequestState.QUOTED}  # neither side has said yes or no
OPEN = UNDECIDED | {RequestState.ACCEPTED}  # somebody still waits for something
