"""Optional topics of a request: one question lists them, each asks only its own."""

from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from domain.inventory import Lift
from domain.job_preferences import Bound, Pemd
from domain.site_rules import NAMED_AT, ClientRole

SECTIONS: Mapping[str, str] = {
    "address": "place",
    "permit": "rules",
    "more": "details",
    "glass": "goods",
    "role": "owner",
    "photos": "visit",
}  # of the summary, each by its first question
WORDED = frozenset({Bound.CHARITY, Bound.NO_RESALE})


class Topic(StrEnum):
    """A topic to tick; the first four concern the site."""

    LIFT = "lift"
    STAIRS = "stairs"
    VEHICLE = "vehicle"
    WELFARE = "welfare"
    TIMING = "timing"
    REUSE = "reuse"
    BOUNDS = "bounds"
    INSERTION = "insertion"
    PEMD = "pemd"
    BUDGET = "budget"
    PAPERS = "papers"
    BILLING = "billing"


FIELDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.LIFT: ("lift_size", "lift_load", "lift_reserve"),
    Topic.STAIRS: ("building", "stairs_width"),
    Topic.VEHICLE: ("vehicle_height", "vehicle_tonnes"),
    Topic.WELFARE: ("welfare",),
    Topic.TIMING: ("hard_deadline", "phases"),
    Topic.REUSE: ("reuse_goal", "reuse_contract"),
    Topic.BOUNDS: ("bounds", "bound_words"),
    Topic.INSERTION: ("insertion_hours", "clause_officer"),
    Topic.PEMD: ("pemd",),
    Topic.BUDGET: ("budget", "decision"),
    Topic.PAPERS: ("papers",),
    Topic.BILLING: (
        "bill_kind",
        "bill_name",
        "bill_address",
        "bill_email",
        "bill_reference",
        "bill_vat",
    ),
}


def answered_topics(plain: Collection[str]) -> list[str]:
    """List the topics with answers, in the order of the tick list."""
    return [topic for topic, names in FIELDS.items() if any(name in plain for name in names)]


def offered(answers: Any) -> Iterator[Topic]:
    """Offer all topics, without the lift if there is none."""
    without = answers.lift in {None, Lift.NONE}
    return (topic for topic in Topic if not (without and topic is Topic.LIFT))


def ticks(topic: Topic) -> Callable[[Any], bool]:
    return lambda answers: topic in (answers.more or ())


def wants_names(answers: Any) -> bool:
    return answers.entry in NAMED_AT


def shares_site(answers: Any) -> bool:
    return bool(answers.coactivity)


def has_goal(answers: Any) -> bool:
    return bool(answers.reuse_goal)


def bound_to_words(answers: Any) -> bool:
    """A charity has a name, and what must not be resold has one too."""
    return bool(WORDED.intersection(answers.bounds or ()))


def has_pemd(answers: Any) -> bool:
    return answers.pemd is Pemd.MADE


def owned_by_another(answers: Any) -> bool:
    return answers.role not in {None, ClientRole.OWNER}
