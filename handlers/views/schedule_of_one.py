"""A member's or a vehicle's week, and the lists to choose them from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.schedule import JobDay, Schedule, week_of
from handlers.context.callbacks import button
from handlers.context.posts import short
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, ButtonRows, Screen
from handlers.views.schedule_card import LONGEST_BUTTON, SchedulePeriod, job_button, week_words
from handlers.words.catalogue import Markup, Say

CARD_KEY = "schedule-of"
PAGE = 20
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ScheduleSubject:
    """Whether members or vehicles are looked at, and what their buttons are called."""

    lists: str
    opens: str
    key: str


MEMBERS = ScheduleSubject("who", "weekof", "schedule-which-person")
VEHICLES = ScheduleSubject("vans", "vanof", "schedule-which-vehicle")


def choose(
    say: Say, subject: ScheduleSubject, named: Sequence[tuple[int, str]], on: date, page: int
) -> Screen:
    """Draw the list to choose from, by pages."""
    pages = Pages(page, len(named), PAGE)
    more = on.isoformat()
    names = [
        button(short(name, LONGEST_BUTTON), subject.opens, one, more=more)
        for one, name in pages.of(named)
    ]
    rows: list[tuple[Button, ...]] = [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
    if turns := pages.turns():
        rows.append(tuple(_list(sign, subject, on, to) for to, sign in turns))
    rows.append((button(say.plain("schedule-open-week"), SchedulePeriod.WEEK, 0, 1, more),))
    return Screen(say(subject.key, **week_words(say, on)), tuple(rows))


def of_member(say: Say, schedule: Schedule, member_id: int) -> Screen:
    """Draw the week of a member: their jobs, where they are free, away or without a contract."""
    member = next(one for one in schedule.members if one.id == member_id)

    def idle(on: date) -> str:
        if not schedule.is_employed(member, on):
            return say("schedule-of-off")
        return say("schedule-of-away" if schedule.is_away(member.id, on) else "schedule-of-free")

    days = {on: schedule.of_member(member.id, on) for on in schedule.days}
    lines = [_line(say, on, jobs, idle(on)) for on, jobs in days.items()]
    return _week(
        say, schedule, member.name, lines, _ways(say, MEMBERS, member.id, schedule, days.values())
    )


def of_vehicle(say: Say, schedule: Schedule, vehicle_id: int) -> Screen:
    """Draw the week of a vehicle."""
    vehicle = next(one for one in schedule.vehicles if one.id == vehicle_id)
    days = {on: schedule.of_vehicle(vehicle.id, on) for on in schedule.days}
    lines = [
        _line(say, on, jobs, say("schedule-of-out" if vehicle.out_on(on) else "schedule-of-free"))
        for on, jobs in days.items()
    ]
    ways = _ways(say, VEHICLES, vehicle.id, schedule, days.values())
    return _week(say, schedule, vehicle.name, lines, ways)


def _week(
    say: Say, schedule: Schedule, name: str, lines: Sequence[str], rows: ButtonRows
) -> Screen:
    head = say("schedule-of", name=name, **week_words(say, schedule.days[0]))
    return Screen("\n".join([head, "", *lines]), rows)


def _line(say: Say, on: date, jobs: Sequence[JobDay], idle: str) -> str:
    """Say what a day holds; somebody who is away and has a job is told with both."""
    told = [
        say(
            "schedule-of-job",
            hours=f"{say.time(one.shift.window.starts_at)}–{say.time(one.shift.window.ends_at)}",
            number=one.job.number,
            place=one.job.place,
        )
        for one in jobs
    ]
    away = say("schedule-of-away")
    told += [idle] if not told or idle == away else []
    return say("schedule-of-day", day=say.day_short(on), what=Markup(" · ".join(told)))


def _ways(
    say: Say,
    subject: ScheduleSubject,
    one: int,
    schedule: Schedule,
    days: Iterable[Sequence[JobDay]],
) -> ButtonRows:
    jobs = {each.job.id: each.job for day in days for each in day}
    opened = [job_button(schedule, job) for job in jobs.values()]
    rows = [tuple(opened[at : at + 2]) for at in range(0, len(opened), 2)]
    monday = week_of(schedule.days[0])[0]
    before, after = (monday - WEEK).isoformat(), (monday + WEEK).isoformat()
    return (
        *rows,
        (
            button("◀", subject.opens, one, more=before),
            _list("👥" if subject is MEMBERS else "🚐", subject, monday, 0),
            button("▶", subject.opens, one, more=after),
        ),
        (button(say.plain("schedule-open-week"), SchedulePeriod.WEEK, 0, 1, monday.isoformat()),),
    )


def _list(text: str, subject: ScheduleSubject, on: date, page: int) -> Button:
    """Go to a page of the list, in place."""
    return button(text, subject.lists, page, 1, more=on.isoformat())
