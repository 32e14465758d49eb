"""Facts that questions need and a pure engine cannot fetch: today, the catalogue, the roster."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.quotes.signer_kind import SIGNERS, Signatory
from handlers.views import job_views
from handlers.views.candidates import load_candidates
from storage import people, quote_activity
from storage.sessions import StoredSession
from storage.transaction import Reading

ROSTER = frozenset({"planning"})  # forms that choose among people
COLLEAGUES = frozenset({"surveying"})  # forms that choose among coordinators
SIGNED = frozenset({"agreement"})  # forms that offer who signed before


def shared(services: Services, tx: Reading) -> dict[str, Any]:
    """Facts that are the same for everybody."""
    return {
        "now": tx.now,
        "zone": services.zone,
        "today": tx.today,
        "catalogue": services.catalogue,
        "prices": services.prices,
    }


def needs_own(form: str) -> bool:
    """Tell whether the form's facts differ from chat to chat."""
    return form in ROSTER | COLLEAGUES | SIGNED


async def own(ctx: UpdateContext, stored: StoredSession) -> Mapping[str, Any]:
    """Load all facts of this conversation."""
    known = shared(ctx.services, ctx.tx)
    if stored.form in COLLEAGUES:
        office = await people.with_role(ctx.tx, Role.COORDINATOR)
        known["surveyors"] = [(one.id, one.full_name or one.first_name) for one in office]
    if stored.form in ROSTER:
        job_view = await job_views.load(ctx.tx, int((stored.about or {})["job"]))
        known["bench"] = await load_candidates(ctx.tx, ctx.services, job_view)
    if stored.form in SIGNED and ctx.person.company_id is not None:
        known[SIGNERS] = await _signers(ctx, ctx.person.company_id)
    return known


async def _signers(ctx: UpdateContext, company_id: int) -> list[Signatory]:
    """List who agreed for the company before, the last first."""
    return [
        Signatory(one.name, one.role, code=str(one.revision_id))
        for one in await quote_activity.signers(ctx.tx, company_id)
    ]
