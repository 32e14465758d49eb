"""The card on which the days of a plan are changed by taps: start, hours, people, vehicles."""

from collections.abc import Mapping
from html import escape

from domain.planning import Plan, windows
from domain.planning.shaping import written_out
from handlers.context.callbacks import button
from handlers.conversation.kinds.choice import CHECKED, UNCHECKED
from handlers.conversation.screen import Button, ButtonRows, Screen
from handlers.views.job_views import JobView
from handlers.words.catalogue import Markup, Say

ANEW = "new"  # from the plan: the days at the bottom of the chat
VEHICLES = "v"  # the part of the card that lists them
ADD, OUT, DAY, START, HOURS, MEMBER, VEHICLE = "add", "out", "day", "at", "h", "who", "van"


def card_key(job_id: int) -> str:
    return f"shape:{job_id}"


def draw(say: Say, job_view: JobView, fleet: Mapping[int, str], part: str) -> Screen:
    """Draw all days, one of them, or the vehicles."""
    plan = job_view.plan
    if part.isdecimal() and int(part) < len(plan.dates):
        text = f"{_head(say, job_view)}\n\n{day_line(say, job_view, int(part))}"
        return Screen(text, _day_rows(say, job_view, plan, int(part)))
    if part == VEHICLES:
        text = f"{_head(say, job_view)}\n\n🚚 {escape(job_view.vehicle or '—', quote=False)}"
        return Screen(text, _vehicle_rows(say, job_view, plan, fleet))
    lines = [day_line(say, job_view, index) for index in range(len(plan.dates))]
    return Screen("\n".join([_head(say, job_view), "", *lines]), _all_rows(say, job_view, plan))


def day_line(say: Say, job_view: JobView, index: int) -> str:
    """Say a day of the plan in a line: when, how long, who."""
    plan = job_view.plan
    names = [
        f"{member.name} ★" if member.leads else member.name
        for member in job_view.crew
        if member.member_id in plan.crew_on(index)
    ]
    return say(
        "shape-day",
        on=Markup(escape(say.day_short(plan.dates[index]), quote=False)),
        starts=say.time(plan.starts_at(index)),
        ends=say.time(windows(plan)[index].ends_at),
        hours=say.duration(plan.hours_on(index)),
        names=", ".join(names) or "—",
    )


def _head(say: Say, job_view: JobView) -> str:
    return say("shape-head", number=job_view.job.number)


def _all_rows(say: Say, job_view: JobView, plan: Plan) -> ButtonRows:
    days = [
        _view(job_view, f"✏️ {say.day_short(on)}", str(index)) for index, on in enumerate(plan.dates)
    ]
    more = (
        _tap(job_view, say.plain("shape-add"), ADD),
        _view(job_view, say.plain("shape-vehicles"), VEHICLES),
    )
    return (*_in_rows(days), more)


def _day_rows(say: Say, job_view: JobView, plan: Plan, index: int) -> ButtonRows:
    off = written_out(plan)[index].off
    people = [
        _tap(
            job_view,
            f"{UNCHECKED if member.member_id in off else CHECKED} {member.name}",
            f"{MEMBER}.{index}.{member.member_id}",
        )
        for member in job_view.crew
        if member.member_id in plan.crew
    ]
    steps = [
        _steps(say, job_view, index, START, "shape-earlier", "shape-later"),
        _steps(say, job_view, index, HOURS, "shape-shorter", "shape-longer"),
    ]
    back = (_view(job_view, say.plain("shape-days"), ""),)
    if index == 0:
        return (*steps, *_in_rows(people), back)
    out = _tap(job_view, say.plain("shape-out"), f"{OUT}.{index}.0")
    moves = _steps(say, job_view, index, DAY, "shape-day-before", "shape-day-after")
    return (moves, *steps, *_in_rows(people), (out, *back))


def _steps(
    say: Say, job_view: JobView, index: int, what: str, less: str, more: str
) -> tuple[Button, ...]:
    return (
        _tap(job_view, say.plain(less), f"{what}.{index}.-1"),
        _tap(job_view, say.plain(more), f"{what}.{index}.1"),
    )


def _vehicle_rows(say: Say, job_view: JobView, plan: Plan, fleet: Mapping[int, str]) -> ButtonRows:
    rows = [
        (
            _tap(
                job_view,
                f"{CHECKED if vehicle in plan.more_vehicles else UNCHECKED} {name}",
                f"{VEHICLE}.{vehicle}",
            ),
        )
        for vehicle, name in fleet.items()
        if vehicle != plan.vehicle
    ]
    return (*rows, (_view(job_view, say.plain("shape-days"), ""),))


def _in_rows(buttons: list[Button]) -> ButtonRows:
    return tuple(tuple(buttons[first : first + 2]) for first in range(0, len(buttons), 2))


def _view(job_view: JobView, words: str, part: str) -> Button:
    return button(words, "shape", job_view.job.id, job_view.job.version, part)


def _tap(job_view: JobView, words: str, more: str) -> Button:
    return button(words, "reshape", job_view.job.id, job_view.job.version, more)
