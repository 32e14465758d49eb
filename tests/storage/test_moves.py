"""A state changes in one way: as its table allows, once, and the audit trail tells it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.costing import Costing, CostingEvent, CostingState
from domain.inventory import Access
from domain.jobs import CrewReply, JobEvent, JobState
from domain.lifecycle import NotAllowed
from domain.quotes import QuoteEvent, QuoteState
from domain.requests import RequestEvent, RequestState
from domain.surveys import SurveyEvent, SurveyState
from storage import costings, crew_assignments, jobs, quotes, requests, surveys
from storage.engine import Database
from storage.surveys import Slot
from storage.tables import events
from storage.transaction import Changed, Reading
from tests.conftest import NOW
from tests.trade import CLIENT, COORDINATOR, agreed_job, client, member, request_of, sent_quote

ROOMS = ("bot", "documents", "handlers", "scheduler", "storage")


async def trail(tx: Reading, subject: str, subject_id: int) -> list[tuple[object, ...]]:
    """List what was recorded of a thing: what, by whom, from, to, why."""
    c = events.c
    query = select(c.what, c.actor_id, c.at, c.details).order_by(c.id)
    rows = await tx.rows(query.where(c.subject == subject, c.subject_id == subject_id))
    assert {row.at for row in rows} <= {NOW}
    told = ((row, row.details or {}) for row in rows)
    return [
        (row.what, row.actor_id, more.get("from"), more.get("to"), more.get("reason"))
        for row, more in told
    ]


async def test_a_request_moves_as_its_table_allows_and_the_trail_tells_it(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        refused = await requests.move(
            tx, request, RequestEvent.REFUSE, actor_id=COORDINATOR, reason="Trop loin"
        )
        with pytest.raises(NotAllowed):
            await requests.move(tx, refused, RequestEvent.QUOTE, actor_id=COORDINATOR)
    async with db.read(NOW) as tx:
        assert await requests.get(tx, request.id) == refused
        assert await trail(tx, "request", request.id) == [
            ("refused_request", COORDINATOR, "submitted", "refused", "Trop loin")
        ]
    assert (refused.state, refused.version, refused.reason) == (
        RequestState.REFUSED,
        2,
        "Trop loin",
    )


async def test_who_moves_a_request_second_changes_and_records_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        quoted = await requests.move(tx, request, RequestEvent.QUOTE, actor_id=COORDINATOR)
        with pytest.raises(Changed):
            await requests.move(tx, request, RequestEvent.REFUSE, actor_id=COORDINATOR)
        assert await requests.get(tx, request.id) == quoted
        assert [what for what, *_ in await trail(tx, "request", request.id)] == ["quoted"]


async def test_a_no_that_is_undone_takes_its_reason_with_it(db: Database) -> None:
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
        request = await requests.get(tx, revision.request_id)
        declined = await requests.move(
            tx, request, RequestEvent.DECLINE, actor_id=CLIENT, reason="Trop cher"
        )
        undone = await requests.move(tx, declined, RequestEvent.UNDO, actor_id=CLIENT)
        assert await requests.get(tx, request.id) == undone
    assert (declined.reason, undone.reason, undone.state) == (
        "Trop cher",
        None,
        RequestState.QUOTED,
    )


async def test_an_answer_to_a_quote_that_is_undone_leaves_no_trace_in_the_row(db: Database) -> None:
    async with db.begin(NOW) as tx:
        sent = await sent_quote(tx)
        accepted = await quotes.move(
            tx, sent, QuoteEvent.ACCEPT, actor_id=CLIENT, agreed_by="Jeanne", agreed_at=NOW
        )
        undone = await quotes.move(tx, accepted, QuoteEvent.UNDO, actor_id=CLIENT)
        with pytest.raises(Changed):
            await quotes.move(tx, sent, QuoteEvent.EXPIRE, actor_id=None)
        told = await trail(tx, "request", sent.request_id)
    assert (accepted.state, accepted.agreed_by) == (QuoteState.ACCEPTED, "Jeanne")
    assert (undone.state, undone.agreed_by, undone.agreed_at) == (QuoteState.SENT, None, None)
    assert told == [
        ("quoted", COORDINATOR, "submitted", "quoted", None),
        ("quote_sent", COORDINATOR, None, None, None),
        ("quote_accepted", CLIENT, "sent", "accepted", None),
        ("quote_answer_undone", CLIENT, "accepted", "sent", None),
    ]


async def test_an_agreed_quote_does_not_expire(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        agreed = await quotes.get(tx, job.revision_id)
        with pytest.raises(NotAllowed):
            await quotes.move(tx, agreed, QuoteEvent.EXPIRE, actor_id=None)


async def test_a_job_notes_when_each_step_was_made(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        with pytest.raises(NotAllowed):
            await jobs.move(tx, job, JobEvent.ARRIVE, actor_id=CLIENT)
        published = await jobs.move(tx, job, JobEvent.PUBLISH, actor_id=COORDINATOR)
        with pytest.raises(Changed):
            await jobs.move(tx, job, JobEvent.PUBLISH, actor_id=COORDINATOR)
        off = await jobs.move(tx, published, JobEvent.SET_OFF, actor_id=CLIENT)
        told = await trail(tx, "job", job.id)
    assert (off.state, off.published_at, off.en_route_at, off.arrived_at) == (
        JobState.EN_ROUTE,
        NOW,
        NOW,
        None,
    )
    assert told == [
        ("published", COORDINATOR, "draft", "published", None),
        ("set_off", CLIENT, "published", "en_route", None),
    ]


async def test_a_member_s_answer_is_recorded_with_the_one_before(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        awa = await member(tx, "Awa", person_id=11)
        await crew_assignments.assign(tx, job.id, [awa], None)
        for reply in (CrewReply.DECLINE, CrewReply.CONFIRM):
            (mine,) = await crew_assignments.crew_of(tx, job.id)
            await crew_assignments.answer(tx, mine, reply, actor_id=11)
        told = await trail(tx, "job", job.id)
    assert told == [
        ("declined", 11, "waiting", "declined", None),
        ("confirmed", 11, "declined", "confirmed", None),
    ]


async def test_a_visit_is_offered_booked_and_offered_anew(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        offered = await surveys.propose(tx, request.id, [Slot(NOW)], CLIENT, actor_id=COORDINATOR)
        book, cancel = SurveyEvent.BOOK, SurveyEvent.CANCEL
        with pytest.raises(NotAllowed):
            await surveys.move(tx, offered, cancel, actor_id=COORDINATOR, starts_at=None)
        booked = await surveys.move(tx, offered, book, actor_id=CLIENT, starts_at=NOW)
        with pytest.raises(Changed):
            await surveys.move(tx, offered, book, actor_id=CLIENT, starts_at=NOW)
        anew = await surveys.propose(tx, request.id, [Slot(NOW)], CLIENT, actor_id=COORDINATOR)
        told = await trail(tx, "request", request.id)
    assert (booked.state, booked.starts_at) == (SurveyState.BOOKED, NOW)
    assert (anew.id, anew.state, anew.starts_at) == (booked.id, SurveyState.PROPOSED, None)
    assert told == [
        ("survey_offered", COORDINATOR, None, None, None),
        ("survey_booked", CLIENT, "proposed", "booked", None),
        ("survey_offered", COORDINATOR, "booked", "proposed", None),
    ]


async def test_a_costing_that_was_given_up_is_not_sent(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        draft = await costings.open_(tx, request.id, Costing((), Access()), 601)
        await costings.close(tx, draft, CostingEvent.SCRAP, actor_id=601)
        closed = await costings.get(tx, draft.id)
        with pytest.raises(NotAllowed):
            await costings.close(tx, closed, CostingEvent.SEND, actor_id=601)
        told = await trail(tx, "request", request.id)
    assert closed.state is CostingState.CLOSED
    assert told == [("costing_scrapped", 601, "draft", "closed", None)]


def functions(room: str) -> Iterator[tuple[str, ast.AST]]:
    """List the functions of a room, by module and name."""
    for path in Path(room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.stem}.{node.name}", node


def updated(function: ast.AST) -> set[str]:
    """Name the tables that a function updates."""
    return {
        argument.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"update", "sqlalchemy.update"}
        for argument in node.args
        if isinstance(argument, ast.Name)
    }


def writes_a_state(function: ast.AST) -> bool:
    """Tell whether a function names a column `state` among the values that it writes."""
    keys = [node.keys for node in ast.walk(function) if isinstance(node, ast.Dict)]
    named = {key.value for each in keys for key in each if isinstance(key, ast.Constant)}
    values = [
        keyword.arg
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".values")
        for keyword in node.keywords
    ]
    return "state" in {*named, *values}


def test_nothing_but_a_move_writes_a_state() -> None:
    stateful = {"requests", "revisions", "jobs", "surveys", "assignments", "table"}
    writers = {
        name
        for room in ROOMS
        for name, function in functions(room)
        if updated(function) & stateful and writes_a_state(function)
    }
    assert writers == {"crew_assignments.answer"}  # of a member, by its own table
    assert "moves.move" in {
        name for name, function in functions("storage") if writes_a_state(function)
    }
    for columns in (requests.RequestColumns, quotes.RevisionColumns, jobs.JobColumns):
        assert "state" not in columns.__annotations__


def test_everything_that_a_table_allows_is_brought_about_somewhere() -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for room in ROOMS for path in Path(room).rglob("*.py")
    )
    kinds = (RequestEvent, QuoteEvent, JobEvent, CrewReply, SurveyEvent, CostingEvent)
    happening = [f"{kind.__name__}.{event.name}" for kind in kinds for event in kind]
    settled = {"JobEvent.CONFIRM", "JobEvent.DOUBT"}  # domain.jobs.settling decides
    assert {name for name in happening if name not in text} <= settled
