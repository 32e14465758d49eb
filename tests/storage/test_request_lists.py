"""Which requests are listed to whom: a company's own, those that wait for us, those to do again."""

from datetime import time, timedelta

import pytest

from domain.jobs import JobEvent
from domain.requests import RequestEvent, RequestState
from storage import crew_assignments, jobs, quotes, request_lists, requests
from storage.engine import Database
from storage.requests import AS_SHIPPED, ReferenceVersions, Request
from storage.transaction import Changed, Transaction, Unknown
from tests.conftest import NOW
from tests.storage.stored_contents import BRIEF, FULL, LINES
from tests.trade import (
    CLIENT,
    COORDINATOR,
    FRIDAY,
    MONDAY,
    agreed_job,
    client,
    member,
    request_of,
    through,
)

MONTH = timedelta(days=30)


async def several(tx: Transaction, count: int) -> list[Request]:
    person = await client(tx)
    return [await request_of(tx, person) for _ in range(count)]


async def full(tx: Transaction, books: ReferenceVersions = AS_SHIPPED) -> Request:
    """Open a request that says all that can be said."""
    person = await client(tx)
    return await requests.open_(
        tx, FULL, company_id=person.company_id or 0, person_id=person.id, books=books
    )


def company_of(request: Request) -> int:
    return request.company_id


async def numbers(tx: Transaction, *states: RequestState, limit: int = 20) -> list[str]:
    return [request.number for request in await request_lists.open_ones(tx, states, limit)]


async def test_numbers_count_up_within_a_year(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first, second = await several(tx, 2)
    async with db.begin(NOW.replace(year=2027)) as tx:
        (third,) = await several(tx, 1)

    assert [one.number for one in (first, second, third)] == [
        "DEM-2026-0001",
        "DEM-2026-0002",
        "DEM-2027-0001",
    ]


async def test_a_request_keeps_the_versions_that_it_is_priced_with(db: Database) -> None:
    books = ReferenceVersions(3, 5)
    async with db.begin(NOW) as tx:
        versioned, shipped = await full(tx, books), await full(tx)
        assert (await requests.get(tx, versioned.id)).books == books
        assert (await requests.get(tx, shipped.id)).books == AS_SHIPPED


async def test_a_company_pages_through_its_requests_the_newest_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        made = await several(tx, 5)
        company_id = company_of(made[0])
        first = await request_lists.of_company(tx, company_id, limit=2)
        second = await request_lists.of_company(tx, company_id, limit=2, skip=2)
        last = await request_lists.of_company(tx, company_id, limit=2, skip=4)
        assert await request_lists.count_of_company(tx, company_id) == 5
        assert await request_lists.of_company(tx, company_id + 1) == []
        assert await request_lists.count_of_company(tx, company_id + 1) == 0

    newest = [request.id for request in reversed(made)]
    assert [request.id for request in (*first, *second, *last)] == newest


async def test_a_list_has_no_lines_and_a_request_has_them(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (request,) = await several(tx, 1)
        (listed,) = await request_lists.of_company(tx, company_of(request))
        assert listed.asked.lines == ()
        assert (await requests.get(tx, request.id)).asked.lines == request.asked.lines != ()
        with pytest.raises(Unknown):
            await requests.get(tx, 404)


async def test_what_waits_for_us_is_listed_by_its_state_the_oldest_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first, refused, third = await several(tx, 3)
        await requests.move(tx, refused, RequestEvent.REFUSE, actor_id=COORDINATOR)
        assert await numbers(tx, RequestState.SUBMITTED) == [first.number, third.number]
        assert await numbers(tx, RequestState.SUBMITTED, limit=1) == [first.number]
        assert await numbers(tx, RequestState.REFUSED) == [refused.number]
        assert await numbers(tx) == []


async def test_a_request_whose_crew_knows_of_the_work_waits_no_more(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        number = (await requests.get(tx, job.request_id)).number
        assert await numbers(tx, RequestState.ACCEPTED) == [number]
        awa = await member(tx, "Awa")
        await crew_assignments.assign(tx, job.id, [awa], awa)
        planned = await jobs.change(tx, job, start_on=MONDAY, start_time=time(8))
        await through(tx, planned, JobEvent.PUBLISH)
        assert await numbers(tx, RequestState.ACCEPTED) == []


async def test_work_done_long_ago_is_no_longer_written_about(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        company_id = company_of(await requests.get(tx, job.request_id))
        planned = await jobs.change(tx, job, start_on=MONDAY, start_time=time(8))
        events = (JobEvent.PUBLISH, JobEvent.SET_OFF, JobEvent.ARRIVE, JobEvent.FINISH)
        await through(tx, planned, *events)

        async def about(since: timedelta) -> int:
            return len(await request_lists.written_about(tx, company_id, CLIENT, NOW + since, 7))

        assert await about(-MONTH) == 1
        assert await about(MONTH) == 0


async def test_days_change_with_the_version_and_who_comes_second_changes_nothing(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        (request,) = await several(tx, 1)
        await requests.change(tx, request, earliest_on=FRIDAY, deadline_on=FRIDAY)
        now = await requests.get(tx, request.id)
        assert (now.asked.earliest_on, now.asked.deadline_on) == (FRIDAY, FRIDAY)
        assert now.version == request.version + 1
        with pytest.raises(Changed):
            await requests.change(tx, request, earliest_on=MONDAY)
        assert await requests.get(tx, request.id) == now


async def test_what_was_agreed_takes_the_place_of_what_was_asked(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request, other = await full(tx), await full(tx)
        access = BRIEF.site.access
        await requests.agree_on(tx, request, LINES * 2, access)
        now = (await requests.get(tx, request.id)).asked
        assert now.lines == LINES * 2
        assert (now.site.access.floor, now.site.access.lift) == (access.floor, access.lift)
        assert (await requests.get(tx, other.id)).asked == FULL
        with pytest.raises(Changed):
            await requests.agree_on(tx, request, LINES, access)


async def test_held_hazards_are_noted_without_a_new_version(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (request,) = await several(tx, 1)
        await requests.hold(tx, request.id, ["asbestos", "lead"])
        held = await requests.get(tx, request.id)
        assert (held.held, held.version) == (("asbestos", "lead"), request.version)
        await requests.hold(tx, request.id, [])
        assert (await requests.get(tx, request.id)).held == ()


async def test_revisions_are_found_by_request_and_by_id(db: Database) -> None:
    async with db.begin(NOW) as tx:
        with_quote = await agreed_job(tx)
        (without,) = await several(tx, 1)
        first = await quotes.newest(tx, with_quote.request_id)
        assert first is not None
        second = await quotes.issue(
            tx, with_quote.request_id, first.estimate, actor_id=COORDINATOR, valid_until=FRIDAY
        )
        known = [with_quote.request_id, without.id, 404]
        assert await quotes.newest_of(tx, known) == {with_quote.request_id: second}
        assert await quotes.newest_of(tx, []) == {}
        assert await quotes.newest(tx, without.id) is None
        assert set(await quotes.of_ids(tx, [first.id, second.id, 404])) == {first.id, second.id}
        with pytest.raises(Unknown):
            await quotes.get(tx, 404)
