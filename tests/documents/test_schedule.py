"""The picture of a day or a week: rows, bars, and what people typed is never markup."""

import io
from datetime import time
from typing import Any

import PIL.Image

from documents.schedule import render_schedule, schedule_page
from domain.schedule import Schedule
from handlers.words.catalogue import Words
from tests.documents.schedules import (
    AWA,
    FATOU,
    KARIM,
    MONDAY,
    MOUSSA,
    TUESDAY,
    VAN,
    away,
    day,
    job,
    week,
)

SAY = Words.load().say("fr")
LONG = job(1, MONDAY, (AWA, MOUSSA), days=2, hours=32, vehicle=VAN)
SHORT = job(2, MONDAY, (MOUSSA, KARIM), at=time(14), hours=6, place="Saint-Denis")


def page(schedule: Schedule) -> Any:
    return schedule_page(schedule, SAY, "Semaine", TUESDAY)


def bars(schedule: Schedule, part: int = 0) -> dict[str, list[tuple[float, float, int, bool]]]:
    return {
        row["name"]: [(b["start"], b["end"], b["lane"], b["conflict"]) for b in row["bars"]]
        for row in page(schedule)["parts"][part]["rows"]
    }


def test_each_day_of_a_job_is_a_bar_and_two_at_once_stand_below_each_other() -> None:
    monday, tuesday = (0, 1 / 7), (1 / 7, 2 / 7)

    assert bars(week(LONG, SHORT)) == {
        "Awa Traoré": [(*monday, 0, True), (*tuesday, 0, False)],
        "Moussa Diop": [(*monday, 0, True), (*monday, 1, True), (*tuesday, 0, False)],
        "Karim Benali": [(*monday, 0, True)],
    }
    assert list(bars(week(LONG, SHORT), part=1)) == ["Fourgon blanc"]


def test_a_day_is_drawn_by_the_hour_and_reaches_as_far_as_its_work() -> None:
    early = job(1, MONDAY, (AWA,), at=time(4), hours=4)
    drawn = page(day(early))

    assert [column["words"] for column in drawn["columns"]][:3] == ["04:00", "05:00", "06:00"]
    assert bars(day(early))["Awa Traoré"] == [(0.0, 0.25, 0, False)]


def test_who_has_nothing_is_named_below_and_who_is_away_has_a_row() -> None:
    [people, vehicles] = page(week(LONG, absences=(away(FATOU, TUESDAY),)))["parts"]

    assert (people["idle"], vehicles["idle"]) == ("Karim Benali", "Camion")
    assert people["rows"][-1]["bars"][0]["kind"] == "away"


def test_what_is_to_be_planned_stands_on_top() -> None:
    assert page(week(job(7, None, place="Montreuil")))["unassigned"] == [
        "INT-2026-0007 · Montreuil"
    ]


def test_the_picture_is_a_png_that_a_phone_shows_whole() -> None:
    hostile = job(1, MONDAY, (AWA,), place='#panic("x") $x$ <b> " \\ ' + "é" * 300)
    crowd = [job(n, MONDAY, (AWA, MOUSSA), at=time(6 + n % 12), hours=2) for n in range(2, 40)]

    content = render_schedule(week(hostile, *crowd), SAY, "#let x = 1 *gras*", MONDAY)

    with PIL.Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.width) == ("PNG", 1280)
        assert picture.width + picture.height <= 10_000
        assert picture.height <= 20 * picture.width
