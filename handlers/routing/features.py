"""All features, and the tables that are composed of what they declare."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import handlers.absences.feature
import handlers.accounts.feature
import handlers.crews.feature
import handlers.jobs.feature
import handlers.quotes.feature
import handlers.reference_files.feature
import handlers.relay.feature
import handlers.requests.feature
import handlers.routing.feature
import handlers.schedule.feature
import handlers.sessions.feature
import handlers.surveys.feature
import handlers.unknown_words.feature
from domain.people import RIGHTS, Action, Reach
from domain.reminders import ReminderKind
from handlers.context.feature import (
    Callback,
    Command,
    DeepLink,
    FactLoader,
    Feature,
    FormEnding,
    ReminderHandler,
    SubjectKind,
)
from handlers.context.rights import CHECKS
from handlers.conversation.form import form_of

Name = TypeVar("Name", bound=str)
Entry = TypeVar("Entry")

FEATURES: tuple[Feature, ...] = (
    handlers.routing.feature.FEATURE,
    handlers.accounts.feature.FEATURE,
    handlers.sessions.feature.FEATURE,
    handlers.requests.feature.FEATURE,
    handlers.quotes.feature.FEATURE,
    handlers.surveys.feature.FEATURE,
    handlers.relay.feature.FEATURE,
    handlers.absences.feature.FEATURE,
    handlers.jobs.feature.FEATURE,
    handlers.crews.feature.FEATURE,
    handlers.schedule.feature.FEATURE,
    handlers.reference_files.feature.FEATURE,
    handlers.unknown_words.feature.FEATURE,
)


class NameTaken(Exception):
    """Two features offer something under the same name."""


class NoCheck(Exception):
    """A right hangs on a relation to a subject that nobody can load."""


class NoReminderHandler(Exception):
    """No feature sends the reminders of a kind."""


def compose(offers: Iterable[tuple[str, Mapping[Name, Entry]]]) -> dict[Name, Entry]:
    """Join what features offer, by name. Raises NameTaken."""
    table: dict[Name, Entry] = {}
    whose: dict[Name, str] = {}
    for feature, offered in offers:
        for name, entry in offered.items():
            if name in table:
                raise NameTaken(f"{name}: {whose[name]} and {feature}")
            table[name], whose[name] = entry, feature
    return table


def check_rights(asked: Iterable[tuple[Action | None, SubjectKind]]) -> None:
    """Make sure that each right can be decided on its subject. Raises NoCheck."""
    for action, subject in asked:
        if action is None or subject is SubjectKind.NONE:
            continue
        for reach in set(RIGHTS[action].values()) - {Reach.ALL}:
            if (subject, reach) not in CHECKS:
                raise NoCheck(f"{action}: {reach} of {subject}")


def check_reminders(handled: Iterable[ReminderKind]) -> None:
    """Make sure that each kind of reminder has a handler. Raises NoReminderHandler."""
    if missing := set(ReminderKind) - set(handled):
        raise NoReminderHandler(", ".join(sorted(missing)))


def _forms(feature: Feature) -> Mapping[str, tuple[type[Any], FormEnding]]:
    return {form_of(form).name: (form, ending) for form, ending in feature.forms.items()}


CALLBACKS: Mapping[str, Callback] = compose((one.name, one.callbacks) for one in FEATURES)
DEEP_LINKS: Mapping[str, DeepLink] = compose((one.name, one.links) for one in FEATURES)
COMMANDS: Mapping[str, Command] = compose((one.name, one.commands) for one in FEATURES)
FORM_ENDINGS: Mapping[str, tuple[type[Any], FormEnding]] = compose(
    (one.name, _forms(one)) for one in FEATURES
)
REMINDERS: Mapping[ReminderKind, ReminderHandler] = compose(
    (feature.name, feature.reminders) for feature in FEATURES
)
FACT_LOADERS: Mapping[str, FactLoader] = compose((one.name, one.facts) for one in FEATURES)
ERRANDS: Mapping[str, str] = compose(
    (one.name, dict.fromkeys(one.errands, one.name)) for one in FEATURES
)

check_rights(
    (entry.action, entry.subject)
    for table in (CALLBACKS, DEEP_LINKS, COMMANDS)
    for entry in table.values()
)
check_reminders(REMINDERS)
check_rights((ending.action, ending.subject) for _, ending in FORM_ENDINGS.values())
