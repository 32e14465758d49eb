"""The plans of all jobs, laid out once by who and what they take."""

from collections import defaultdict
from collections.abc import Iterable

from domain.planning.plan import Plan, Shift, shifts


class Timetable:
    """Shifts of many plans, by member and by vehicle."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self.plans = tuple(plans)
        self._by_member: dict[int, list[Shift]] = defaultdict(list)
        self._by_vehicle: dict[int, list[Shift]] = defaultdict(list)
        for plan in self.plans:
            for shift in shifts(plan):
                for member in shift.crew:
                    self._by_member[member].append(shift)
                for vehicle in plan.vehicles:
                    self._by_vehicle[vehicle].append(shift)

    def of_member(self, member: int) -> list[Shift]:
        return self._by_member.get(member, [])

    def of_vehicle(self, vehicle: int) -> list[Shift]:
        return self._by_vehicle.get(vehicle, [])
