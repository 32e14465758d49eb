"""The client's home: where each matter stands, who must act, in as many statements as ever."""

from dataclasses import replace
from datetime import time

from domain.jobs import JobEvent, JobState
from domain.quotes import QuoteState
from domain.requests import RequestState
from handlers.views.client_home import Matter, draw
from storage import jobs, people, quotes, request_thread, requests
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.statements import counting
from tests.trade import CLIENT, MONDAY, agreed_job, client, sent_quote, through
from tests.waiting_letters import pending

OTHER = 502


async def fill(db: Database, count: int) -> None:
    async with db.begin(NOW) as tx:
        for _ in range(count):
            revision = await sent_quote(tx)
            await request_thread.say(tx, revision.request_id, CLIENT, "?", from_client=True)


async def statements(db: Database, page: int) -> int:
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        with counting(db) as found:
            await draw(guest, page)
    return len(found)


async def test_ten_requests_and_two_hundred_take_as_many_statements(db: Database) -> None:
    await fill(db, 10)
    few = [await statements(db, page) for page in (0, 1)]
    await fill(db, 190)
    many = [await statements(db, page) for page in (0, 1, 24)]

    assert few == [few[0]] * 2
    assert many == [few[0]] * 3


async def screen(db: Database, page: int = 0) -> tuple[str, list[list[str]]]:
    async with db.begin(NOW) as tx:
        shown = await draw(await context_of(tx, CLIENT), page)
    return shown.text, [[button.text for button in row] for row in shown.rows]


async def test_beyond_eight_there_are_pages(db: Database) -> None:
    await fill(db, 17)
    first, second, third = [(await screen(db, page))[1] for page in range(3)]

    assert first[0] == ["📦 DEM-2026-0017"]
    assert [first[-2], second[-2], third[-2]] == [["▶"], ["◀", "▶"], ["◀"]]
    assert [len(rows) for rows in (first, second, third)] == [10, 10, 3]
    assert await screen(db, 99) == await screen(db, 2)


async def test_a_page_is_turned_in_place(db: Database) -> None:
    await fill(db, 9)
    await tap(db, CLIENT, "home", 0, more="1")
    async with db.read(NOW) as tx:
        (letter,) = await pending(tx, CLIENT)
    assert (letter.post.card, letter.post.fresh) == ("home", False)
    assert "DEM-2026-0001" in letter.post.text
    assert "Page 2 sur 2" in letter.post.text


async def test_it_says_who_must_act(db: Database) -> None:
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
        request = await requests.get(tx, revision.request_id)
        job = await agreed_job(tx)
    ready = replace(revision, media_id=1)
    shown = replace(job, published_at=NOW, state=JobState.PUBLISHED)
    agreed = replace(request, state=RequestState.ACCEPTED)
    stands = {
        "price": Matter(replace(request, state=RequestState.SUBMITTED)),
        "answer": Matter(request, ready, last_word=False),
        "quote": Matter(request, ready, last_word=True),
        "change": Matter(request, replace(ready, wish="change")),
        "revision": Matter(request, replace(ready, wish="agreed")),
        "renew": Matter(request, replace(ready, state=QuoteState.EXPIRED)),
        "renewal": Matter(request, replace(ready, state=QuoteState.EXPIRED, wish="renew")),
        "plan": Matter(agreed, replace(ready, state=QuoteState.ACCEPTED), job),
        "work": Matter(agreed, replace(ready, state=QuoteState.ACCEPTED), shown),
        "rate": Matter(agreed, ready, replace(shown, state=JobState.REPORTED)),
        "": Matter(
            replace(request, state=RequestState.DECLINED), replace(ready, state=QuoteState.DECLINED)
        ),
    }
    assert {stand.awaits for stand in stands.values()} == set(stands)
    assert {name: matter.awaits for name, matter in stands.items()} == {
        name: name for name in stands
    }


async def test_a_button_opens_the_card_of_the_request(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        job = await jobs.change(tx, job, start_on=MONDAY, start_time=time(8))
        await through(tx, job, JobEvent.PUBLISH)
        asked = await sent_quote(tx)
        await request_thread.say(tx, asked.request_id, 1, "Quel étage ?", from_client=False)
    await tap(db, CLIENT, "mine", job.request_id)
    await tap(db, CLIENT, "mine", asked.request_id)
    async with db.read(NOW) as tx:
        opened = [letter.post for letter in await pending(tx, CLIENT)]
    assert opened[0].card == f"matter:{job.request_id}"
    assert job.number in opened[0].text
    assert "Quel étage ?" in opened[1].text
    assert f"a:reply:{asked.request_id}:" in str(opened[1].markup)


async def test_the_things_of_another_company_stay_shut(db: Database) -> None:
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
        stranger = await client(tx, OTHER)
        await _moves(tx, stranger.id)
    for action, thing in (("mine", revision.request_id), ("undo", revision.id)):
        toast = await tap(db, OTHER, action, thing)
        assert toast is not None
        assert toast.text == "Ce bouton n’est pas pour vous."
    async with db.read(NOW) as tx:
        assert await pending(tx, OTHER) == []
        assert (await quotes.get(tx, revision.id)).sign_at is None


async def _moves(tx: Transaction, person_id: int) -> None:
    company = await people.register_company(tx, siret="55210055400013", name="Verre & Co")
    person = await people.get(tx, person_id)
    await people.change(tx, person, company_id=company.id)
