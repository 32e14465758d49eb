"""What is wrong with a plan: every rule is asked, so that all is seen at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.crews import Member, Vehicle
from domain.planning import crew_rules, time_rules, vehicle_rules
from domain.planning.case import Absence, Case
from domain.planning.plan import Plan

Rule = Callable[[Case], Iterator[Mapping[str, object]]]

# A hard rule cannot be overridden; a soft one needs a reason.
HARD: tuple[Rule, ...] = (
    crew_rules.already_booked,
    crew_rules.away,
    crew_rules.certificate_missing,
    crew_rules.certificate_expired,
    crew_rules.contract_ended,
    time_rules.too_many_hours_a_day,
    time_rules.span_too_long,
    time_rules.rest_too_short,
    time_rules.too_many_hours_a_week,
    crew_rules.crew_too_small,
    crew_rules.no_leader,
    crew_rules.vehicle_already_booked,
    crew_rules.no_driver,
    vehicle_rules.vehicle_out_of_service,
    vehicle_rules.inspection_expired,
)
SOFT: tuple[Rule, ...] = (
    time_rules.over_contract_hours,
    time_rules.not_a_working_day,
    crew_rules.no_first_aider,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One rule that a plan breaks; `params` name the person, the day and the figures."""

    rule: str
    hard: bool
    params: Mapping[str, object]


def conflicts(
    plan: Plan,
    existing: Sequence[Plan],
    roster: Mapping[int, Member],
    vehicles: Mapping[int, Vehicle],
    absences: Sequence[Absence] = (),
) -> tuple[Conflict, ...]:
    """Return every rule that a plan breaks beside the other plans, hard ones first."""
    case = Case(plan, existing, roster, vehicles, absences)
    return tuple(
        Conflict(rule.__name__, hard, found)
        for hard, rules in ((True, HARD), (False, SOFT))
        for rule in rules
        for found in rule(case)
    )
