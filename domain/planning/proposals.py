"""The three best teams for a job, with the reasons, and why another person is in none of them.

A proposal weighs the rules, the way from another site of the day, the balance of hard, far and
early jobs over four weeks, who knows the client, and skills better kept free. A person decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product

from domain.crews import FIRST_AID, MEDICAL, Member, Vehicle
from domain.money import half_up
from domain.planning.balance import Balance, JobBurden, balance_of, is_early
from domain.planning.candidates import PlanningCandidates
from domain.planning.conflicts import Conflict
from domain.planning.plan import Plan, shifts
from domain.planning.proposal_weights import ProposalWeights, weights_on

BEST = 3
WIDTH = 5  # how many leaders, drivers and first-aiders are tried for a team
JUDGED = 24  # how many teams all rules are asked about
MOST_VEHICLES = 3  # how many vehicles, or pairs, are tried
COMMON = frozenset({FIRST_AID, MEDICAL, "LICENCE_B", "CARTE_BTP"})


@dataclass(frozen=True, slots=True)
class ProposalReason:
    """One thing that speaks for or against: a key of the words, with what they need."""

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A team that no hard rule forbids, its points, and the two lines that explain it."""

    plan: Plan
    points: Decimal
    soft: tuple[Conflict, ...]
    people: tuple[ProposalReason, ...]  # the first line
    work: tuple[ProposalReason, ...]  # the second


@dataclass(frozen=True)
class Selection:
    """The choice of a team for a job on a day: everybody's points, and the best teams."""

    bench: PlanningCandidates
    on: date
    at: time
    burden: JobBurden
    burdens: Mapping[int, JobBurden]

    @cached_property
    def weights(self) -> ProposalWeights:
        return weights_on(self.on)

    @cached_property
    def hindered(self) -> Mapping[int, Conflict]:
        """Who cannot come, and by which rule."""
        found = ((each, self.bench.hindrance(each, self.on, self.at)) for each in self.bench.roster)
        return {member: conflict for member, conflict in found if conflict is not None}

    @cached_property
    def balances(self) -> Mapping[int, Balance]:
        return {
            member: balance_of(
                member,
                self.bench.timetable,
                self.burdens,
                self.burden.client,
                self.on,
                self.weights,
            )
            for member in self.bench.roster
        }

    @cached_property
    def points(self) -> Mapping[int, Decimal]:
        """What speaks against each who can come, the role in the team left aside."""
        return {each.id: self._points(each) for each in self.able}

    @cached_property
    def able(self) -> tuple[Member, ...]:
        return tuple(
            member for member in self.bench.roster.values() if member.id not in self.hindered
        )

    @cached_property
    def best(self) -> tuple[Proposal, ...]:
        """The best teams, each with other people than those before it."""
        judged = [found for plan in self._ranked()[:JUDGED] if (found := self._judged(plan))]
        judged.sort(key=lambda one: (one.points, one.plan.crew, one.plan.vehicles))
        chosen: dict[frozenset[int], Proposal] = {}
        for one in judged:
            chosen.setdefault(frozenset(one.plan.crew), one)
        return tuple(chosen.values())[:BEST]

    def why_not(self, member: int) -> ProposalReason:
        """Say why somebody is in none of the teams: a rule, or what speaks against them most."""
        if (conflict := self.hindered.get(member)) is not None:
            return ProposalReason("rule", {"rule": conflict.rule, **conflict.params})
        if not self.best:
            return ProposalReason("no_team")
        theirs, taken = self.balances[member], self.best[0].plan.crew
        for what in self.demands:
            highest = max(getattr(self.balances[each], what) for each in taken)
            if getattr(theirs, what) > highest:
                params = {"count": getattr(theirs, what), "most": highest}
                return ProposalReason(f"more_{what}", params)
        if spare := self._spare(self.bench.roster[member]):
            return ProposalReason("kept_free", {"skills": spare})
        knows = [each for each in taken if self.balances[each].same_client > theirs.same_client]
        if knows:
            return ProposalReason("others_know", {"names": self._names(knows)})
        return ProposalReason("as_good")

    @cached_property
    def demands(self) -> tuple[str, ...]:
        """Name what this job is: hard, far, early."""
        first = shifts(self.bench.plan(self.on, self.at, ()))[0]
        told = {
            "hard": self.burden.is_hard(self.size, self.weights),
            "far": self.burden.is_far(self.weights),
            "early": is_early(first, self.weights),
        }
        return tuple(name for name, holds in told.items() if holds)

    @cached_property
    def size(self) -> int:
        """How many go: those quoted, and as many as the heaviest thing takes."""
        heaviest = max((item.min_persons for item in self.bench.facts.items), default=0)
        return max(self.bench.crew_size, self.bench.min_crew, heaviest)

    def _points(self, member: Member) -> Decimal:
        balance, weights = self.balances[member.id], self.weights
        before = sum((Decimal(getattr(balance, what)) for what in self.demands), Decimal(0))
        known = min(balance.same_client, int(weights.most_continuity))
        return (
            weights.fairness * before
            - weights.continuity * known
            + weights.km * self._extra_km(member)
            + weights.spare * len(self._spare(member))
        )

    def _extra_km(self, member: Member) -> Decimal:
        """Reckon the way to or from another site of the same day, in another department."""
        department = self.burden.postcode[:2]
        others = [
            self.burdens[shift.plan.job]
            for shift in self.bench.timetable.of_member(member.id)
            if shift.on == self.on and shift.plan.job in self.burdens
        ]
        return sum(
            ((one.km + self.burden.km) / 2 for one in others if one.postcode[:2] != department),
            Decimal(0),
        )

    def _spare(self, member: Member) -> tuple[str, ...]:
        """List what a member can that this job does not need."""
        needed = COMMON | self.bench.certificates
        return tuple(
            sorted(
                each.kind
                for each in member.certificates
                if each.kind not in needed and each.holds_on(self.on)
            )
        )

    def _ranked(self) -> list[Plan]:
        """List teams, those first that have the fewest points before the soft rules."""
        teams: dict[tuple[frozenset[int], tuple[int, ...]], Plan] = {}
        for vehicles in self._vehicles:
            for crew in self._crews(vehicles):
                ids = tuple(member.id for member in crew)
                leader = self.bench.leads(ids, None)
                first = vehicles[0].id if vehicles else None
                plan = self.bench.plan_with(
                    self.on, self.at, ids, leader, first, [each.id for each in vehicles[1:]]
                )
                teams.setdefault((frozenset(ids), plan.vehicles), plan)
        return sorted(
            teams.values(), key=lambda plan: (self._of_team(plan), plan.crew, plan.vehicles)
        )

    @cached_property
    def _going(self) -> Mapping[tuple[int, ...], Decimal]:
        """What speaks against each of the vehicles that can go."""
        weighed = (self._of_vehicles(each) for each in self._vehicles if each)
        return {ids: points for points, ids in weighed}

    @cached_property
    def _vehicles(self) -> list[tuple[Vehicle, ...]]:
        """List the vehicles that can go, or pairs where none can alone, the fittest first."""
        if self.bench.facts.load.weight_kg <= 0:
            return [()]
        fleet = sorted(self.bench.fleet.values(), key=lambda each: each.id)
        for count in (1, 2):
            fit = [each for each in combinations(fleet, count) if self._can_go(each)]
            if fit:
                return sorted(fit, key=self._of_vehicles)[:MOST_VEHICLES]
        return []

    def _can_go(self, vehicles: Sequence[Vehicle]) -> bool:
        plan = self._with_vehicles(vehicles)
        return not any(one.hard for one in self.bench.vehicle_conflicts(plan))

    def _with_vehicles(self, vehicles: Sequence[Vehicle]) -> Plan:
        """Make a plan of the vehicles alone, as long as it is with a whole crew."""
        first, *more = [each.id for each in vehicles]
        plan = self.bench.plan_with(self.on, self.at, (), None, first, more)
        return replace(plan, hours=self.bench.hours / self.size)

    def _of_vehicles(self, vehicles: Sequence[Vehicle]) -> tuple[Decimal, tuple[int, ...]]:
        """Weigh what stays empty, what is too small, and how many go."""
        load, weights = self.bench.facts.load, self.weights
        holds = sum((each.volume_m3 or Decimal(0) for each in vehicles), Decimal(0)) * load.trips
        soft = self.bench.vehicle_conflicts(self._with_vehicles(vehicles))
        empty = max(holds - load.volume_m3, Decimal(0)) * weights.empty_m3
        points = empty + weights.vehicle * len(vehicles) + weights.soft * len(soft)
        return points, tuple(each.id for each in vehicles)

    def _crews(self, vehicles: Sequence[Vehicle]) -> Iterator[tuple[Member, ...]]:
        """Make teams around each leader, driver and first-aider that speak most for themselves."""
        cheapest = sorted(self.able, key=lambda each: (self.points[each.id], each.id))
        plainest = sorted(cheapest, key=lambda each: self.points[each.id] + self._roles(each))
        leaders = [each for each in cheapest if each.leader][:WIDTH]
        aiders = [each for each in cheapest if each.holds(FIRST_AID, self.on)][:WIDTH]
        drivers = [self._drivers(cheapest, vehicle) for vehicle in vehicles]
        for core in product(leaders, aiders or leaders[:1], *drivers):
            chosen = list(dict.fromkeys(core))
            rest = (each for each in plainest if each not in chosen)
            chosen += [each for each, _ in zip(rest, range(self.size - len(chosen)), strict=False)]
            if len(chosen) >= self.size:
                yield tuple(chosen)

    def _drivers(self, among: Sequence[Member], vehicle: Vehicle) -> list[Member]:
        needed = vehicle.certificate
        able = (each for each in among if each.driver)
        return [each for each in able if needed is None or each.holds(needed, self.on)][:WIDTH]

    def _roles(self, member: Member) -> Decimal:
        return self.weights.spare * (member.leader + member.driver)

    def _of_team(self, plan: Plan) -> Decimal:
        """Add up the points of a team: its people, roles beyond those needed, its vehicles."""
        crew = [self.bench.roster[each] for each in plan.crew]
        leaders = max(sum(each.leader for each in crew) - 1, 0)
        drivers = max(sum(each.driver for each in crew) - len(plan.vehicles), 0)
        people = sum((self.points[each] for each in plan.crew), Decimal(0))
        going = self._going.get(plan.vehicles, Decimal(0))
        extra = max(len(crew) - self.size, 0) * self.weights.soft
        return people + self.weights.spare * (leaders + drivers) + going + extra

    def _judged(self, plan: Plan) -> Proposal | None:
        against = self.bench.conflicts(plan)
        if any(one.hard for one in against):
            return None
        points = self._of_team(plan) + self.weights.soft * len(against)
        return Proposal(plan, points, against, self._on_people(plan), self._on_work(plan, against))

    def _on_people(self, plan: Plan) -> tuple[ProposalReason, ...]:
        """Say what speaks for these people: the client they know, their turn, what is kept free."""
        knows = [each for each in plan.crew if self.balances[each].same_client]
        told = [ProposalReason("knows", {"names": self._names(knows)})] if knows else []
        for what in self.demands:
            most = max(getattr(self.balances[each], what) for each in plan.crew)
            told.append(ProposalReason(f"turn_{what}", {"most": most}))
        if not any(self._spare(self.bench.roster[each]) for each in plan.crew):
            kept = sum(1 for each in self.able if self._spare(each))
            told += [ProposalReason("spares", {"count": kept})] if kept else []
        return tuple(told[:2]) or (ProposalReason("free"),)

    def _on_work(self, plan: Plan, against: Sequence[Conflict]) -> tuple[ProposalReason, ...]:
        """Say how the vehicles fit, and which soft rules are against it."""
        load = self.bench.facts.load
        vehicles = [self.bench.fleet[each] for each in plan.vehicles]
        holds = sum((each.volume_m3 or Decimal(0) for each in vehicles), Decimal(0)) * load.trips
        fit = ProposalReason("holds", {"volume": half_up(load.volume_m3, 1), "holds": holds})
        told = [fit] if holds else []
        rules = sorted({one.rule for one in against})
        told.append(ProposalReason("soft", {"rules": rules}) if rules else ProposalReason("clean"))
        return tuple(told)

    def _names(self, members: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.bench.roster[each].name for each in members)
