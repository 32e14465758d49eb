"""No way of sending a quote leads past a hazard that nobody has ruled on."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from domain.activities import Activity
from domain.gates import Verdict
from domain.inventory import Condition, InventoryLine
from domain.people import Role
from domain.quotes import QuoteEvent
from domain.survey import AsbestosSurvey
from handlers.context.deep_links import FollowedLink
from handlers.conversation.kinds import Told
from handlers.quotes import client_changes, costing
from handlers.quotes.decision_forms import ChangeForm, RenewalForm, RulingForm
from handlers.requests import client_questions, hazard_ruling
from handlers.requests.thread_forms import ReplyForm
from handlers.views import request_card
from storage import costings, people, quotes, requests
from storage.costings import CostingDraft
from storage.engine import Database
from storage.requests import Request
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.handlers.quotes.costing_steps import draft_of
from tests.handlers.requests.hazard_cases import DESK, DOOR, NADIA, asked
from tests.trade import CLIENT, FRIDAY, MONDAY, client, request_of

BOLTED = InventoryLine("BUR-01", Decimal(1), Condition.B, fixed=True)
WORN = InventoryLine("BUR-01", Decimal(4), Condition.C)
HELD = "Quelque chose attend une décision\u202f: pas de devis avant."
Send = Callable[[Database, Request], Awaitable[str]]
SENT = "Le devis part chez le client."


async def reply(db: Database, request: Request, words: str) -> None:
    async with db.begin(NOW) as tx:
        about = {"request": request.id}
        await client_questions.replied(await context_of(tx, CLIENT), ReplyForm(Told(words)), about)


async def told_of_lead(db: Database, request: Request) -> None:
    await reply(db, request, "Les portes sont peintes au plomb")


async def labels(db: Database, request: Request) -> list[str]:
    """The buttons of the coordinators' card as it would be drawn now."""
    async with db.begin(NOW) as tx:
        screen = await request_card.draw(
            await context_of(tx, NADIA), await requests.get(tx, request.id)
        )
    return [button.text for row in screen.rows for button in row]


async def rule(db: Database, request: Request, verdict: Verdict) -> None:
    async with db.begin(NOW + timedelta(hours=1)) as tx:
        about = {"request": request.id, "hazards": ["lead", "no_survey"]}
        await hazard_ruling.ruled(
            await context_of(tx, NADIA), RulingForm(verdict, "vu avec le chef"), about
        )


async def exclude(db: Database, request: Request, *kinds: str) -> None:
    async with db.begin(NOW + timedelta(hours=2)) as tx:
        about = {"request": request.id, "hazards": list(kinds)}
        await hazard_ruling.ruled(
            await context_of(tx, NADIA), RulingForm(Verdict.EXCLUDE, "à part"), about
        )


async def flash(db: Database, action: str, thing: int, version: int, more: str = "") -> str:
    toast = await tap(db, NADIA, action, thing, version, more)
    assert toast is not None
    return toast.text


async def send_first(db: Database, request: Request, vat: str = "") -> str:
    async with db.read(NOW) as tx:
        version = (await requests.get(tx, request.id)).version
    return await flash(db, "quote", request.id, version, vat)


async def opened_draft(db: Database, request: Request) -> CostingDraft:
    async with db.begin(NOW) as tx:
        await costing.open_(await context_of(tx, NADIA), FollowedLink("cost", str(request.id)))
    return await draft_of(db, request)


async def send_costing(db: Database, request: Request) -> str:
    draft = await opened_draft(db, request)
    return await flash(db, "issue", draft.id, draft.version)


async def send_renewed(db: Database, request: Request) -> str:
    async with db.read(NOW) as tx:
        newest = await quotes.newest(tx, request.id)
    assert newest is not None
    return await flash(db, "renewed", newest.id, newest.version)


async def expired(db: Database, request: Request) -> None:
    """The first quote's time is over and the client wants it anew."""
    async with db.begin(NOW) as tx:
        first = await quotes.newest(tx, request.id)
        assert first is not None
        await quotes.move(tx, first, QuoteEvent.EXPIRE, actor_id=None)
        await client_changes.renewal_asked(
            await context_of(tx, CLIENT), RenewalForm(MONDAY, FRIDAY), {"revision": first.id}
        )


async def revisions(db: Database, request: Request) -> list[tuple[int, str]]:
    async with db.read(NOW) as tx:
        return [
            (revision.revision, revision.state)
            for revision in await quotes.of_request(tx, request.id)
        ]


async def opened(db: Database) -> Request:
    async with db.begin(NOW) as tx:
        return await asked(tx, DESK)


@pytest.mark.parametrize("send", [send_first, send_costing])
async def test_a_first_quote_waits_for_a_decision(db: Database, send: Send) -> None:
    request = await opened(db)
    await told_of_lead(db, request)
    assert await send(db, request) == HELD
    assert await revisions(db, request) == []
    await rule(db, request, Verdict.LIFT)
    assert await send(db, request) == SENT
    assert await revisions(db, request) == [(1, "sent")]


async def test_a_revision_waits_for_a_decision(db: Database) -> None:
    request = await opened(db)
    assert await send_first(db, request) == SENT
    assert "⚖️ Décider" not in await labels(db, request)
    await told_of_lead(db, request)
    assert "⚖️ Décider" in await labels(db, request)
    assert await send_costing(db, request) == HELD
    assert await revisions(db, request) == [(1, "sent")]
    await rule(db, request, Verdict.LIFT)
    assert await send_costing(db, request) == SENT
    assert await revisions(db, request) == [(1, "superseded"), (2, "sent")]


async def test_a_renewal_waits_for_a_decision(db: Database) -> None:
    request = await opened(db)
    await send_first(db, request)
    await expired(db, request)
    assert "📄 Envoyer le devis à jour" in await labels(db, request)
    await told_of_lead(db, request)
    shown = await labels(db, request)
    assert "⚖️ Décider" in shown
    assert "📄 Envoyer le devis à jour" not in shown
    assert await send_renewed(db, request) == HELD
    assert await revisions(db, request) == [(1, "expired")]
    await rule(db, request, Verdict.LIFT)
    assert await send_renewed(db, request) == SENT
    assert await revisions(db, request) == [(1, "superseded"), (2, "sent")]


async def test_a_change_that_names_a_hazard_is_decided_on_first(db: Database) -> None:
    request = await opened(db)
    await send_first(db, request)
    async with db.begin(NOW) as tx:
        first = await quotes.newest(tx, request.id)
        assert first is not None
        await client_changes.change_asked(
            await context_of(tx, CLIENT),
            ChangeForm("Prenez aussi l’amiante"),
            {"revision": first.id},
        )
    assert "⚖️ Décider" in await labels(db, request)
    assert await send_costing(db, request) == HELD


async def test_a_quote_that_is_out_is_not_refused_by_a_ruling(db: Database) -> None:
    request = await opened(db)
    await send_first(db, request)
    await told_of_lead(db, request)
    await rule(db, request, Verdict.REFUSE)
    async with db.read(NOW) as tx:
        now = await requests.get(tx, request.id)
    assert (now.state, now.held) == ("quoted", ("lead",))


async def test_what_was_excluded_since_is_not_in_the_renewal(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, DOOR)
    await rule(db, request, Verdict.LIFT)
    assert await send_first(db, request, "works.fixed.billed.builder") == SENT
    await expired(db, request)
    await reply(db, request, "Les dalles sont en amiante")
    await exclude(db, request, "asbestos")
    assert await send_renewed(db, request) == SENT
    async with db.read(NOW) as tx:
        newest = await quotes.newest(tx, request.id)
        assert newest is not None
        kept = await costings.get(tx, newest.costing_id or 0)
    assert [line.code for line in kept.content.lines] == ["BUR-01"]
    assert [one["of"] for one in (newest.changes or {})["items"]] == ["POR-01"]


async def test_nothing_is_excluded_where_the_next_quote_would_be_empty(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, BOLTED, asbestos=AsbestosSurvey.YES)
    for change in ("x.0", "v.works.fixed.billed.builder"):
        draft = await opened_draft(db, request)
        await tap(db, NADIA, "alter", draft.id, draft.version, change)
    assert await send_costing(db, request) == SENT
    await expired(db, request)
    await reply(db, request, "Les dalles sont en amiante")
    await exclude(db, request, "asbestos")
    assert await send_renewed(db, request) == HELD


async def test_excluding_takes_out_the_lines_and_not_all_that_is_of_the_item(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, BOLTED, WORN, DOOR, note="de l’amiante au plafond")
    await exclude(db, request, "asbestos", "no_survey")
    async with db.read(NOW) as tx:
        assert (await requests.get(tx, request.id)).asked.lines == (DESK, WORN)


async def test_what_is_excluded_leaves_the_price_that_is_being_worked_out(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, BOLTED, note="de l’amiante au plafond")
    before = await opened_draft(db, request)
    await exclude(db, request, "asbestos")
    after = await draft_of(db, request)
    assert after.content.lines == (DESK,)
    changed = "Cela a changé entre-temps. Regardez la carte à jour."
    assert await flash(db, "issue", before.id, before.version) == changed
    assert await flash(db, "issue", after.id, after.version) == SENT


async def test_nothing_is_excluded_where_the_draft_would_be_empty(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(
            tx, DESK, BOLTED, note="de l’amiante au plafond", asbestos=AsbestosSurvey.YES
        )
    draft = await opened_draft(db, request)
    await tap(db, NADIA, "alter", draft.id, draft.version, "x.0")
    await exclude(db, request, "asbestos")
    async with db.read(NOW) as tx:
        assert (await requests.get(tx, request.id)).held == ("asbestos",)
    assert (await draft_of(db, request)).content.lines == (BOLTED,)


@pytest.mark.parametrize("activity", [Activity.INVENTORY, Activity.TRANSFORMATION])
async def test_what_the_book_has_no_rate_for_is_not_sent_as_reckoned(
    db: Database, activity: Activity
) -> None:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        request = await request_of(tx, person, activities=(Activity.CLEARANCE, activity))
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)

    await tap(db, NADIA, "quote", request.id, request.version)

    async with db.read(NOW) as tx:
        assert await quotes.newest(tx, request.id) is None
