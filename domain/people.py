"""Who may do what: roles, and rights as a table (§7.1)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is to the company; one person can be several."""

    CLIENT = "client"
    CREW = "crew"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class SiteContact:
    """Who opens on site; the number in E.164."""

    name: str
    phone: str


class Action(StrEnum):
    """What somebody wants to do."""

    REQUEST_QUOTE = "request_quote"
    SEE_REQUEST = "see_request"
    CANCEL_REQUEST = "cancel_request"
    ANSWER_QUESTION = "answer_question"
    ASK_CLIENT = "ask_client"
    REFUSE_REQUEST = "refuse_request"
    SEND_QUOTE = "send_quote"
    ANSWER_QUOTE = "answer_quote"
    PLAN_JOB = "plan_job"
    PUBLISH_JOB = "publish_job"
    SEE_JOB = "see_job"
    ANSWER_JOB = "answer_job"
    LEAD_JOB = "lead_job"
    CANCEL_JOB = "cancel_job"
    RATE_JOB = "rate_job"
    SEE_BOARD = "see_board"
    INVITE_CREW = "invite_crew"
    INVITE_COORDINATOR = "invite_coordinator"


class Reach(StrEnum):
    """How far a right goes."""

    OWN = "own"  # what is the person's: of their company, or given to them
    ALL = "all"


_CLIENT = {Role.CLIENT: Reach.OWN}
_OFFICE = {Role.COORDINATOR: Reach.ALL, Role.ADMIN: Reach.ALL}

RIGHTS: dict[Action, dict[Role, Reach]] = {
    Action.REQUEST_QUOTE: {Role.CLIENT: Reach.ALL},
    Action.SEE_REQUEST: _CLIENT | _OFFICE,
    Action.CANCEL_REQUEST: _CLIENT | _OFFICE,
    Action.ANSWER_QUESTION: _CLIENT,
    Action.ASK_CLIENT: _OFFICE,
    Action.REFUSE_REQUEST: _OFFICE,
    Action.SEND_QUOTE: _OFFICE,
    Action.ANSWER_QUOTE: _CLIENT,
    Action.PLAN_JOB: _OFFICE,
    Action.PUBLISH_JOB: _OFFICE,
    Action.SEE_JOB: _CLIENT | {Role.CREW: Reach.OWN} | _OFFICE,
    Action.ANSWER_JOB: {Role.CREW: Reach.OWN},
    Action.LEAD_JOB: {Role.CREW: Reach.OWN},
    Action.CANCEL_JOB: _OFFICE,
    Action.RATE_JOB: _CLIENT,
    Action.SEE_BOARD: _OFFICE,
    Action.INVITE_CREW: _OFFICE,
    Action.INVITE_COORDINATOR: {Role.ADMIN: Reach.ALL},
}


def may(roles: Collection[Role], action: Action, *, own: bool = False) -> bool:
    """Tell whether somebody of these roles may; `own` where the thing is theirs.

    A request, quote or job is a client's own if it is of their company, a crew member's own if
    they are on it; to LEAD_JOB it is the leader's alone.
    """
    reaches = {RIGHTS[action][role] for role in roles if role in RIGHTS[action]}
    return Reach.ALL in reaches or (own and Reach.OWN in reaches)
