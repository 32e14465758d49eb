"""What nobody could read holds the quote until it is priced or excluded by its words."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from domain.gates import Verdict
from handlers.context.deep_links import FollowedLink
from handlers.quotes import costing
from handlers.quotes.costing_forms import CostExtra
from handlers.quotes.decision_forms import RulingForm
from handlers.requests import hazard_ruling
from handlers.views import findings
from storage.engine import Database
from storage.files import FileStore
from storage.requests import Request
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.handlers.quotes.costing_steps import draft_of
from tests.handlers.quotes.quote_steps import paper, send
from tests.handlers.requests.hazard_cases import DESK, NADIA, asked
from tests.trade import services
from tests.waiting_letters import pending

THINGS = ("4 bidules <b>", "le truc du couloir")


async def opened(db: Database) -> Request:
    async with db.begin(NOW) as tx:
        return await asked(tx, DESK, note="Badge", unread=THINGS)


async def rule(db: Database, request: Request, verdict: Verdict) -> None:
    async with db.begin(NOW + timedelta(hours=1)) as tx:
        about = {"request": request.id, "hazards": ["unread"]}
        ruling = RulingForm(verdict, "demandé au client")
        await hazard_ruling.ruled(await context_of(tx, NADIA), ruling, about)


async def test_it_holds_the_quote_and_no_visit_is_needed_for_it(db: Database) -> None:
    request = await opened(db)
    assert "attend une décision" in await send(db, request)
    async with db.read(NOW) as tx:
        found = await findings.review(tx, services(), request)
    assert [(one.kind, one.words) for one in found.held] == [("unread", THINGS)]
    assert "hazard" not in found.survey


async def test_what_the_client_noted_stands_where_it_is_priced(db: Database) -> None:
    request = await opened(db)
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, NADIA)
        await costing.open_(ctx, FollowedLink("cost", str(request.id)))
    async with db.read(NOW) as tx:
        assert "📝 Badge" in (await pending(tx, NADIA))[-1].post.text


async def test_excluded_it_is_named_on_the_quote(db: Database, tmp_path: Path) -> None:
    request = await opened(db)
    await rule(db, request, Verdict.EXCLUDE)
    assert await send(db, request) == "Le devis part chez le client."
    shown = await paper(db, FileStore(str(tmp_path)), request)
    assert "Non compris dans ce devis : 4 bidules <b>, le truc du couloir" in shown
    assert "Non reconnu" not in shown


async def test_taken_along_it_must_be_in_the_price(db: Database, tmp_path: Path) -> None:
    request = await opened(db)
    await rule(db, request, Verdict.LIFT)
    assert "Le prix ne compte pas encore" in await send(db, request)

    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, NADIA)
        await costing.open_(ctx, FollowedLink("cost", str(request.id)))
    draft = await draft_of(db, request)
    async with db.begin(NOW) as tx:
        about = {"costing": draft.id, "version": draft.version}
        added = CostExtra("Bidules et truc du couloir", Decimal(80))
        await costing.extra_told(await context_of(tx, NADIA), added, about)
    draft = await draft_of(db, request)
    toast = await tap(db, NADIA, "issue", draft.id, draft.version)
    assert toast is not None
    assert toast.text == "Le devis part chez le client."
    shown = await paper(db, FileStore(str(tmp_path)), request)
    assert "Compris dans le prix : 4 bidules <b>, le truc du couloir" in shown
