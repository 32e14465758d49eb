"""How those who are asked to come stand on the coordinators' cards."""

from collections.abc import Iterable

from domain.jobs import CrewAnswer
from handlers.words.catalogue import Say
from storage.crew_assignments import Assignment

MARKS = {CrewAnswer.WAITING: "🕐", CrewAnswer.CONFIRMED: "✅", CrewAnswer.DECLINED: "❌"}
UNREACHED = "📵"


def standing(say: Say, crew: Iterable[Assignment]) -> list[str]:
    """Write a line for each: the answer, or that the bot cannot ask; the star leads."""
    return [_line(say, member) for member in crew]


def _line(say: Say, assignment: Assignment) -> str:
    mark = MARKS[assignment.state] if assignment.person_id is not None else UNREACHED
    return say(
        "job-card-member",
        mark=mark,
        name=f"{assignment.name} ★" if assignment.leads else assignment.name,
    )
