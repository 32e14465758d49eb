"""What a client may add to a request: one question lists the topics, each asks only its own."""

from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from domain.inventory import Lift
from domain.job_preferences import Bound, Pemd
from domain.site_rules import NAMED_AT, ClientRole

WORDED = frozenset({Bound.CHARITY, Bound.NO_RESALE})


class Topic(StrEnum):
    """What can be ticked; the first four belong to the place."""

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
    Topic.BILLING: ("bill_kind", "bill_name", "bill_email", "bill_reference", "bill_vat"),
}


def answered_topics(plain: Collection[str]) -> list[str]:
    """List the topics of which something was said, as they are ticked."""
    return [topic for topic, names in FIELDS.items() if any(name in plain for name in names)]


def offered(so_far: Any) -> Iterator[Topic]:
    """Leave out the lift where there is none."""
    without = so_far.lift in {None, Lift.NONE}
    return (topic for topic in Topic if not (without and topic is Topic.LIFT))


def ticks(topic: Topic) -> Callable[[Any], bool]:
    return lambda so_far: topic in (so_far.more or ())


def wants_names(so_far: Any) -> bool:
    return so_far.entry in NAMED_AT


def shares_site(so_far: Any) -> bool:
    return bool(so_far.coactivity)


def has_goal(so_far: Any) -> bool:
    return bool(so_far.reuse_goal)


def bound_to_words(so_far: Any) -> bool:
    """A charity has a name, and what must not be resold has one too."""
    return bool(WORDED.intersection(so_far.bounds or ()))


def has_pemd(so_far: Any) -> bool:
    return so_far.pemd is Pemd.MADE


def owned_by_another(so_far: Any) -> bool:
    return so_far.role not in {None, ClientRole.OWNER}
