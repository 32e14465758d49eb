"""One card of a request, from the first day to the report, wherever the client opened it."""

from datetime import time

from domain.jobs import JobEvent
from handlers.cards import client_cards
from handlers.views import client_request_card
from storage import jobs, media, outbox, quotes, requests
from storage.engine import Database
from storage.jobs import Job
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.trade import CLIENT, MONDAY, agreed_job, through
from tests.waiting_letters import pending

TO_THE_REPORT = (JobEvent.PUBLISH, JobEvent.SET_OFF, JobEvent.ARRIVE, JobEvent.FINISH)


async def agreed(tx: Transaction) -> Job:
    """Write down an agreed quote with its paper and an order that can still be taken back."""
    job = await agreed_job(tx)
    revision = await quotes.newest(tx, job.request_id)
    assert revision is not None
    paper = await media.keep(tx, key="q", sha256="0" * 64, name="q.pdf", mime="", size=1)
    await quotes.change(tx, revision, media_id=paper, answered_at=NOW, order_ref="BC-7781")
    return job


async def test_quote_agreement_order_and_undo_stand_on_it(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed(tx)
        request = await requests.get(tx, job.request_id)
        ctx = await context_of(tx, CLIENT)
        screen = await client_request_card.draw(tx, ctx.say, request)

    assert [button.text for row in screen.rows for button in row] == [
        "✍️ Devis DEV-2026-0001, accord",
        "📎 Bon de commande",
        "↩ Je me suis trompé",
        "✖ Annuler",
        "✉️ Nous écrire",
    ]
    assert "Accord de Jeanne Duval" in screen.text
    assert "BC-7781" in screen.text


async def test_the_report_stands_on_it_and_comes_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await jobs.change(tx, await agreed(tx), start_on=MONDAY, start_time=time(8))
        job = await through(tx, job, *TO_THE_REPORT)
        paper = await media.keep(tx, key="r", sha256="1" * 64, name="r.pdf", mime="", size=1)
        await jobs.move(tx, job, JobEvent.REPORT, actor_id=None, report_media_id=paper)
    await tap(db, CLIENT, "mine", job.request_id)
    await tap(db, CLIENT, "report", job.id)

    async with db.read(NOW) as tx:
        card, report = [letter.post for letter in await pending(tx, CLIENT)]
    assert "a:quoted:" in str(card.markup)
    assert f"a:report:{job.id}:" in str(card.markup)
    assert "5 ⭐" in str(card.markup)
    assert report.document == paper


async def test_it_follows_in_silence_where_it_was_opened(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed(tx)
        ctx = await context_of(tx, CLIENT)
        await client_cards.follow(ctx, job.request_id)
        assert await pending(tx, CLIENT) == []

        name = client_request_card.card_key(job.request_id)
        await outbox.adopt_all(tx, name, {CLIENT: 12})
        await client_cards.follow(ctx, job.request_id)
        (letter,) = await pending(tx, CLIENT)
    assert (letter.post.card, letter.post.fresh) == (name, False)


async def test_a_report_that_is_not_there_is_not_sent(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed(tx)
    toast = await tap(db, CLIENT, "report", job.id)
    assert toast is not None
    assert toast.text == "C’est déjà répondu 👍"
