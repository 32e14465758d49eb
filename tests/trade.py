"""What tests begin from: a shop, a client with an agreed quote, a crew and its vehicles."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from bot.services import shipped_reference_files
from domain import communes
from domain.activities import Activity, Parking
from domain.catalogue import shipped_catalogue
from domain.company import EXAMPLE
from domain.crews import FIRST_AID, CrewRole
from domain.inventory import Access, InventoryLine, Lift
from domain.jobs import JobEvent
from domain.people import Role
from domain.pricebook import PriceBook
from domain.pricing import price
from domain.quotes import QuoteEvent
from domain.requests import RequestEvent
from handlers.context.services import Services
from handlers.routing.features import FACT_LOADERS
from handlers.routing.form_endings import BEGINNINGS, ENDINGS, FORMS
from handlers.views.estimates import estimate
from handlers.words.catalogue import Words
from storage import crews, jobs, people, quotes, requests
from storage.jobs import Job
from storage.people import Person
from storage.quotes import Revision
from storage.request_content import RequestContent, Site
from storage.requests import Request
from storage.transaction import Transaction

CLIENT, COORDINATOR = 501, 701
Activities = tuple[Activity, ...]
CLEARANCE = (Activity.CLEARANCE,)
MONDAY = date(2026, 12, 14)
FRIDAY = date(2026, 12, 18)
# One desk; for tests that need any price.
ESTIMATE = price(
    (InventoryLine("BUR-01", Decimal(1)),),
    Access(),
    Decimal(10),
    PriceBook.on(date(2026, 11, 28)),
    shipped_catalogue(),
)


@cache
def services(coordinator_chat: int = -77) -> Services:
    """Return everything a visit may look up."""
    return Services(
        words=Words.load(),
        reference_files=shipped_reference_files(EXAMPLE),
        bot_username="r4_bot",
        forms=FORMS,
        endings=ENDINGS,
        beginnings=BEGINNINGS,
        fact_loaders=FACT_LOADERS,
        coordinator_chat=coordinator_chat,
    )


async def client(tx: Transaction, person_id: int = CLIENT, phone: str | None = None) -> Person:
    """Write down a client of « Bâti Nord »."""
    company = await people.register_company(tx, siret="73282932000074", name="Bâti Nord")
    person = await people.meet(tx, person_id, first_name="Claire", language="fr")
    person = await people.change(
        tx,
        person,
        language_chosen=True,
        full_name="Claire Martin",
        phone=phone,
        company_id=company.id,
        noticed_at=tx.now,
    )
    return await people.give(tx, person, Role.CLIENT)


async def request_of(
    tx: Transaction,
    person: Person,
    desks: int = 20,
    activities: Activities = CLEARANCE,
) -> Request:
    """Write down a request for so many desks on the second floor."""
    assert person.company_id is not None
    access = Access(2, Lift.GOODS, Decimal(20))
    asked = RequestContent(
        activities=activities,
        site=Site("12 rue Hoche", "93500", communes.of_postcode("93500")[0], access, Parking.DOCK),
        lines=(InventoryLine("BUR-01", Decimal(desks)),),
        earliest_on=MONDAY,
        deadline_on=FRIDAY,
        note=None,
    )
    return await requests.open_(tx, asked, company_id=person.company_id, person_id=person.id)


async def sent_quote(
    tx: Transaction,
    desks: int = 20,
    activities: Activities = CLEARANCE,
    person_id: int = CLIENT,
    valid_until: date = MONDAY,
) -> Revision:
    """Write down a request for so many desks and the quote that was sent."""
    person = await client(tx, person_id)
    request = await request_of(tx, person, desks, activities)
    priced = estimate(services(), request)
    await requests.move(tx, request, RequestEvent.QUOTE, actor_id=COORDINATOR)
    return await quotes.issue(tx, request.id, priced, actor_id=COORDINATOR, valid_until=valid_until)


async def agreed_job(
    tx: Transaction,
    desks: int = 20,
    activities: Activities = CLEARANCE,
    person_id: int = CLIENT,
) -> Job:
    """Write down an agreed quote for so many desks, and the job to be planned."""
    revision = await sent_quote(tx, desks, activities, person_id)
    await quotes.move(
        tx,
        revision,
        QuoteEvent.ACCEPT,
        actor_id=person_id,
        agreed_by="Jeanne Duval",
        agreed_role="Directrice",
        agreed_at=tx.now,
    )
    request = await requests.get(tx, revision.request_id)
    await requests.move(tx, request, RequestEvent.ACCEPT, actor_id=person_id)
    return await jobs.open_(tx, revision, actor_id=person_id)


async def through(tx: Transaction, job: Job, *events: JobEvent) -> Job:
    """Move a job through events, one after the other."""
    for event in events:
        job = await jobs.move(tx, job, event, actor_id=COORDINATOR)
    return job


async def member(
    tx: Transaction,
    name: str,
    *,
    person_id: int | None = None,
    leader: bool = False,
    driver: bool = False,
    first_aid: bool = False,
    language: str = "fr",
) -> int:
    """Take somebody into the roster; with a person they have joined the bot."""
    able = {CrewRole.LEADER: leader, CrewRole.DRIVER: driver}
    roles = [role for role, has in able.items() if has]
    member_id = await crews.add(tx, name=name, roles=roles, language=language)
    if first_aid:
        await crews.certify(tx, member_id, FIRST_AID, tx.today + timedelta(days=400))
    if person_id is not None:
        known = await people.meet(tx, person_id, first_name=name, language=language)
        await people.give(tx, known, Role.CREW)
        code = await crews.invite(tx, member_id)
        await crews.join(tx, code, person_id, "+33639980001", language)
    return member_id
