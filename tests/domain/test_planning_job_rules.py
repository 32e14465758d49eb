"""Rules that come from the job and its crew, one test each, at their limits."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

from domain.catalogue import shipped_catalogue
from domain.crews import Certificate
from domain.job_papers import JobForPapers, JobPaper, papers_needed
from domain.planning import JobFacts, PlanDay
from domain.site_rules import NO_RULES, Opening, Permit, SiteRules
from domain.survey import AsbestosSurvey
from tests.domain.crew_cases import BINTOU, MONDAY, broken, plan

TUESDAY = MONDAY + timedelta(days=1)
SAFE = replace(shipped_catalogue().get("BUR-01"), min_persons=4)
TWO_DAYS = plan(days=2, hours=Decimal(28))


def test_before_earliest_day() -> None:
    assert broken("before_earliest_day", TWO_DAYS, facts=JobFacts(earliest_on=MONDAY)) == []
    assert broken("before_earliest_day", TWO_DAYS, facts=JobFacts(earliest_on=TUESDAY)) == [
        {"on": MONDAY, "earliest": TUESDAY}
    ]


def test_after_deadline() -> None:
    assert broken("after_deadline", TWO_DAYS, facts=JobFacts(deadline_on=TUESDAY)) == []
    assert broken("after_deadline", TWO_DAYS, facts=JobFacts(deadline_on=MONDAY)) == [
        {"on": TUESDAY, "deadline": MONDAY}
    ]


def test_site_closed() -> None:
    """Seven hours and a break from 08:00: until 15:30."""

    def open_from(start: time, end: time) -> list[object]:
        facts = JobFacts(rules=SiteRules(hours=Opening(start, end)))
        return [found["opening"] for found in broken("site_closed", plan(), facts=facts)]

    assert open_from(time(8), time(15, 30)) == []
    assert open_from(time(8, 1), time(15, 30)) == ["08:01–15:30"]
    assert open_from(time(8), time(15, 29)) == ["08:00–15:29"]


def test_a_site_that_is_open_at_night_is_open_on_both_days() -> None:
    night = plan(start_time=time(22), hours=Decimal(10))  # 22:00 to 03:00
    after_midnight = plan(start_time=time(1), hours=Decimal(6))  # 01:00 to 04:00
    facts = JobFacts(rules=SiteRules(hours=Opening(time(21), time(5))))

    assert broken("site_closed", night, facts=facts) == []
    assert broken("site_closed", after_midnight, facts=facts) == []
    assert len(broken("site_closed", plan(), facts=facts)) == 1


def test_heavy_item_without_people() -> None:
    safe = JobFacts(items=(SAFE,))

    assert broken("heavy_item_without_people", plan(crew=(1, 2, 3, 4)), facts=safe) == []
    assert broken("heavy_item_without_people", plan(crew=(1, 2, 3)), facts=safe) == [
        {"item": SAFE, "needed": 4, "count": 3}
    ]


def test_a_heavy_item_waits_for_no_day_on_which_people_are_missing() -> None:
    shape = (PlanDay(0), PlanDay(1, off=(4,)))
    facts = JobFacts(items=(SAFE,))
    split = plan(crew=(1, 2, 3, 4), days=2, shape=shape)
    assert broken("heavy_item_without_people", split, facts=facts) == [
        {"item": SAFE, "needed": 4, "count": 3}
    ]


def test_permit_too_late() -> None:
    """A town takes 15 days; what was sent counts from its day, what was not from today."""
    by = MONDAY - timedelta(days=15)
    rules, needed = SiteRules(permit=Permit.US), (JobPaper.PERMIT,)

    def asked(today: date, sent: date | None) -> list[dict[str, object]]:
        papers = {JobPaper.PERMIT: sent} if sent else {}
        facts = JobFacts(today=today, rules=rules, needed=needed, papers=papers)
        return broken("permit_too_late", plan(), facts=facts)

    assert asked(by, None) == []
    assert asked(by + timedelta(days=1), None) == [{"by": by}]
    assert asked(MONDAY, by) == []
    assert asked(MONDAY, by + timedelta(days=1)) == [{"by": by}]


def test_names_too_late() -> None:
    by = MONDAY - timedelta(days=3)
    rules, needed = SiteRules(names_days=3), (JobPaper.NAMES,)

    def sent(today: date, **papers: date) -> list[dict[str, object]]:
        there = {JobPaper(name): on for name, on in papers.items()}
        facts = JobFacts(today=today, rules=rules, needed=needed, papers=there)
        return broken("names_too_late", plan(), facts=facts)

    assert sent(by) == []
    assert sent(by + timedelta(days=1)) == [{"by": by}]
    assert sent(MONDAY, names=by) == []


def test_paper_missing() -> None:
    """Each paper that is not there is named; one that is late is told as late, not twice."""
    needed = (JobPaper.SAFETY_PLAN, JobPaper.ASBESTOS, JobPaper.PERMIT)
    facts = JobFacts(
        today=MONDAY - timedelta(days=15),
        rules=SiteRules(permit=Permit.US),
        needed=needed,
        papers={JobPaper.ASBESTOS: MONDAY},
    )

    assert broken("paper_missing", plan(), facts=facts) == [
        {"paper": "safety_plan"},
        {"paper": "permit"},
    ]
    late = replace(facts, today=MONDAY - timedelta(days=14))
    assert broken("paper_missing", plan(), facts=late) == [{"paper": "safety_plan"}]


def test_what_papers_a_job_needs() -> None:
    job = JobForPapers(NO_RULES, Decimal(399), 499_999, fixed=False, asbestos=None, on=MONDAY)

    assert papers_needed(job) == ()
    assert papers_needed(replace(job, hours=Decimal(400))) == (JobPaper.SAFETY_PLAN,)
    assert papers_needed(replace(job, price_cents=500_000)) == (JobPaper.INSURANCE,)
    assert papers_needed(replace(job, rules=SiteRules(coactivity=True))) == (JobPaper.SAFETY_PLAN,)
    assert papers_needed(replace(job, rules=SiteRules(permit=Permit.NO, names_days=0))) == ()
    both = SiteRules(permit=Permit.CLIENT, names_days=2)
    assert papers_needed(replace(job, rules=both)) == (JobPaper.PERMIT, JobPaper.NAMES)
    fixed = replace(job, fixed=True, asbestos=AsbestosSurvey.YES)
    assert papers_needed(fixed) == (JobPaper.ASBESTOS,)
    assert papers_needed(replace(fixed, asbestos=AsbestosSurvey.RECENT)) == ()


def test_medical_date_over() -> None:
    def until(last: date) -> list[dict[str, object]]:
        seen = replace(BINTOU, certificates=(Certificate("MEDICAL", last),))
        return broken("medical_date_over", TWO_DAYS, change=[seen])

    assert until(TUESDAY) == []
    assert until(MONDAY) == [{"name": "Bintou", "on": MONDAY}]


def test_day_without_leader() -> None:
    split = plan(days=2, shape=(PlanDay(0), PlanDay(1, off=(1,))))

    assert broken("day_without_leader", plan(days=2)) == []
    assert broken("day_without_leader", split) == [{"on": TUESDAY}]
    assert broken("day_without_leader", replace(split, crew=(1, 2, 4))) == []


def test_day_without_driver() -> None:
    split = plan(crew=(1, 3, 4), days=2, shape=(PlanDay(0), PlanDay(1, off=(1,))))

    assert broken("day_without_driver", split) == []
    assert broken("day_without_driver", replace(split, crew=(1, 2, 4))) == [
        {"on": TUESDAY, "vehicle": "Kangoo"}
    ]


def test_day_crew_too_small() -> None:
    split = plan(days=2, shape=(PlanDay(0), PlanDay(1, off=(2,))))

    assert broken("day_crew_too_small", split) == [{"on": TUESDAY, "count": 1, "needed": 2}]
    assert broken("day_crew_too_small", replace(split, crew=(1, 2, 3))) == []


def test_who_does_not_come_on_a_day_is_not_judged_on_it() -> None:
    split = plan(days=2, shape=(PlanDay(0), PlanDay(1, off=(2,))))
    leaving = replace(BINTOU, contract_end=MONDAY)

    assert broken("contract_ended", split, change=[leaving]) == []


def test_other_than_quoted() -> None:
    """Two days and 28 h were quoted; half an hour more a person is another 1 h."""
    quoted = JobFacts(quoted_days=2, quoted_hours=Decimal(28))
    longer = plan(
        days=2,
        hours=Decimal(28),
        shape=(PlanDay(0, hours=Decimal("7.5")), PlanDay(1, hours=Decimal(7))),
    )

    assert broken("other_than_quoted", TWO_DAYS, facts=quoted) == []
    assert broken("other_than_quoted", longer, facts=quoted) == [
        {"count": 2, "hours": Decimal("29.00"), "quoted": 2, "limit": Decimal(28)}
    ]
    three = plan(days=3, hours=Decimal(28), shape=(PlanDay(0), PlanDay(1), PlanDay(2)))
    assert [one["count"] for one in broken("other_than_quoted", three, facts=quoted)] == [3]
