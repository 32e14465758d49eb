"""The papers without which a job does not begin (§6.1, row 8), and until when some must be sent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.planning_limits import limits_on
from domain.site_rules import Permit, SiteRules
from domain.survey import AsbestosSurvey


class JobPaper(StrEnum):
    """A paper of a job; a permit and a list of names count from the day they were sent."""

    SAFETY_PLAN = "safety_plan"  # prevention plan, or PPSPS on a coordinated site
    ASBESTOS = "asbestos"
    PERMIT = "permit"
    NAMES = "names"
    INSURANCE = "insurance"  # insurance and vigilance certificates


@dataclass(frozen=True, slots=True)
class JobForPapers:
    """What decides which papers a job needs; `fixed` where items are part of the building."""

    rules: SiteRules
    hours: Decimal
    price_cents: int
    fixed: bool
    asbestos: AsbestosSurvey | None
    on: date


def papers_needed(job: JobForPapers) -> tuple[JobPaper, ...]:
    """List the papers that a job needs."""
    rules, limits = job.rules, limits_on(job.on)
    shared = bool(rules.coactivity or rules.csps)
    needed = {
        JobPaper.SAFETY_PLAN: shared or job.hours >= limits.safety_plan_hours,
        JobPaper.ASBESTOS: job.fixed and job.asbestos is not AsbestosSurvey.RECENT,
        JobPaper.PERMIT: rules.permit in {Permit.CLIENT, Permit.US},
        JobPaper.NAMES: bool(rules.names_days),
        JobPaper.INSURANCE: job.price_cents >= limits.vigilance_euros * 100,
    }
    return tuple(paper for paper, wanted in needed.items() if wanted)


def missing(needed: Collection[JobPaper], there: Collection[JobPaper]) -> tuple[JobPaper, ...]:
    """List what is needed and not there."""
    return tuple(paper for paper in needed if paper not in there)
