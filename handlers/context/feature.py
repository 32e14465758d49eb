"""What a feature offers and who may use it, declared once beside its handlers."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.callbacks import CallbackHandler
from handlers.context.deep_links import FollowedLink
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from storage.reminders import Reminder
from storage.sessions import StoredSession

LinkHandler = Callable[[UpdateContext, FollowedLink], Awaitable[None]]
CommandHandler = Callable[[UpdateContext], Awaitable[None]]
FormHandler = Callable[[UpdateContext, Any, Mapping[str, Any]], Awaitable[None]]
FactLoader = Callable[[UpdateContext, StoredSession], Awaitable[Any]]
ReminderHandler = Callable[[SystemContext, Reminder], Awaitable[None]]


class SubjectKind(StrEnum):
    """What the id in a callback, a link or a form's `about` names."""

    NONE = "none"  # nothing, or what only its handler can look up: a code, a row of a list
    REQUEST = "request"
    REVISION = "revision"
    COSTING = "costing"
    SURVEY = "survey"
    JOB = "job"
    SITE = "site"
    COMPANY = "company"
    COLLEAGUE = "colleague"
    APPLICANT = "applicant"
    TAKEOVER = "takeover"
    MEMBER = "member"
    VEHICLE = "vehicle"
    REFERENCE_VERSION = "reference_version"
    ROSTER_IMPORT = "roster_import"
    ABSENCE = "absence"
    JOIN_REQUEST = "join_request"
    UNKNOWN_WORD = "unknown_word"


@dataclass(frozen=True, slots=True)
class Callback:
    """A card's button: what a tap does, and the right that it asks on its subject."""

    handler: CallbackHandler
    action: Action
    subject: SubjectKind = SubjectKind.NONE


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A deep link: what following it does, and the right that it asks on its subject."""

    handler: LinkHandler
    action: Action
    subject: SubjectKind = SubjectKind.NONE


@dataclass(frozen=True, slots=True)
class Command:
    """A command; who lacks the right gets the help. Its subject is the person's own company."""

    handler: CommandHandler
    action: Action | None = None
    subject: SubjectKind = SubjectKind.NONE


@dataclass(frozen=True, slots=True)
class FormEnding:
    """What a finished form does, and the right that it asks on what it is about.

    `key` is where `about` names the subject; a form that is about nothing yet is the person's own.
    `begin_anew` begins it once more, where one that is about nothing is thrown away.
    """

    handler: FormHandler
    action: Action
    subject: SubjectKind = SubjectKind.NONE
    key: str = ""
    begin_anew: CommandHandler | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """All that a feature offers, by the names that stand in messages and in stored rows."""

    name: str
    forms: Mapping[type[Any], FormEnding] = field(default_factory=dict)
    callbacks: Mapping[str, Callback] = field(default_factory=dict)
    links: Mapping[str, DeepLink] = field(default_factory=dict)
    commands: Mapping[str, Command] = field(default_factory=dict)
    reminders: Mapping[ReminderKind, ReminderHandler] = field(default_factory=dict)
    facts: Mapping[str, FactLoader] = field(default_factory=dict)
    errands: frozenset[str] = frozenset()
