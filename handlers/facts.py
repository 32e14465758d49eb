"""Facts that questions need and a pure engine cannot fetch: today, the catalogue, the roster."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers import dossier as dossiers
from handlers.conversation.kinds import Signatory
from handlers.conversation.kinds.signer import SIGNERS
from handlers.coordinators.benches import bench_of
from handlers.shop import Shop
from handlers.visit import Visit
from storage import answers, people
from storage.sessions import Place
from storage.work import Work

ROSTER = frozenset({"planning"})  # forms that choose among people
COLLEAGUES = frozenset({"surveying"})  # forms that choose among coordinators
SIGNED = frozenset({"agreement"})  # forms that offer who signed before


def shared(shop: Shop, work: Work) -> dict[str, Any]:
    """Facts that are the same for everybody."""
    return {
        "now": work.now,
        "zone": shop.zone,
        "today": work.today,
        "catalogue": shop.catalogue,
        "prices": shop.prices,
    }


def needs_own(form: str) -> bool:
    """Tell whether the form's facts differ from chat to chat."""
    return form in ROSTER | COLLEAGUES | SIGNED


async def own(visit: Visit, place: Place) -> Mapping[str, Any]:
    """Load all facts of this conversation."""
    known = shared(visit.shop, visit.work)
    if place.form in COLLEAGUES:
        office = await people.with_role(visit.work, Role.COORDINATOR)
        known["surveyors"] = [(one.id, one.full_name or one.first_name) for one in office]
    if place.form in ROSTER:
        dossier = await dossiers.load(visit.work, int((place.about or {})["job"]))
        known["bench"] = await bench_of(visit.work, visit.shop, dossier)
    if place.form in SIGNED and visit.person.company_id is not None:
        known[SIGNERS] = await _signers(visit, visit.person.company_id)
    return known


async def _signers(visit: Visit, company_id: int) -> list[Signatory]:
    """List who agreed for the company before, the last first."""
    return [
        Signatory(one.name, one.role, code=str(one.revision_id))
        for one in await answers.signers(visit.work, company_id)
    ]
