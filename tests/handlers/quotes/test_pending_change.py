"""An answer to a quote: in its time, and it ends what was wished of it before."""

from collections.abc import Awaitable, Callable

import pytest

from handlers.context.update_context import UpdateContext
from handlers.quotes import client_answer
from handlers.quotes.decision_forms import AgreementForm, DeclineForm, DeclineReason
from handlers.quotes.signer_kind import Signatory
from storage import quote_activity, quotes
from storage.engine import Database
from storage.quotes import Revision
from tests.conftest import NOW
from tests.handlers.contexts import context_of
from tests.trade import CLIENT, sent_quote
from tests.waiting_letters import pending

Answer = Callable[[UpdateContext, Revision], Awaitable[None]]


async def declines(guest: UpdateContext, revision: Revision) -> None:
    said = DeclineForm(DeclineReason.PRICE, None)
    await client_answer.declined(guest, said, {"revision": revision.id})


async def accepts(guest: UpdateContext, revision: Revision) -> None:
    said = AgreementForm(
        Signatory("Jeanne Duval"), "Directrice", "4 quai de la Marne, 93500 Pantin"
    )
    await client_answer.agreed(guest, said, {"revision": revision.id})


@pytest.mark.parametrize("answer", [declines, accepts])
async def test_nobody_waits_for_a_change_of_what_is_answered(db: Database, answer: Answer) -> None:
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
        await quote_activity.wish(tx, revision.id, "change")
    async with db.begin(NOW) as tx:
        await answer(await context_of(tx, CLIENT), await quotes.get(tx, revision.id))
        assert (await quotes.get(tx, revision.id)).wish is None


@pytest.mark.parametrize("answer", [declines, accepts])
async def test_a_quote_whose_last_day_is_over_is_not_answered_any_more(
    db: Database, answer: Answer
) -> None:
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
    after = NOW.replace(year=2027)
    async with db.begin(after) as tx:
        await answer(await context_of(tx, CLIENT), revision)
        assert await quotes.get(tx, revision.id) == revision
        (letter,) = await pending(tx, CLIENT)
    assert "valable jusqu" in letter.post.text
