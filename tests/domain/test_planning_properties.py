"""What holds of the planning rules whatever the plan."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import public_holidays
from domain.job_papers import JobPaper
from domain.planning import Absence, JobFacts, Load, Plan, PlanDay
from domain.site_rules import Opening, Permit, SiteRules
from domain.windows import TimeWindow
from tests.domain.crew_cases import ROSTER, VEHICLES, found

# From here on, twelve weeks and more have no holiday and no change of clocks.
QUIET = date(2027, 1, 4)
LAST_QUIET = date(2027, 3, 20)
WEEK = timedelta(weeks=1)
# What a crew as a whole may lack once somebody has left it.
OF_WHOLE_CREW = {
    "crew_too_small",
    "day_crew_too_small",
    "heavy_item_without_people",
    "no_leader",
    "day_without_leader",
    "no_driver",
    "day_without_driver",
    "no_first_aider",
}

starts = st.times(time(0), time(23)).map(lambda at: at.replace(second=0, microsecond=0))
hours = st.integers(1, 160).map(lambda quarters: Decimal(quarters) / 4)
crews = st.lists(st.sampled_from(sorted(ROSTER)), unique=True, max_size=4).map(tuple)
fleets = st.lists(st.sampled_from(sorted(VEHICLES)), unique=True, max_size=2)
days_off = st.lists(st.sampled_from(sorted(ROSTER)), unique=True, max_size=2).map(tuple)
shapes = st.one_of(
    st.just(()),
    st.sets(st.integers(1, 5), max_size=4).flatmap(
        lambda afters: st.tuples(
            *(
                st.builds(PlanDay, st.just(after), st.none() | starts, st.none() | hours, days_off)
                for after in (0, *sorted(afters))
            )
        )
    ),
)


@st.composite
def plans(draw: Any, job: int = 1) -> Plan:
    """A plan of any shape in the quiet weeks."""
    shape, vehicles = draw(shapes), draw(fleets)
    return Plan(
        job=job,
        start_on=draw(st.dates(QUIET, LAST_QUIET - 2 * WEEK - timedelta(days=8))),
        start_time=draw(starts),
        days=len(shape) or draw(st.integers(1, 4)),
        hours=draw(hours),
        crew=draw(crews),
        leader=draw(st.none() | st.sampled_from(sorted(ROSTER))),
        vehicle=vehicles[0] if vehicles else None,
        more_vehicles=tuple(vehicles[1:]),
        shape=shape,
    )


others = st.lists(st.integers(2, 9), unique=True, max_size=5).flatmap(
    lambda jobs: st.tuples(*(plans(job) for job in jobs))
)


def later(value: Any) -> Any:
    """Move every day in the figures of a conflict by a week."""
    return value + WEEK if isinstance(value, date) else value


def test_the_quiet_weeks_are_quiet() -> None:
    assert not [on for on in public_holidays(2027) if QUIET <= on <= LAST_QUIET]


@settings(max_examples=150, deadline=None)
@given(plans(), others)
def test_a_plan_a_week_later_breaks_the_same_rules(judged: Plan, around: tuple[Plan, ...]) -> None:
    facts = JobFacts(
        today=QUIET,
        earliest_on=QUIET + WEEK,
        deadline_on=QUIET + 3 * WEEK,
        load=Load(Decimal(30), Decimal(900), 1, Decimal(12)),
        rules=SiteRules(permit=Permit.US, hours=Opening(time(7), time(18))),
        needed=(JobPaper.PERMIT,),
    )
    moved = replace(
        facts,
        today=QUIET + WEEK,
        earliest_on=QUIET + 2 * WEEK,
        deadline_on=QUIET + 4 * WEEK,
    )
    leave = TimeWindow(datetime(2027, 1, 14, 12, tzinfo=UTC), datetime(2027, 1, 17, tzinfo=UTC))
    away = [Absence(2, leave)]
    away_later = [Absence(2, TimeWindow(leave.starts_at + WEEK, leave.ends_at + WEEK))]

    now = found(judged, *around, facts=facts, absences=away)
    then = found(
        replace(judged, start_on=judged.start_on + WEEK),
        *(replace(other, start_on=other.start_on + WEEK) for other in around),
        facts=moved,
        absences=away_later,
    )

    assert [
        (one.rule, {name: later(value) for name, value in one.params.items()}) for one in now
    ] == [(one.rule, dict(one.params)) for one in then]


@settings(max_examples=150, deadline=None)
@given(plans(), others, st.data())
def test_taking_somebody_off_another_job_adds_nothing(
    judged: Plan, around: tuple[Plan, ...], data: Any
) -> None:
    """Their seat stays empty, as when they decline, so the others' hours stay as they are."""
    if not around:
        return
    index = data.draw(st.integers(0, len(around) - 1))
    gone = data.draw(st.sampled_from(sorted(ROSTER)))
    less = tuple(
        without(other, gone) if number == index else other for number, other in enumerate(around)
    )

    before = {(one.rule, one.params.get("name")) for one in found(judged, *around)}
    after = {(one.rule, one.params.get("name")) for one in found(judged, *less)}

    assert after <= before


@settings(max_examples=150, deadline=None)
@given(plans().filter(lambda plan: plan.crew), others)
def test_taking_somebody_off_adds_only_what_the_whole_crew_may_lack(
    judged: Plan, around: tuple[Plan, ...]
) -> None:
    """The others' hours stay: what the one who left would have done is no longer in the plan."""
    gone = judged.crew[-1]
    left = tuple(member for member in judged.crew if member != gone)
    share = tuple(replace(day, hours=judged.hours_on(n)) for n, day in enumerate(days_of(judged)))
    whole, less = replace(judged, shape=share), replace(judged, crew=left, shape=share)

    before = {(one.rule, one.params.get("name")) for one in found(whole, *around)}
    after = {(one.rule, one.params.get("name")) for one in found(less, *around)}

    assert {rule for rule, _ in after - before} <= OF_WHOLE_CREW


def days_of(plan: Plan) -> tuple[PlanDay, ...]:
    """Write the days of a plan out, whether it has a shape or not."""
    return plan.shape or tuple(PlanDay((on - plan.start_on).days) for on in plan.dates)


def without(plan: Plan, gone: int) -> Plan:
    seats = tuple(-member if member == gone else member for member in plan.crew)
    return replace(plan, crew=seats)
