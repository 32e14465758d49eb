"""What a company put off at registration is told before it agrees to a quote."""

from collections.abc import Mapping
from typing import Any

from handlers.accounts import admission
from handlers.accounts.company_details_form import CompanyDetailsForm
from handlers.cards.request_cards import request_changed
from handlers.context.update_context import UpdateContext
from handlers.quotes import client_answer
from storage import colleagues, events, people


async def told(ctx: UpdateContext, answers: CompanyDetailsForm, about: Mapping[str, Any]) -> None:
    """Write the details down and ask for the agreement.

    A SIRET that another company has makes them one, once somebody of that company says yes.
    """
    revision = await client_answer.still_open(ctx, about)
    if revision is None or ctx.person.company_id is None:
        return
    own = await people.company(ctx.tx, ctx.person.company_id)
    known = await people.company_with(ctx.tx, answers.siret)
    if known is None:
        await people.complete_company(ctx.tx, own, siret=answers.siret)
        await events.record(ctx.tx, "completed", "company", own.id, actor_id=ctx.person.id)
        await request_changed(ctx, revision.request_id)
    elif known.id != own.id:
        await colleagues.lock(ctx.tx, own.id, known.id)
        if await admission.ask(ctx, known, own):
            return
        await admission.merge(ctx, own, known)
    await client_answer.ask_agreement(ctx, revision)
