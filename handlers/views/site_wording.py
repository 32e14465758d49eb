"""Rules of a site and job preferences, worded as the questions of the request form.

`form` is the form class that asked them; a view does not know which.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from domain.promises import Promise, kept_of
from domain.site_rules import ClientRole, Permit, in_low_emission_zone, permit_by
from handlers.conversation.form import Ask, form_of
from handlers.conversation.kind import Facts
from handlers.words.catalogue import Say
from storage.request_content import RequestContent

APART = frozenset({"permit", "names_days", "owned", "other_floors"})  # said elsewhere
USUAL_TOO = {"role": ClientRole.OWNER}  # what is usual although no button says so
FOR_ENTRY = ("entry", "hours")
ON_PAPER = (
    "hard_deadline",
    "phases",
    "reuse_goal",
    "reuse_contract",
    "bounds",
    "bound_words",
    "insertion_hours",
    "pemd",
    "papers",
    "confidential",
    "bill_kind",
    "bill_name",
    "bill_vat",
)


def floors_words(asked: RequestContent, floor: int) -> str:
    """Name the floor that is priced, then the others: « 4, 3 »."""
    return ", ".join(map(str, (floor, *(asked.rules.other_floors or ()))))


def rules_words(say: Say, form: type[Any], asked: RequestContent) -> Iterator[str]:
    """Say what is out of the usual at the place: warnings, then the rest in one line; plain."""
    if asked.rules.owned is False:
        yield say.plain("told-leased")
    yield from _permit(say, asked)
    if (by := asked.rules.names_by(asked.earliest_on)) is not None:
        yield say.plain("told-names", by=by)
    plain = asked.rules.plain()
    told = [*_told(say, form, plain, (name for name in plain if name not in APART))]
    if in_low_emission_zone(asked.site.commune.department):
        told.append(say.plain("told-low-emission"))
    if told:
        yield say.plain("told-rules", what=" · ".join(told))


def wishes_words(say: Say, form: type[Any], asked: RequestContent) -> Iterator[str]:
    """Say what the client wants beside the work, in one line; plain."""
    plain = asked.wishes.plain()
    if told := [*_told(say, form, plain, plain)]:
        yield say.plain("told-wishes", what=" · ".join(told))


def entry_words(say: Say, form: type[Any], asked: RequestContent) -> Iterator[str]:
    """Say what a crew needs to get in; plain."""
    yield from _permit(say, asked)
    if told := [*_told(say, form, asked.rules.plain(), FOR_ENTRY)]:
        yield say.plain("told-entry", what=" · ".join(told))


def paper_words(
    say: Say, form: type[Any], asked: RequestContent, promises: Collection[Promise]
) -> Iterator[str]:
    """Say, a line each, what a quote must answer, less what nobody keeps; plain."""
    wishes = kept_of(asked.wishes, promises).plain()
    yield from _told(say, form, asked.rules.plain() | wishes, ON_PAPER)


def _permit(say: Say, asked: RequestContent) -> Iterator[str]:
    permit = asked.rules.permit
    if permit in {Permit.CLIENT, Permit.US}:
        yield say.plain("told-permit", who=permit, by=permit_by(asked.earliest_on))


def _questions(form: type[Any]) -> Mapping[str, Ask]:
    return {step.name: step for step in form_of(form).steps if isinstance(step, Ask)}


def _told(
    say: Say, form: type[Any], plain: Mapping[str, Any], names: Iterable[str]
) -> Iterator[str]:
    """Write what was said to each question beside its label, unless it is the usual answer."""
    nothing, questions = Facts({}, SimpleNamespace()), _questions(form)
    for name in names:
        ask = questions[name]
        if name in plain and plain[name] not in (ask.usual, USUAL_TOO.get(name)):
            key = f"{form_of(form).name}-{name}"
            value = ask.kind.show(plain[name], key, nothing, say)
            yield say.plain("told-line", label=say.plain(f"{key}.label"), value=value)
