"""What a job asks of every plan of it: its load, its site, its days, its papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.catalogue import Item
from domain.job_papers import JobPaper
from domain.site_rules import NO_RULES, SiteRules


@dataclass(frozen=True, slots=True)
class Load:
    """What is carried away: m³ as loaded, kg, in so many trips; m² of glass among it."""

    volume_m3: Decimal = Decimal(0)
    weight_kg: Decimal = Decimal(0)
    trips: int = 1
    glass_m2: Decimal = Decimal(0)
    glass_m3: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class JobFacts:
    """What is known of a job beside its plan; what is None or empty breaks no rule."""

    today: date | None = None
    earliest_on: date | None = None
    deadline_on: date | None = None
    quoted_days: int | None = None
    quoted_hours: Decimal | None = None  # person-hours
    load: Load = Load()
    items: tuple[Item, ...] = ()
    rules: SiteRules = NO_RULES
    needed: tuple[JobPaper, ...] = ()
    papers: Mapping[JobPaper, date] = field(default_factory=dict)  # those there, since when


NO_FACTS = JobFacts()
