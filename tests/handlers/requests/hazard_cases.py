"""Requests with hazards."""

from decimal import Decimal

from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, InventoryLine, Lift
from domain.people import Role
from domain.survey import AsbestosSurvey, CutOff
from storage import people, requests
from storage.request_content import RequestContent, Site
from storage.requests import Request
from storage.transaction import Transaction
from tests.trade import FRIDAY, MONDAY, client

NADIA, PAUL = 601, 602


DESK, DOOR = InventoryLine("BUR-01", Decimal(2)), InventoryLine("POR-01", Decimal(3))


async def asked(
    tx: Transaction,
    *lines: InventoryLine,
    note: str | None = None,
    asbestos: AsbestosSurvey = AsbestosSurvey.NO,
    unread: tuple[str, ...] = (),
) -> Request:
    """Write down a request of a client, and two coordinators."""
    person = await client(tx)
    for known, name in ((NADIA, "Nadia"), (PAUL, "Paul")):
        office = await people.meet(tx, known, first_name=name, language="fr")
        await people.give(tx, office, Role.COORDINATOR)
    access, town = Access(2, Lift.GOODS, Decimal(20)), communes.of_postcode("93500")[0]
    site = Site("12 rue Hoche", "93500", town, access, Parking.DOCK)
    wanted = RequestContent(
        (Activity.CLEARANCE,),
        site,
        lines,
        MONDAY,
        FRIDAY,
        note,
        asbestos,
        CutOff.NOT_APPLICABLE,
        unread=unread,
    )
    assert person.company_id is not None
    return await requests.open_(tx, wanted, company_id=person.company_id, person_id=person.id)
