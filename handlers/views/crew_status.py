"""How those who are asked to come stand on the coordinators' cards."""

from collections.abc import Iterable

from domain.jobs import UPCOMING, CrewAnswer
from handlers.context.callbacks import button
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Button, ButtonRows
from handlers.views.job_views import JobView
from handlers.words.catalogue import Say
from storage.crew_assignments import Assignment

MARKS = {CrewAnswer.WAITING: "🕐", CrewAnswer.CONFIRMED: "✅", CrewAnswer.DECLINED: "❌"}
UNREACHED = "📵"
BY_PHONE = {
    CrewAnswer.WAITING: UNREACHED,
    CrewAnswer.CONFIRMED: "📞✅",
    CrewAnswer.DECLINED: "📞❌",
}

PHONED = (
    ("phone-yes", "saidyes", CrewAnswer.CONFIRMED),
    ("phone-no", "saidno", CrewAnswer.DECLINED),
)


def standing(say: Say, crew: Iterable[Assignment]) -> list[str]:
    """Write a line for each: the answer, or whom to call by which number; the star leads."""
    return [_line(say, member) for member in crew]


def _line(say: Say, assignment: Assignment) -> str:
    reached = assignment.person_id is not None
    name = f"{assignment.name} ★" if assignment.leads else assignment.name
    return say(
        "job-card-member",
        mark=(MARKS if reached else BY_PHONE)[assignment.state],
        name=name if reached else called(assignment, name),
    )


def called(assignment: Assignment, name: str | None = None) -> str:
    """Name a member with the number to call, where it is known."""
    shown = name or assignment.name
    return f"{shown} · {show_phone(assignment.phone)}" if assignment.phone else shown


def phone_rows(say: Say, job_view: JobView) -> ButtonRows:
    """Offer to note what each says on the telephone who is not in the bot, also another answer."""
    if job_view.job.state not in UPCOMING:
        return ()
    return tuple(_phone_row(say, one) for one in job_view.crew if one.person_id is None)


def _phone_row(say: Say, member: Assignment) -> tuple[Button, ...]:
    more, version = str(member.member_id), member.version
    return tuple(
        button(say.plain(key, name=member.name), action, member.job_id, version, more)
        for key, action, said in PHONED
        if said is not member.state
    )
