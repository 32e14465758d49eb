"""The card of a day or a week: what is to be planned, what is in the way, who is free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from html import escape

from domain.schedule import Schedule, ScheduledJob, week_of
from handlers.context.callbacks import button
from handlers.context.posts import short
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, ButtonRows, Screen
from handlers.views.plan_card import sentence
from handlers.words.catalogue import Markup, Say

CARD_KEY = "schedule"
FEW = 3  # of what is listed below the picture: a caption holds 1,024 letters
LONGEST_NAME = 30
LONGEST_WORDS = 80
LONGEST_BUTTON = 40
PAGE = 16  # buttons for jobs
AGAINST = "⛔"


class SchedulePeriod(StrEnum):
    """How much a card shows at once."""

    DAY = "onday"
    WEEK = "onweek"


@dataclass(frozen=True, slots=True)
class SchedulePage:
    """What a coordinator looks at: the day or the week around a day, and a page of its jobs."""

    period: SchedulePeriod
    on: date
    page: int = 0

    @property
    def days(self) -> tuple[date, ...]:
        return week_of(self.on) if self.period is SchedulePeriod.WEEK else (self.on,)

    @property
    def step(self) -> timedelta:
        return timedelta(days=len(self.days))


def title(say: Say, page: SchedulePage) -> str:
    """Name the days as plain words, for the picture."""
    if page.period is SchedulePeriod.DAY:
        return say.day(page.on)
    first, last = say.day_short(page.days[0]), say.day(page.days[-1])
    return say.plain("schedule-picture-week", first=first, last=last)


def draw(say: Say, schedule: Schedule, page: SchedulePage) -> Screen:
    """Draw what stands below the picture, and a button for each job, day and way on."""
    parts = [_head(say, schedule, page)]
    if schedule.unassigned:
        parts.append(_to_plan(say, schedule.unassigned))
    parts += _against(say, schedule)
    parts += _free(say, schedule) if page.period is SchedulePeriod.DAY else _days(say, schedule)
    return Screen("\n".join(parts), (*_jobs(schedule, page), *_ways(say, schedule, page)))


def week_words(say: Say, on: date) -> dict[str, str]:
    """Write the first and the last day of the week of a day."""
    days = week_of(on)
    return {"first": say.day_short(days[0]), "last": say.day_short(days[-1])}


def _head(say: Say, schedule: Schedule, page: SchedulePage) -> str:
    if page.period is SchedulePeriod.WEEK:
        return say("schedule-week", **week_words(say, page.on))
    count = len(schedule.on(page.on))
    return f"{say('schedule-day', day=page.on)}\n{say('schedule-jobs', count=count)}"


def _to_plan(say: Say, jobs: Sequence[ScheduledJob]) -> str:
    named = _named(say, [f"{job.number} ({job.place})" for job in jobs])
    return say("schedule-to-plan", count=len(jobs), jobs=named)


def _against(say: Say, schedule: Schedule) -> list[str]:
    """Say what is in the way of each job, the first of it."""
    found = [(job, against[0]) for job in shown(schedule) if (against := schedule.conflicts(job))]
    lines = []
    for job, conflict in found[:FEW]:
        words = short(sentence(say, conflict).removeprefix(AGAINST).strip(), LONGEST_WORDS)
        lines.append(say("schedule-against", number=job.number, words=Markup(words)))
    rest = len(found) - len(lines)
    return lines + ([say("schedule-more", count=rest)] if rest else [])


def shown(schedule: Schedule) -> list[ScheduledJob]:
    """List the jobs with work on the days, each once, in the order of their first day."""
    found = {one.job.id: one.job for on in schedule.days for one in schedule.on(on)}
    return [*found.values()]


def _free(say: Say, schedule: Schedule) -> list[str]:
    [on] = schedule.days
    absent = [one.name for one in schedule.members if schedule.is_away(one.id, on)]
    lists = {
        "free-people": [one.name for one in schedule.free_members(on)],
        "free-vehicles": [one.name for one in schedule.free_vehicles(on)],
        "away": absent,
    }
    return [
        say(f"schedule-{key}", count=len(names), names=_named(say, names))
        for key, names in lists.items()
        if names
    ]


def _named(say: Say, names: Sequence[str]) -> Markup:
    few = [short(name, LONGEST_NAME) for name in names[: 2 * FEW]]
    rest = len(names) - len(few)
    words = ", ".join(few)
    more = " " + say("schedule-more", count=rest) if rest else ""
    return Markup(escape(words, quote=False) + more)


def _days(say: Say, schedule: Schedule) -> list[str]:
    return [
        say(
            "schedule-day-line",
            day=say.day_short(on),
            jobs=len(schedule.on(on)),
            free=len(schedule.free_members(on)),
            mark=_mark(schedule, on),
        )
        for on in schedule.days
    ]


def _mark(schedule: Schedule, on: date) -> str:
    against = any(schedule.is_against(one.job, on) for one in schedule.on(on))
    return f" {AGAINST}" if against else ""


def _jobs(schedule: Schedule, page: SchedulePage) -> ButtonRows:
    """Offer the jobs of a day, or what a week still has to plan or mend."""
    if page.period is SchedulePeriod.DAY:
        jobs = shown(schedule)
    else:
        jobs = [job for job in shown(schedule) if schedule.conflicts(job)]
    wanted = {job.id: job for job in (*schedule.unassigned, *jobs)}
    pages = Pages(page.page, len(wanted), PAGE)
    buttons = [job_button(schedule, job) for job in pages.of([*wanted.values()])]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    turns = tuple(_turn(page, page.on, sign, to) for to, sign in pages.turns("◁", "▷"))
    return (*rows, turns) if turns else rows


def job_button(schedule: Schedule, job: ScheduledJob) -> Button:
    mark = AGAINST if schedule.conflicts(job) else "❗" if not job.is_assigned else "🛠️"
    return button(short(f"{mark} {job.number} {job.place}", LONGEST_BUTTON), "jobplan", job.id)


def _ways(say: Say, schedule: Schedule, page: SchedulePage) -> ButtonRows:
    """Offer the days before and after, each day of a week, and what is seen one by one."""
    beside = (
        _turn(page, page.on - page.step, "◀"),
        _turn(page, page.on, "🔄"),
        _turn(page, page.on + page.step, "▶"),
    )
    on = page.on.isoformat()
    one_by_one = (
        button(say.plain("schedule-open-people"), "who", 0, more=on),
        button(say.plain("schedule-open-vehicles"), "vans", 0, more=on),
    )
    if page.period is SchedulePeriod.DAY:
        return (
            beside,
            (button(say.plain("schedule-open-week"), SchedulePeriod.WEEK, 0, more=on),),
            one_by_one,
        )
    days = tuple(
        button(
            say.day_short(day) + _mark(schedule, day), SchedulePeriod.DAY, 0, more=day.isoformat()
        )
        for day in schedule.days
    )
    return (days[:3], days[3:5], days[5:], beside, one_by_one)


def _turn(page: SchedulePage, on: date, sign: str, to: int = 0) -> Button:
    return button(sign, page.period, 0, more=f"{on.isoformat()}.{to}" if to else on.isoformat())
