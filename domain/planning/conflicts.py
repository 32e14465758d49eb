"""What is wrong with a plan: every rule is asked, so that all is seen at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.crews import Member, Vehicle
from domain.planning import crew_rules, job_rules, time_rules, vehicle_rules
from domain.planning.case import Absence, Case
from domain.planning.job_facts import NO_FACTS, JobFacts
from domain.planning.plan import Plan
from domain.planning.timetable import Timetable

Rule = Callable[[Case], Iterator[Mapping[str, object]]]

# A hard rule cannot be overridden; a soft one needs a reason.
HARD: tuple[Rule, ...] = (
    crew_rules.already_booked,
    crew_rules.away,
    crew_rules.certificate_missing,
    crew_rules.certificate_expired,
    crew_rules.medical_date_over,
    crew_rules.contract_ended,
    time_rules.too_many_hours_a_day,
    time_rules.span_too_long,
    time_rules.rest_too_short,
    time_rules.no_break,
    time_rules.too_many_hours_a_week,
    time_rules.average_too_high,
    time_rules.weekly_rest_too_short,
    time_rules.too_many_days_in_a_row,
    time_rules.first_of_may,
    crew_rules.crew_too_small,
    crew_rules.day_crew_too_small,
    job_rules.heavy_item_without_people,
    crew_rules.no_leader,
    crew_rules.day_without_leader,
    vehicle_rules.vehicle_already_booked,
    vehicle_rules.vehicle_overloaded,
    vehicle_rules.vehicle_too_high,
    vehicle_rules.vehicle_too_heavy,
    vehicle_rules.glass_without_frame,
    crew_rules.no_driver,
    crew_rules.day_without_driver,
    vehicle_rules.vehicle_out_of_service,
    vehicle_rules.inspection_expired,
)
SOFT: tuple[Rule, ...] = (
    time_rules.over_contract_hours,
    time_rules.not_a_working_day,
    job_rules.before_earliest_day,
    job_rules.after_deadline,
    job_rules.other_than_quoted,
    job_rules.site_closed,
    job_rules.permit_too_late,
    job_rules.names_too_late,
    job_rules.paper_missing,
    vehicle_rules.no_vehicle,
    vehicle_rules.vehicle_too_small,
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
    existing: Timetable,
    roster: Mapping[int, Member],
    vehicles: Mapping[int, Vehicle],
    absences: Sequence[Absence] = (),
    facts: JobFacts = NO_FACTS,
) -> tuple[Conflict, ...]:
    """Return every rule that a plan breaks beside the other plans, hard ones first."""
    return _broken(Case(plan, existing, roster, vehicles, absences, facts), HARD, SOFT)


def vehicle_conflicts(
    plan: Plan,
    existing: Timetable,
    roster: Mapping[int, Member],
    vehicles: Mapping[int, Vehicle],
    absences: Sequence[Absence] = (),
    facts: JobFacts = NO_FACTS,
) -> tuple[Conflict, ...]:
    """Return the rules about vehicles that a plan breaks, whoever goes."""
    hard, soft = (
        [rule for rule in rules if rule.__module__ == vehicle_rules.__name__]
        for rules in (HARD, SOFT)
    )
    return _broken(Case(plan, existing, roster, vehicles, absences, facts), hard, soft)


def _broken(case: Case, hard: Sequence[Rule], soft: Sequence[Rule]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(rule.__name__, is_hard, found)
        for is_hard, rules in ((True, hard), (False, soft))
        for rule in rules
        for found in rule(case)
    )
