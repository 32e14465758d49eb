"""Rules that come from the job: the client's days, site, papers, heavy items (§2.2, §6.1)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from domain.calendar import to_utc
from domain.job_papers import JobPaper, missing
from domain.money import half_up
from domain.planning.case import Case
from domain.site_rules import Opening, permit_by
from domain.windows import TimeWindow

JobConflicts = Iterator[Mapping[str, object]]


def before_earliest_day(case: Case) -> JobConflicts:
    """The job begins before the first day that the client offers."""
    earliest = case.facts.earliest_on
    if earliest is not None and case.days[0] < earliest:
        yield {"on": case.days[0], "earliest": earliest}


def after_deadline(case: Case) -> JobConflicts:
    """The job ends after the client's deadline."""
    deadline = case.facts.deadline_on
    if deadline is not None and case.days[-1] > deadline:
        yield {"on": case.days[-1], "deadline": deadline}


def other_than_quoted(case: Case) -> JobConflicts:
    """The days or the person-hours are not those of the quote: somebody says why."""
    days, hours = len(case.days), half_up(case.plan.total_hours, 2)
    quoted_days, quoted_hours = case.facts.quoted_days, case.facts.quoted_hours
    if quoted_days is None or quoted_hours is None:
        return
    if (days, hours) != (quoted_days, half_up(quoted_hours, 2)):
        yield {"count": days, "hours": hours, "quoted": quoted_days, "limit": quoted_hours}


def site_closed(case: Case) -> JobConflicts:
    """The work of a day begins before the site opens, or ends after it closes (§2.2)."""
    hours = case.facts.rules.hours
    if hours is None:
        return
    for shift in case.own:
        if not any(_holds(case, hours, on, shift.window) for on in _around(shift.on)):
            yield {"on": shift.on, "opening": str(hours)}


def heavy_item_without_people(case: Case) -> JobConflicts:
    """A thing takes more people at once than come on the thinnest day (§7.3)."""
    there = min(len(shift.crew) for shift in case.own)
    for item in case.facts.items:
        if item.min_persons > max(there, case.plan.min_crew):
            yield {"item": item, "needed": item.min_persons, "count": there}


def permit_too_late(case: Case) -> JobConflicts:
    """The town was not asked in time for the truck to stand in the street (§2.2)."""
    yield from _sent_late(case, JobPaper.PERMIT, permit_by(case.days[0]))


def names_too_late(case: Case) -> JobConflicts:
    """The site did not get the names of the crew in time (§2.2)."""
    by = case.facts.rules.names_by(case.days[0])
    if by is not None:
        yield from _sent_late(case, JobPaper.NAMES, by)


def paper_missing(case: Case) -> JobConflicts:
    """A paper without which the job does not begin is not there (§6.1, row 8)."""
    late = {JobPaper.PERMIT: permit_too_late, JobPaper.NAMES: names_too_late}
    for paper in missing(case.facts.needed, case.facts.papers):
        if paper not in late or not [*late[paper](case)]:
            yield {"paper": paper.value}


def _sent_late(case: Case, paper: JobPaper, by: date) -> JobConflicts:
    if paper not in case.facts.needed or case.facts.today is None:
        return
    sent = case.facts.papers.get(paper)
    if (sent or case.facts.today) > by:
        yield {"by": by}


def _around(on: date) -> tuple[date, date]:
    """Return the days whose opening may hold work that begins on a day."""
    return on - timedelta(days=1), on


def _holds(case: Case, hours: Opening, on: date, window: TimeWindow) -> bool:
    closes = on + timedelta(days=1) if hours.end <= hours.start else on
    zone = case.plan.zone
    opened = TimeWindow(to_utc(on, hours.start, zone), to_utc(closes, hours.end, zone))
    return opened.starts_at <= window.starts_at and window.ends_at <= opened.ends_at
