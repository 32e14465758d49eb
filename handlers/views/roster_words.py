"""How the values of people and vehicles are said, in lists, on cards and in questions."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from domain.certificate_kinds import certificate_kinds, certificate_label
from domain.crews import Certificate
from domain.roster import FieldChange
from handlers.conversation.kinds.phone import show_phone
from handlers.words.catalogue import Say


def change_words(say: Say, changes: Sequence[FieldChange]) -> str:
    """Say what was changed: the name of each value, before and after; plain text."""
    return " · ".join(_change(say, change) for change in changes)


def _change(say: Say, change: FieldChange) -> str:
    if change.field in certificate_kinds():
        name = certificate_label(change.field, say.lang)
    else:
        name = say.plain(f"roster-field-{change.field}")
    before, after = (value_of(say, value, change.field) for value in (change.before, change.after))
    return f"{name} {before} → {after}"


def value_of(say: Say, value: object, field: str = "") -> str:
    """Write a value of the roster as people read it."""
    if value in (None, ()):
        return "—"
    if isinstance(value, bool):
        return say.plain("roster-yes" if value else "roster-no")
    if isinstance(value, Certificate):
        paper = " 📷" if value.photo is not None else ""
        return f"{value_of(say, value.valid_until)}{paper}"
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Decimal):
        return say.number(value)
    if isinstance(value, tuple):
        return ", ".join(_each(say, str(one), field) for one in value)
    if field == "kind" and say.has(f"vehicle-kind-{value}"):
        return say.plain(f"vehicle-kind-{value}")
    return show_phone(str(value)) if field == "phone" else str(value)


def _each(say: Say, value: str, field: str) -> str:
    if field == "roles":
        return say.plain(f"roster-role-{value}")
    return language_name(say, value) if field == "languages" else value


def language_name(say: Say, code: str) -> str:
    """Name a language in the reader's own."""
    return str(say.formats.locale.languages.get(code, code))
