"""Who may do what: roles, and rights as a table (§7.1)."""

from collections.abc import Collection, Mapping
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


class Standing(StrEnum):
    """Who may do something whatever their roles."""

    ANYONE = "anyone"
    NEWCOMER = "newcomer"  # has no role, and waits for no company


class Reach(StrEnum):
    """On which subjects a right holds."""

    ALL = "all"
    COMPANY = "company"  # what belongs to the client company that the person is of
    LEAD = "lead"  # a client company that the person leads, and who is in it or asks to be
    ASSIGNED = "assigned"  # a job that the person is on
    LEADER = "leader"  # a job whose crew the person leads
    OWN = "own"  # what the person began


class Action(StrEnum):
    """What somebody wants to do."""

    CHOOSE_LANGUAGE = "choose_language"
    RESUME_DRAFT = "resume_draft"
    OPEN_POSTER = "open_poster"
    REGISTER = "register"
    JOIN_COMPANY = "join_company"
    JOIN_CREW = "join_crew"
    JOIN_OFFICE = "join_office"

    BEGIN_REQUEST = "begin_request"
    REQUEST_QUOTE = "request_quote"
    USE_SITE = "use_site"
    SEE_REQUEST = "see_request"
    SEE_HISTORY = "see_history"
    BEGIN_REST = "begin_rest"
    COMPLETE_REQUEST = "complete_request"
    ANSWER_QUESTION = "answer_question"
    SEE_QUOTE = "see_quote"
    ANSWER_QUOTE = "answer_quote"
    ANSWER_SURVEY = "answer_survey"
    RATE_JOB = "rate_job"
    MOVE_OWN_JOB = "move_own_job"
    CANCEL_OWN_JOB = "cancel_own_job"
    INVITE_COLLEAGUE = "invite_colleague"
    ADMIT_COLLEAGUE = "admit_colleague"
    MANAGE_TEAM = "manage_team"

    SEE_JOB = "see_job"
    ANSWER_JOB = "answer_job"
    LEAD_JOB = "lead_job"

    SEE_FEED = "see_feed"
    FIND_REQUEST = "find_request"
    SEE_INACTIVE_QUOTES = "see_inactive_quotes"
    TELL_FOR_CLIENT = "tell_for_client"
    ASK_CLIENT = "ask_client"
    REFUSE_REQUEST = "refuse_request"
    RULE_ON_HAZARDS = "rule_on_hazards"
    PRICE_REQUEST = "price_request"
    SEND_QUOTE = "send_quote"
    OFFER_SURVEY = "offer_survey"
    CANCEL_SURVEY = "cancel_survey"
    TAKE_OVER = "take_over"
    GIVE_BACK = "give_back"
    PLAN_JOB = "plan_job"
    PUBLISH_JOB = "publish_job"
    CANCEL_JOB = "cancel_job"
    REPLACE_MEMBER = "replace_member"
    ANSWER_FOR_MEMBER = "answer_for_member"
    INVITE_MEMBER = "invite_member"
    SEE_SCHEDULE = "see_schedule"
    MANAGE_ROSTER = "manage_roster"
    SAY_ABSENCE = "say_absence"
    TAKE_ABSENCE_BACK = "take_absence_back"
    MAKE_POSTER = "make_poster"
    HANG_POSTER = "hang_poster"
    MANAGE_OFFICE = "manage_office"
    REPLACE_REFERENCE_FILE = "replace_reference_file"
    TEACH_WORD = "teach_word"
    CHOOSE_GROUP = "choose_group"


Holder = Role | Standing

_ANYONE: Mapping[Holder, Reach] = {Standing.ANYONE: Reach.ALL}
_CLIENT: Mapping[Holder, Reach] = {Role.CLIENT: Reach.COMPANY}
_LEAD: Mapping[Holder, Reach] = {Role.CLIENT: Reach.LEAD}
_OFFICE: Mapping[Holder, Reach] = {Role.COORDINATOR: Reach.ALL}

RIGHTS: Mapping[Action, Mapping[Holder, Reach]] = {
    Action.CHOOSE_LANGUAGE: _ANYONE,
    Action.RESUME_DRAFT: _ANYONE,
    Action.OPEN_POSTER: _ANYONE,
    Action.REGISTER: _ANYONE,
    Action.JOIN_COMPANY: _ANYONE,
    Action.JOIN_CREW: _ANYONE,
    Action.JOIN_OFFICE: _ANYONE,
    Action.BEGIN_REQUEST: {Standing.NEWCOMER: Reach.ALL, Role.CLIENT: Reach.ALL},
    Action.REQUEST_QUOTE: {Role.CLIENT: Reach.ALL},
    Action.USE_SITE: _CLIENT,
    Action.SEE_REQUEST: _CLIENT,
    Action.SEE_HISTORY: {Role.CLIENT: Reach.ALL},  # of their own company, which is no subject
    Action.BEGIN_REST: _CLIENT,
    Action.COMPLETE_REQUEST: {**_CLIENT, **_OFFICE},
    Action.ANSWER_QUESTION: _CLIENT,
    Action.SEE_QUOTE: _CLIENT,
    Action.ANSWER_QUOTE: _CLIENT,
    Action.ANSWER_SURVEY: _CLIENT,
    Action.RATE_JOB: _CLIENT,
    Action.MOVE_OWN_JOB: _CLIENT,
    Action.CANCEL_OWN_JOB: _CLIENT,
    Action.INVITE_COLLEAGUE: _LEAD,
    Action.ADMIT_COLLEAGUE: {**_LEAD, **_OFFICE},
    Action.MANAGE_TEAM: _LEAD,
    Action.SEE_JOB: {Role.CREW: Reach.ASSIGNED},
    Action.ANSWER_JOB: {Role.CREW: Reach.ASSIGNED},
    Action.LEAD_JOB: {Role.CREW: Reach.LEADER},
    Action.SEE_FEED: _OFFICE,
    Action.FIND_REQUEST: _OFFICE,
    Action.SEE_INACTIVE_QUOTES: _OFFICE,
    Action.TELL_FOR_CLIENT: _OFFICE,
    Action.ASK_CLIENT: _OFFICE,
    Action.REFUSE_REQUEST: _OFFICE,
    Action.RULE_ON_HAZARDS: _OFFICE,
    Action.PRICE_REQUEST: _OFFICE,
    Action.SEND_QUOTE: _OFFICE,
    Action.OFFER_SURVEY: _OFFICE,
    Action.CANCEL_SURVEY: _OFFICE,
    Action.TAKE_OVER: _OFFICE,
    Action.GIVE_BACK: {Role.COORDINATOR: Reach.OWN},
    Action.PLAN_JOB: _OFFICE,
    Action.PUBLISH_JOB: _OFFICE,
    Action.CANCEL_JOB: _OFFICE,
    Action.REPLACE_MEMBER: _OFFICE,
    Action.ANSWER_FOR_MEMBER: _OFFICE,
    Action.INVITE_MEMBER: _OFFICE,
    Action.SEE_SCHEDULE: _OFFICE,
    Action.MANAGE_ROSTER: _OFFICE,
    Action.SAY_ABSENCE: {Role.CREW: Reach.ALL},
    Action.TAKE_ABSENCE_BACK: {**_OFFICE, Role.CREW: Reach.OWN},
    Action.MAKE_POSTER: {Role.CLIENT: Reach.ALL, **_OFFICE},
    Action.HANG_POSTER: _OFFICE,
    Action.MANAGE_OFFICE: {Role.ADMIN: Reach.ALL},
    Action.REPLACE_REFERENCE_FILE: {Role.ADMIN: Reach.ALL},
    Action.CHOOSE_GROUP: {Role.ADMIN: Reach.ALL},
    Action.TEACH_WORD: {**_OFFICE, Role.ADMIN: Reach.ALL},
}


def reaches(holders: Collection[Holder], action: Action) -> frozenset[Reach]:
    """Collect how far the right to an action goes for somebody with these roles."""
    return frozenset(RIGHTS[action][holder] for holder in holders if holder in RIGHTS[action])


def may(holders: Collection[Holder], action: Action, held: Collection[Reach] = ()) -> bool:
    """Decide whether somebody may, given the reaches within which the subject lies for them."""
    return not reaches(holders, action).isdisjoint({Reach.ALL, *held})
