"""A job: work at a site by a crew, from the plan to the report; and each member's answer to it."""

from collections.abc import Collection
from enum import StrEnum

from domain.lifecycle import Lifecycle


class JobState(StrEnum):
    """Where a job stands."""

    DRAFT = "draft"  # planned, the crew not told
    PUBLISHED = "published"
    CONFIRMED = "confirmed"  # by every member
    EN_ROUTE = "en_route"
    ON_SITE = "on_site"
    DONE = "done"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class JobEvent(StrEnum):
    """What happens to a job."""

    PUBLISH = "publish"
    CONFIRM = "confirm"
    DOUBT = "doubt"  # a member who had said yes is not coming, or the crew has changed
    REPLAN = "replan"
    SET_OFF = "set_off"
    ARRIVE = "arrive"
    FINISH = "finish"
    REPORT = "report"
    CANCEL = "cancel"
    REOPEN = "reopen"  # its quote is agreed once more


class CrewAnswer(StrEnum):
    """What a member of the crew says to a published job."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class CrewReply(StrEnum):
    """What a member taps."""

    CONFIRM = "confirm"
    DECLINE = "decline"


_STATE, _EVENT = JobState, JobEvent

JOB = Lifecycle(
    _STATE.DRAFT,
    {
        _STATE.DRAFT: {_EVENT.PUBLISH: _STATE.PUBLISHED, _EVENT.CANCEL: _STATE.CANCELLED},
        _STATE.PUBLISHED: {
            _EVENT.CONFIRM: _STATE.CONFIRMED,
            _EVENT.REPLAN: _STATE.DRAFT,
            _EVENT.SET_OFF: _STATE.EN_ROUTE,  # a silent member does not keep the others at home
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.CONFIRMED: {
            _EVENT.DOUBT: _STATE.PUBLISHED,
            _EVENT.REPLAN: _STATE.DRAFT,
            _EVENT.SET_OFF: _STATE.EN_ROUTE,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.EN_ROUTE: {_EVENT.ARRIVE: _STATE.ON_SITE, _EVENT.CANCEL: _STATE.CANCELLED},
        _STATE.ON_SITE: {_EVENT.FINISH: _STATE.DONE, _EVENT.CANCEL: _STATE.CANCELLED},
        _STATE.DONE: {_EVENT.REPORT: _STATE.REPORTED},
        _STATE.REPORTED: {},
        _STATE.CANCELLED: {_EVENT.REOPEN: _STATE.DRAFT},
    },
)

_ANSWERS = {CrewReply.CONFIRM: CrewAnswer.CONFIRMED, CrewReply.DECLINE: CrewAnswer.DECLINED}
_UPCOMING = frozenset({JobState.PUBLISHED, JobState.CONFIRMED})


class TooLateToAnswer(Exception):
    """A member answers a job that is not waiting for answers (any more)."""

    def __init__(self, state: JobState) -> None:
        super().__init__(f"nobody is asked when a job is {state.value}")
        self.state = state


def transition(state: JobState, event: JobEvent) -> JobState:
    """Return the state that follows; NotAllowed where the event cannot happen."""
    return JOB.after(state, event)


def answer(state: JobState, reply: CrewReply) -> CrewAnswer:
    """Take a member's reply, also one that changes an earlier one; TooLateToAnswer once off."""
    if state not in _UPCOMING:
        raise TooLateToAnswer(state)
    return _ANSWERS[reply]


def settled(state: JobState, answers: Collection[CrewAnswer]) -> JobState:
    """Return the state that the crew's answers put an upcoming job in; others stay as they are."""
    if state not in _UPCOMING:
        return state
    everyone = bool(answers) and all(each is CrewAnswer.CONFIRMED for each in answers)
    if everyone and state is JobState.PUBLISHED:
        return transition(state, JobEvent.CONFIRM)
    if not everyone and state is JobState.CONFIRMED:
        return transition(state, JobEvent.DOUBT)
    return state
