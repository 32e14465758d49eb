"""An answer to a quote ends what was wished of it before."""

from collections.abc import Awaitable, Callable

import pytest

from handlers.clients import quotes as client_quotes
from handlers.conversation.kinds import Signatory
from handlers.flows.decisions import Agreement, Decline, DeclineReason
from handlers.visit import Visit
from storage import answers, quotes
from storage.engine import Database
from storage.quotes import Revision
from tests.conftest import NOW
from tests.handlers.visits import visit
from tests.trade import CLIENT, sent_quote

Answer = Callable[[Visit, Revision], Awaitable[None]]


async def declines(guest: Visit, revision: Revision) -> None:
    said = Decline(DeclineReason.PRICE, None)
    await client_quotes.declined(guest, said, {"revision": revision.id})


async def accepts(guest: Visit, revision: Revision) -> None:
    said = Agreement(Signatory("Jeanne Duval"), "Directrice")
    await client_quotes.agreed(guest, said, {"revision": revision.id})


@pytest.mark.parametrize("answer", [declines, accepts])
async def test_nobody_waits_for_a_change_of_what_is_answered(db: Database, answer: Answer) -> None:
    async with db.begin(NOW) as work:
        revision = await sent_quote(work)
        await answers.wish(work, revision.id, "change")
    async with db.begin(NOW) as work:
        await answer(await visit(work, CLIENT), await quotes.get(work, revision.id))
        assert (await quotes.get(work, revision.id)).wish is None
