"""A job: work at a site by a crew, from the plan to the report; and each member's answer to it."""

from collections.abc import Collection
from datetime import datetime, timedelta
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
    """What happens to a job; the values name it in the audit trail."""

    PUBLISH = "published"
    CONFIRM = "all_confirmed"
    DOUBT = "confirmation_lost"  # a member who had said yes is not coming, or the crew has changed
    REPLAN = "replanned"
    UNPUBLISH = "publication_undone"  # published by mistake, nobody has answered
    POSTPONE = "postponed"  # the crew was off already, and is asked for another day
    SET_OFF = "set_off"
    ARRIVE = "arrived"
    FINISH = "finished"
    REPORT = "reported"
    CANCEL = "cancelled"
    REOPEN = "reopened"  # its quote is agreed once more


class CrewAnswer(StrEnum):
    """What a member of the crew says to a published job."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class CrewReply(StrEnum):
    """What happens to a member's answer; the values name it in the audit trail."""

    CONFIRM = "confirmed"
    DECLINE = "declined"
    ASK_ANEW = "asked_anew"  # day or time moved


_STATE, _EVENT = JobState, JobEvent

JOB = Lifecycle(
    (_STATE.DRAFT,),
    {
        _STATE.DRAFT: {_EVENT.PUBLISH: _STATE.PUBLISHED, _EVENT.CANCEL: _STATE.CANCELLED},
        _STATE.PUBLISHED: {
            _EVENT.CONFIRM: _STATE.CONFIRMED,
            _EVENT.REPLAN: _STATE.DRAFT,
            _EVENT.UNPUBLISH: _STATE.DRAFT,
            _EVENT.SET_OFF: _STATE.EN_ROUTE,  # a silent member does not keep the others at home
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.CONFIRMED: {
            _EVENT.DOUBT: _STATE.PUBLISHED,
            _EVENT.REPLAN: _STATE.DRAFT,
            _EVENT.SET_OFF: _STATE.EN_ROUTE,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.EN_ROUTE: {
            _EVENT.ARRIVE: _STATE.ON_SITE,
            _EVENT.POSTPONE: _STATE.PUBLISHED,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.ON_SITE: {
            _EVENT.FINISH: _STATE.DONE,
            _EVENT.POSTPONE: _STATE.PUBLISHED,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.DONE: {_EVENT.REPORT: _STATE.REPORTED},
        _STATE.REPORTED: {},
        _STATE.CANCELLED: {_EVENT.REOPEN: _STATE.DRAFT},
    },
)

UPCOMING = frozenset({JobState.PUBLISHED, JobState.CONFIRMED})  # the crew may answer
UNDER_WAY = frozenset({JobState.EN_ROUTE, JobState.ON_SITE})
REMINDED = UPCOMING | UNDER_WAY
CHANGEABLE = REMINDED  # one thing of the plan can be changed: people know of it, it is not done
FOLLOWED = REMINDED | {JobState.DONE}  # the coordinators keep an eye on it
PROVED = frozenset({JobState.ON_SITE, JobState.DONE, JobState.REPORTED})  # photos and counts
OCCUPYING = FOLLOWED | {JobState.REPORTED}  # takes the time of its crew and vehicle
BY_CLIENT = JOB.before(JobEvent.CANCEL) - {JobState.ON_SITE}  # once we are there, one speaks

UNPUBLISH_WITHIN = timedelta(minutes=2)

_ANSWER = CrewAnswer

CREW_ANSWER = Lifecycle(
    (_ANSWER.WAITING,),
    {
        _ANSWER.WAITING: {
            CrewReply.CONFIRM: _ANSWER.CONFIRMED,
            CrewReply.DECLINE: _ANSWER.DECLINED,
            CrewReply.ASK_ANEW: _ANSWER.WAITING,
        },
        _ANSWER.CONFIRMED: {
            CrewReply.DECLINE: _ANSWER.DECLINED,
            CrewReply.ASK_ANEW: _ANSWER.WAITING,
        },
        _ANSWER.DECLINED: {
            CrewReply.CONFIRM: _ANSWER.CONFIRMED,
            CrewReply.ASK_ANEW: _ANSWER.WAITING,
        },
    },
)


class TooLateToAnswer(Exception):
    """A member answers a job that is not waiting for answers (any more)."""

    def __init__(self, state: JobState) -> None:
        super().__init__(f"nobody is asked when a job is {state.value}")
        self.state = state


def answer(state: JobState, before: CrewAnswer, reply: CrewReply) -> CrewAnswer:
    """Return what a member's reply to a job makes of the answer they gave before.

    TooLateToAnswer once the crew is off; NotAllowed where they said so before.
    """
    if state not in UPCOMING:
        raise TooLateToAnswer(state)
    return CREW_ANSWER.after(before, reply)


def may_unpublish(
    published_at: datetime, now: datetime, state: JobState, answers: Collection[CrewAnswer]
) -> bool:
    """Tell whether a publication can be undone: within two minutes, before anybody answered."""
    silent = all(each is CrewAnswer.WAITING for each in answers)
    soon = now - published_at <= UNPUBLISH_WITHIN
    return silent and soon and state in JOB.before(JobEvent.UNPUBLISH)


def settling(state: JobState, answers: Collection[CrewAnswer]) -> JobEvent | None:
    """Return what the crew's answers do to a job; nothing where it is not upcoming."""
    everyone = bool(answers) and all(each is CrewAnswer.CONFIRMED for each in answers)
    event = JobEvent.CONFIRM if everyone else JobEvent.DOUBT
    return event if state in JOB.before(event) else None
