"""Coordinators open the day and the week, and go from there to people, vans and jobs."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from domain.absences import AbsencePeriod, DayHalf
from domain.people import Role
from handlers.context.posts import LONGEST_CAPTION, fitting
from handlers.schedule import schedule
from handlers.views import schedules
from handlers.views.schedule_card import SchedulePage, SchedulePeriod
from storage import absences, crew_assignments, fleet, jobs, people
from storage.engine import Database
from storage.outbox import Post
from storage.tables import errands
from tests.conftest import NOW
from tests.handlers.contexts import send, tap, told
from tests.job_copies import copy_job
from tests.trade import MONDAY, agreed_job, member, services
from tests.waiting_letters import pending

NADIA = 601
TODAY = "2026-11-23"


@pytest.fixture
async def office(db: Database) -> None:
    """A coordinator, Awa and Karim, a truck, a planned job of Awa's and one without a day."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        awa, _ = await member(tx, "Awa", leader=True), await member(tx, "Karim")
        truck = await fleet.add(tx, name="Camion", kind="van20")
        job = await agreed_job(tx)
        await crew_assignments.assign(tx, job.id, [awa], awa)
        await jobs.change(tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=truck)
        await copy_job(tx, {9: {"start_on": None, "start_time": None, "vehicle_id": None}})


async def asked_for(db: Database) -> list[SchedulePage]:
    async with db.read(NOW) as tx:
        c = errands.c
        rows = await tx.rows(select(c.details).where(c.kind == schedule.DRAW).order_by(c.id))
    return [schedule.page_of(row.details) for row in rows]


async def says(db: Database, text: str) -> None:
    command, _, argument = text.removeprefix("/").partition(" ")
    await send(db, NADIA, command=command, argument=argument)


@pytest.mark.parametrize(
    ("text", "period", "on"),
    [
        ("/today", SchedulePeriod.DAY, TODAY),
        ("/today demain", SchedulePeriod.DAY, "2026-11-24"),
        ("/today 14/12", SchedulePeriod.DAY, "2026-12-14"),
        ("/jour lundi 14 décembre", SchedulePeriod.DAY, "2026-12-14"),
        ("/week", SchedulePeriod.WEEK, TODAY),
        ("/semaine 14/12", SchedulePeriod.WEEK, "2026-12-14"),
    ],
)
async def test_a_command_has_the_days_drawn(
    db: Database, office: None, text: str, period: SchedulePeriod, on: str
) -> None:
    await says(db, text)

    [page] = await asked_for(db)
    assert (page.period, page.on.isoformat()) == (period, on)


@pytest.mark.parametrize("text", ["/semaine 31/12/9999", "/jour 01/01/1066", "/week 02/01/2100"])
async def test_a_day_that_no_button_shows_is_refused_with_words(
    db: Database, office: None, text: str
) -> None:
    await says(db, text)

    assert await asked_for(db) == []
    assert "trop loin. Choisissez un jour entre" in (await told(db, NADIA))[-1]


async def test_a_day_that_is_none_is_told_as_it_was_written(db: Database, office: None) -> None:
    await says(db, "/today <b>jamais</b>")

    assert await asked_for(db) == []
    assert "&lt;b&gt;jamais" in (await told(db, NADIA))[-1]


async def drawn(db: Database, page: SchedulePage, *, picture: int = 1) -> Post:
    """Send what was drawn; return the post with the card below the picture."""
    details = {"person": NADIA, "period": page.period, "on": page.on.isoformat()}
    async with db.begin(NOW) as tx:
        shown = await schedules.load(tx, services(), page.days)
        await schedule.drawn(
            tx, services(), {**details, "page": page.page, "fresh": True}, shown, picture
        )
        letters = await pending(tx, NADIA)
    return letters[-1].post


def labels(post: Post) -> list[str]:
    rows = (post.markup or {"inline_keyboard": []})["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


async def test_the_day_says_what_is_to_be_planned_who_is_free_and_who_is_away(
    db: Database, office: None
) -> None:
    async with db.begin(NOW) as tx:
        window = AbsencePeriod(MONDAY, MONDAY).window(tx.zone)
        await absences.keep(tx, 2, window, added_by=NADIA)

    post = await drawn(db, SchedulePage(SchedulePeriod.DAY, MONDAY))

    assert (post.photos, post.card) == ((1,), "schedule")
    assert plain(post.text).split("\n") == [
        "📅 <b>lundi 14 décembre 2026</b>",
        "1 chantier.",
        "❗ À planifier (1) : INT-9-9 (Pantin)",
        "🗓 Absents (1) : Karim",
    ]
    assert labels(post)[:2] == ["❗ INT-9-9 Pantin", "🛠️ INT-2026-0001 Pantin"]


async def test_the_week_counts_each_day_and_names_what_is_in_the_way(
    db: Database, office: None
) -> None:
    async with db.begin(NOW) as tx:
        await copy_job(tx, {10: {"number": "INT-X", "start_time": time(9)}})
        await crew_assignments.assign(tx, 10, [1], 1)

    post = await drawn(db, SchedulePage(SchedulePeriod.WEEK, MONDAY))

    text = plain(post.text)
    assert "⛔ INT-2026-0001 : Awa est déjà sur INT-X le lundi 14 décembre 2026." in text
    assert "lun. 14 déc. : 2 chantiers · 1 libre ⛔" in text
    assert "mar. 15 déc. : rien · 2 libres" in text
    assert "lun. 14 déc. ⛔" in labels(post)
    assert "⛔ INT-X Pantin" in labels(post)


async def test_what_stands_below_a_picture_is_never_too_long(db: Database, office: None) -> None:
    async with db.begin(NOW) as tx:
        many = {n: {"start_time": time(9), "number": f"INT-{n}-" + "é" * 12} for n in range(10, 60)}
        for n in await copy_job(tx, many):
            await crew_assignments.assign(tx, n, [1, 2], 1)

    for period in SchedulePeriod:
        post = await drawn(db, SchedulePage(period, MONDAY))
        assert fitting(post.text, LONGEST_CAPTION) == post.text
        assert len(labels(post)) <= 40


async def test_who_is_no_coordinator_any_more_gets_nothing(db: Database, office: None) -> None:
    async with db.begin(NOW) as tx:
        await people.take(tx, await people.get(tx, NADIA), Role.COORDINATOR)
        shown = await schedules.load(tx, services(), (MONDAY,))
        details = {"person": NADIA, "period": "onday", "on": "2026-12-14", "page": 0, "fresh": True}
        await schedule.drawn(tx, services(), details, shown, 1)
        assert await pending(tx, NADIA) == []


async def test_the_week_of_a_member_has_jobs_free_days_and_absences(
    db: Database, office: None
) -> None:
    async with db.begin(NOW) as tx:
        window = AbsencePeriod(MONDAY, MONDAY, DayHalf.AFTERNOON).window(tx.zone)
        await absences.keep(tx, 1, window, added_by=NADIA)

    await tap(db, NADIA, "weekof", 1, more="2026-12-16")

    lines = plain((await told(db, NADIA))[-1]).split("\n")
    assert lines[0] == "<b>Awa</b> · semaine du lun. 14 déc. au dim. 20 déc."
    assert lines[2] == "lun. 14 déc. : 08:00–21:45 INT-2026-0001 (Pantin) · absent"
    assert lines[3] == "mar. 15 déc. : libre"


async def test_the_week_of_a_van_says_when_it_is_out_of_service(db: Database, office: None) -> None:
    async with db.begin(NOW) as tx:
        tuesday = MONDAY + timedelta(days=1)
        await fleet.change(tx, 1, out_from=tuesday, out_until=tuesday)

    await tap(db, NADIA, "vanof", 1, more="2026-12-14")

    lines = plain((await told(db, NADIA))[-1]).split("\n")
    assert "INT-2026-0001" in lines[2]
    assert lines[3:5] == ["mar. 15 déc. : hors service", "mer. 16 déc. : libre"]


@pytest.mark.parametrize("more", ["", "14", "2026-13-40", "9999-12-31", "0001-01-01"])
async def test_a_forged_day_is_refused(db: Database, office: None, more: str) -> None:
    for action in ("onday", "onweek", "who", "vans"):
        toast = await tap(db, NADIA, action, 0, more=more)
        assert toast is not None
        assert toast.alert
    assert await asked_for(db) == []


async def test_a_job_opens_its_plan_or_the_question_when_it_is(db: Database, office: None) -> None:
    await tap(db, NADIA, "jobplan", 1)
    assert "Plan INT-2026-0001" in (await told(db, NADIA))[-1]

    await tap(db, NADIA, "jobplan", 9)
    assert "Quel jour" in (await told(db, NADIA))[-1]


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")
