"""The plans of all jobs, laid out once by who and what they take."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from domain.planning.plan import Plan, Shift, shifts


class Timetable:
    """Shifts of many plans, by member and by vehicle; each is reckoned when it is asked for."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._plans_of_member: dict[int, list[Plan]] = defaultdict(list)
        self._plans_of_vehicle: dict[int, list[Plan]] = defaultdict(list)
        for plan in plans:
            for member in plan.crew:
                self._plans_of_member[member].append(plan)
            for vehicle in plan.vehicles:
                self._plans_of_vehicle[vehicle].append(plan)
        self._shifts: dict[int, tuple[Shift, ...]] = {}

    def of_member(self, member: int) -> list[Shift]:
        """List the shifts that a member comes to."""
        all_shifts = self._of(self._plans_of_member.get(member, ()))
        return [shift for shift in all_shifts if member in shift.crew]

    def of_vehicle(self, vehicle: int) -> list[Shift]:
        """List the shifts that a vehicle goes to."""
        return self._of(self._plans_of_vehicle.get(vehicle, ()))

    def _of(self, plans: Sequence[Plan]) -> list[Shift]:
        return [shift for plan in plans for shift in self._reckoned(plan)]

    def _reckoned(self, plan: Plan) -> tuple[Shift, ...]:
        found = self._shifts.get(id(plan))
        if found is None:
            found = self._shifts[id(plan)] = shifts(plan)
        return found
