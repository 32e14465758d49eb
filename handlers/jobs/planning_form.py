"""The planning form: day, hour, crew, leader, vehicle."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import islice
from typing import Any

from domain.calendar import is_working_day
from domain.planning.candidates import PlanningCandidates
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Day, Facts, Option, Time
from handlers.jobs.crew_kind import Crew, by_hand, member_name
from handlers.words.catalogue import Say

STARTS = (time(6, 30), time(7), time(7, 30), time(8), time(8, 30), time(9), time(13), time(13, 30))
MOST_DAYS = 9


class SiteDay(Day):
    """A day, with buttons for the working days that the client offered."""

    def options(self, before: Any, facts: Facts) -> Sequence[Option]:
        if before:
            return super().options(before, facts)
        candidates: PlanningCandidates = facts["candidates"]
        first = max(candidates.earliest_on, facts["today"])
        length = (candidates.deadline_on - first).days + 1
        offered = (first + timedelta(n) for n in range(length))
        days = list(islice(filter(is_working_day, offered), MOST_DAYS))
        return [Option(day.isoformat(), text=day) for day in days] or super().options(before, facts)


class Leader(Choice[str]):
    """A chosen crew member who may lead."""

    def __init__(self) -> None:
        super().__init__(needs="candidates", columns=2)

    def offers(self, facts: Facts) -> Sequence[Option]:
        candidates: PlanningCandidates = facts["candidates"]
        chosen = [
            candidates.roster[member_id]
            for member_id in ids(facts.so_far.crew)
            if member_id in candidates.roster
        ]
        return [Option(str(member.id), text=member.name) for member in chosen if member.leader]

    def word(self, raw: Any, key: str, facts: Facts, say: Say) -> str:
        return member_name(facts, raw)


class Van(Choice[str]):
    """A vehicle; one that is taken by another job is marked."""

    def __init__(self) -> None:
        super().__init__(needs="candidates", columns=1)

    def offers(self, facts: Facts) -> Sequence[Option]:
        candidates: PlanningCandidates = facts["candidates"]
        return [
            Option(
                str(vehicle.id),
                text=vehicle.name,
                mark="⛔" if _is_taken(candidates, vehicle.id, facts) else "",
            )
            for vehicle in candidates.fleet.values()
        ]

    def word(self, raw: Any, key: str, facts: Facts, say: Say) -> str:
        candidates: PlanningCandidates | None = facts.get("candidates")
        found = candidates.fleet.get(int(raw)) if candidates else None
        return found.name if found else str(raw)


@form("planning", version=1)
class PlanningForm:
    """When the job starts, with which crew, leader and vehicle."""

    day: date = ask(SiteDay(), needs="candidates")
    hour: time = ask(Time(earliest=time(5), latest=time(20), buttons=STARTS))
    crew: tuple[str, ...] = ask(Crew())
    leader: str | None = ask(Leader(), optional=True, when=by_hand)
    vehicle: str | None = ask(Van(), optional=True, when=by_hand)


def ids(codes: Sequence[str]) -> tuple[int, ...]:
    return tuple(int(code) for code in codes)


def _is_taken(candidates: PlanningCandidates, vehicle: int, facts: Facts) -> bool:
    answers = facts.so_far
    return candidates.vehicle_taken(vehicle, answers.day, answers.hour, ids(answers.crew))
