"""What a coordinator says to plan a job: day, hour, crew, leader, vehicle."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import islice
from typing import Any

from domain.calendar import is_working_day
from domain.planning.candidates import PlanningCandidates
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Day, Facts, MultiChoice, Option, Time
from handlers.words.catalogue import Say

STARTS = (time(6, 30), time(7), time(7, 30), time(8), time(8, 30), time(9), time(13), time(13, 30))
MOST_DAYS = 9


class SiteDay(Day):
    """A day, with buttons for the working days that the client offered."""

    def options(self, before: Any, facts: Facts) -> Sequence[Option]:
        if before:
            return super().options(before, facts)
        bench: PlanningCandidates = facts["candidates"]
        first = max(bench.earliest_on, facts["today"])
        length = (bench.deadline_on - first).days + 1
        offered = (first + timedelta(n) for n in range(length))
        days = list(islice(filter(is_working_day, offered), MOST_DAYS))
        return [Option(day.isoformat(), text=day) for day in days] or super().options(before, facts)


class Crew(MultiChoice[str]):
    """Members of the roster; who cannot come is marked, and why."""

    def __init__(self) -> None:
        super().__init__(needs="candidates", columns=2)

    def offers(self, facts: Facts) -> Sequence[Option]:
        bench: PlanningCandidates = facts["candidates"]
        return [_member(bench, one, facts.so_far) for one in bench.roster]

    def word(self, raw: Any, key: str, facts: Facts, say: Say) -> str:
        return _name(facts, raw)


class Leader(Choice[str]):
    """One of the crew who may lead."""

    def __init__(self) -> None:
        super().__init__(needs="candidates", columns=2)

    def offers(self, facts: Facts) -> Sequence[Option]:
        bench: PlanningCandidates = facts["candidates"]
        chosen = [bench.roster[one] for one in ids(facts.so_far.crew) if one in bench.roster]
        return [Option(str(member.id), text=member.name) for member in chosen if member.leader]

    def word(self, raw: Any, key: str, facts: Facts, say: Say) -> str:
        return _name(facts, raw)


class Van(Choice[str]):
    """A vehicle; one that is on another job is marked."""

    def __init__(self) -> None:
        super().__init__(needs="candidates", columns=1)

    def offers(self, facts: Facts) -> Sequence[Option]:
        bench: PlanningCandidates = facts["candidates"]
        return [
            Option(
                str(vehicle.id),
                text=vehicle.name,
                mark="⛔" if _taken(bench, vehicle.id, facts) else "",
            )
            for vehicle in bench.fleet.values()
        ]

    def word(self, raw: Any, key: str, facts: Facts, say: Say) -> str:
        bench: PlanningCandidates | None = facts.get("candidates")
        found = bench.fleet.get(int(raw)) if bench else None
        return found.name if found else str(raw)


@form("planning", version=1)
class PlanningForm:
    """Who goes when."""

    day: date = ask(SiteDay(), needs="candidates")
    hour: time = ask(Time(earliest=time(5), latest=time(20), buttons=STARTS))
    crew: tuple[str, ...] = ask(Crew())
    leader: str | None = ask(Leader(), optional=True)
    vehicle: str | None = ask(Van(), optional=True)


def ids(codes: Sequence[str]) -> tuple[int, ...]:
    return tuple(int(code) for code in codes)


def _taken(bench: PlanningCandidates, vehicle: int, facts: Facts) -> bool:
    so_far = facts.so_far
    return bench.vehicle_taken(vehicle, so_far.day, so_far.hour, ids(so_far.crew))


def _member(bench: PlanningCandidates, member: int, so_far: Any) -> Option:
    known = bench.roster[member]
    against = bench.hindrance(member, so_far.day, so_far.hour)
    if against is None:
        text = f"{known.name} ★" if known.leader else known.name
        return Option(str(member), text=text)
    number = against.params.get("number")
    why = str(number) if number else (lambda say: say.plain(f"short-{_key(against.rule)}"))
    return Option(str(member), text=_why(known.name, why))


def _why(name: str, why: Any) -> Any:
    return lambda say: f"⛔ {name} · {why(say) if callable(why) else why}"


def _key(rule: str) -> str:
    return rule.replace("_", "-")


def _name(facts: Facts, raw: Any) -> str:
    bench: PlanningCandidates | None = facts.get("candidates")
    found = bench.roster.get(int(raw)) if bench else None
    return found.name if found else str(raw)
