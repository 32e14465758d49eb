"""Facts that the agreement form needs."""

from handlers.context.update_context import UpdateContext
from handlers.quotes.signer_kind import Signatory
from storage import quote_activity
from storage.sessions import StoredSession


async def signers(ctx: UpdateContext, _: StoredSession) -> list[Signatory]:
    """List the earlier signers of the person's company, the newest first."""
    if ctx.person.company_id is None:
        return []
    return [
        Signatory(signer.name, signer.role, code=str(signer.revision_id))
        for signer in await quote_activity.signers(ctx.tx, ctx.person.company_id)
    ]
