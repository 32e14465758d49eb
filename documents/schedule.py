"""A day or a week as one picture: people and vehicles in rows, their jobs as bars."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from documents.render import render_png
from domain.calendar import is_working_day, to_utc
from domain.jobs import JobState
from domain.schedule import JobDay, Schedule
from domain.windows import TimeWindow
from handlers.words.catalogue import Say

FIRST_HOUR, LAST_HOUR = 6, 20  # of a day's picture, unless work is earlier or later
AWAY = "away"
KINDS = {
    JobState.DRAFT: "draft",
    JobState.PUBLISHED: "waiting",
    JobState.CONFIRMED: "confirmed",
    JobState.EN_ROUTE: "under_way",
    JobState.ON_SITE: "under_way",
    JobState.DONE: "done",
    JobState.REPORTED: "done",
}
MANY_LANES = 30  # more of them are drawn in one line each, for a phone to show them large enough
# Letters that fit into a row's whole width, and into the column of names.
LETTERS_OF_HEAD, LETTERS_OF_WORDS, LETTERS_OF_NAME = 120, 145, 20
LEGEND = (*dict.fromkeys(KINDS.values()), AWAY)


@dataclass(frozen=True, slots=True)
class ScheduleBar:
    """A job or an absence in a row; from and to are shares of the row's width."""

    start: float
    end: float
    kind: str
    head: str
    words: str
    conflict: bool = False
    lane: int = 0


@dataclass(frozen=True, slots=True)
class ScheduleColumn:
    """A day of a week, or an hour of a day."""

    start: float
    end: float
    words: str
    off: bool = False
    today: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    name: str
    bars: tuple[ScheduleBar, ...]
    lanes: int


def render_schedule(schedule: Schedule, say: Say, title: str, today: date) -> bytes:
    """Draw the schedule as a PNG; one day by the hour, several by the day."""
    return render_png("schedule", schedule_page(schedule, say, title, today))


def schedule_page(schedule: Schedule, say: Say, title: str, today: date) -> dict[str, object]:
    """Tell the template what to draw, every value in words."""
    span, free = _span(schedule), say.plain("schedule-free")
    people = _parted(
        (member.name, [*_away(schedule, say, span, member.id), *_bars(schedule, say, span, jobs)])
        for member in schedule.members
        for jobs in [[one for on in schedule.days for one in schedule.of_member(member.id, on)]]
    )
    vehicles = _parted(
        (vehicle.name, _bars(schedule, say, span, jobs))
        for vehicle in schedule.vehicles
        for jobs in [[one for on in schedule.days for one in schedule.of_vehicle(vehicle.id, on)]]
    )
    lanes = sum(row["lanes"] for part in (people, vehicles) for row in part["rows"])
    return {
        "language": say.lang,
        "words": {},
        "compact": lanes > MANY_LANES,
        "title": title,
        "columns": [asdict(column) for column in _columns(schedule, say, span, today)],
        "unassigned_words": say.plain("schedule-unassigned"),
        "unassigned": [f"{job.number} · {job.place}" for job in schedule.unassigned],
        "parts": [
            {"title": say.plain("schedule-people"), "free": free, **people},
            {"title": say.plain("schedule-vehicles"), "free": free, **vehicles},
        ],
        "legend": [{"kind": kind, "words": say.plain(f"schedule-kind-{kind}")} for kind in LEGEND],
        "conflict": say.plain("schedule-kind-conflict"),
    }


def _parted(rows: Iterable[tuple[str, Sequence[ScheduleBar]]]) -> dict[str, Any]:
    """Draw a row for who has something to show; the others are named below."""
    named = list(rows)
    return {
        "rows": [asdict(_stacked(name, bars)) for name, bars in named if bars],
        "idle": ", ".join(name for name, bars in named if not bars),
    }


def _stacked(name: str, bars: Sequence[ScheduleBar]) -> ScheduleRow:
    """Put bars that overlap below each other."""
    ends: list[float] = []
    placed = []
    for bar in sorted(bars, key=lambda one: (one.start, one.end)):
        lane = next((at for at, end in enumerate(ends) if end <= bar.start + 1e-9), len(ends))
        ends[lane : lane + 1] = [bar.end]
        head = _cut(bar.head, int((bar.end - bar.start) * LETTERS_OF_HEAD))
        words = _cut(bar.words, int((bar.end - bar.start) * LETTERS_OF_WORDS))
        placed.append(replace(bar, lane=lane, head=head, words=words))
    return ScheduleRow(_cut(name, LETTERS_OF_NAME), tuple(placed), max(len(ends), 1))


def _cut(words: str, most: int) -> str:
    """Cut words that would run out of their place; one that is too narrow stays empty."""
    if len(words) <= most:
        return words
    return words[: most - 1].rstrip() + "…" if most > 1 else ""


def _span(schedule: Schedule) -> TimeWindow | None:
    """Return the hours of a single day that are drawn; None for several days."""
    if len(schedule.days) > 1:
        return None
    [on] = schedule.days
    first = to_utc(on, time(FIRST_HOUR), schedule.zone)
    last = to_utc(on, time(LAST_HOUR), schedule.zone)
    windows = [one.shift.window for one in schedule.on(on)]
    starts = [window.starts_at for window in windows]
    return TimeWindow(min([first, *starts]), max([last, *(one.ends_at for one in windows)]))


def _columns(
    schedule: Schedule, say: Say, span: TimeWindow | None, today: date
) -> list[ScheduleColumn]:
    if span is None:
        count = len(schedule.days)
        return [
            ScheduleColumn(
                at / count,
                (at + 1) / count,
                say.day_short(on),
                off=not is_working_day(on),
                today=on == today,
            )
            for at, on in enumerate(schedule.days)
        ]
    hours = [span.starts_at]
    while hours[-1] + timedelta(hours=1) < span.ends_at:
        hours.append(hours[-1] + timedelta(hours=1))
    return [
        ScheduleColumn(_share(span, at), _share(span, at + timedelta(hours=1)), say.time(at))
        for at in hours
    ]


def _bars(
    schedule: Schedule, say: Say, span: TimeWindow | None, days: Iterable[JobDay]
) -> list[ScheduleBar]:
    return [_bar(schedule, say, span, one) for one in days]


def _bar(schedule: Schedule, say: Say, span: TimeWindow | None, day: JobDay) -> ScheduleBar:
    job, window = day.job, day.shift.window
    hours = say.time(window.starts_at) + (f"–{say.time(window.ends_at)}" if span else "")
    start, end = _place(schedule, span, day.shift.on, window)
    conflict = schedule.is_against(job, day.shift.on)
    return ScheduleBar(start, end, KINDS[job.state], job.number, f"{hours} {job.place}", conflict)


def _away(schedule: Schedule, say: Say, span: TimeWindow | None, member: int) -> list[ScheduleBar]:
    found = []
    for on in schedule.days:
        for window in schedule.absences_of(member, on):
            start, end = _place(schedule, span, on, window)
            if start < end:
                found.append(ScheduleBar(start, end, AWAY, say.plain("schedule-kind-away"), ""))
    return found


def _place(
    schedule: Schedule, span: TimeWindow | None, on: date, window: TimeWindow
) -> tuple[float, float]:
    """Return the part of the row that a window takes: its hours, or its whole day in a week."""
    if span is None:
        at, count = schedule.days.index(on), len(schedule.days)
        return at / count, (at + 1) / count
    return _share(span, window.starts_at), _share(span, window.ends_at)


def _share(span: TimeWindow, at: datetime) -> float:
    return min(max((at - span.starts_at) / span.length, 0.0), 1.0)
