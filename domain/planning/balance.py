"""Who had how many hard, far and early jobs lately, and who knows which client."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from domain.distances import round_trip_km
from domain.planning.plan import Shift
from domain.planning.proposal_weights import ProposalWeights
from domain.planning.timetable import Timetable


@dataclass(frozen=True, slots=True)
class JobBurden:
    """What a job asks of those who go: how much is carried, how far it is, and for whom."""

    client: int
    postcode: str
    weight_kg: Decimal

    @property
    def km(self) -> Decimal:
        return round_trip_km(self.postcode)

    def is_hard(self, people: int, weights: ProposalWeights) -> bool:
        return self.weight_kg / max(people, 1) >= weights.hard_kg

    def is_far(self, weights: ProposalWeights) -> bool:
        return self.km >= weights.far_km


@dataclass(frozen=True, slots=True)
class Balance:
    """How many jobs of the weeks before were hard, far, early, and for the same client."""

    hard: int = 0
    far: int = 0
    early: int = 0
    same_client: int = 0


def balance_of(
    member: int,
    timetable: Timetable,
    burdens: Mapping[int, JobBurden],
    client: int,
    until: date,
    weights: ProposalWeights,
) -> Balance:
    """Count a member's jobs in the weeks before a day."""
    since = until - timedelta(weeks=int(weights.weeks))
    firsts: dict[int, Shift] = {}
    for shift in timetable.of_member(member):
        if since <= shift.on < until:
            firsts.setdefault(shift.plan.job, shift)
    done = [(shift, burdens[job]) for job, shift in firsts.items() if job in burdens]
    return Balance(
        hard=sum(burden.is_hard(len(shift.crew), weights) for shift, burden in done),
        far=sum(burden.is_far(weights) for _, burden in done),
        early=sum(is_early(shift, weights) for shift, _ in done),
        same_client=sum(burden.client == client for _, burden in done),
    )


def is_early(shift: Shift, weights: ProposalWeights) -> bool:
    """Tell whether a day of work begins early."""
    return shift.window.starts_at.astimezone(shift.plan.zone).hour < weights.early_hour
