"""A quote sent, printed, agreed to: what tests of its papers begin from."""

from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from bot.clock import JumpingClock
from bot.copies import render_agreement_pdf
from bot.photos import PATIENCE
from bot.quoting import render_quote_pdf
from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, InventoryLine, Lift
from handlers.clients import quotes as client_quotes
from handlers.conversation.kinds import Signatory
from handlers.estimating import estimate, keep
from handlers.flows.decisions import Agreement
from handlers.shop import Shop
from storage import errands, events, media, outbox, people, quotes, requests
from storage.asked import Asked, Site
from storage.engine import Database
from storage.errands import Errand
from storage.files import Files
from storage.media import Arrived, Medium
from storage.quotes import Revision
from tests.conftest import NOW
from tests.documents.samples import photo
from tests.handlers.visits import visit
from tests.trade import CLIENT, FRIDAY, MONDAY, client, shop

COORDINATOR = 900
STRANGER = 901


class Dying(Files):
    """A store whose process dies with the first file: before it is kept, or just after."""

    def __init__(self, folder: Path, *, kept_first: bool) -> None:
        super().__init__(str(folder))
        self.kept_first = kept_first
        self.dies = True

    async def keep(self, content: bytes) -> str:
        kept_as = await super().keep(content) if self.kept_first or not self.dies else ""
        if self.dies:
            self.dies = False
            raise ConnectionResetError
        return kept_as


async def sent(db: Database, photos: int = 0, language: str = "fr") -> Revision:
    """Have Nadia send a quote, not printed yet, for a request with photos and a plan."""
    async with db.begin(NOW) as work:
        person = await people.change(work, await client(work), language=language)
        assert person.company_id is not None
        access = Access(2, Lift.GOODS, Decimal(20))
        asked = Asked(
            activities=(Activity.CLEARANCE,),
            site=Site(
                "12 rue Hoche", "93500", communes.of_postcode("93500")[0], access, Parking.DOCK
            ),
            lines=(InventoryLine("BUR-01", Decimal(20)),),
            earliest_on=MONDAY,
            deadline_on=FRIDAY,
            note="Badge <b>à l’accueil</b> & #panic()",
        )
        request = await requests.open_(
            work, asked, company_id=person.company_id, person_id=person.id
        )
        await people.meet(work, COORDINATOR, first_name="Nadia", language="fr")
        shots = [Arrived(f"u-{n}", f"f-{n}", "photo", mime="image/jpeg") for n in range(photos)]
        plan = Arrived("u-plan", "f-plan", "document", mime="application/pdf")
        ids = await media.receive(work, [*shots, plan])
        await media.attach(work, "request", request.id, "site", ids, CLIENT)
        revision = await quotes.issue(
            work, request.id, keep(estimate(shop(), request)), valid_until=MONDAY
        )
        await events.record(
            work,
            "quote_sent",
            "request",
            request.id,
            actor_id=COORDINATOR,
            number=revision.label,
        )
    return revision


async def fetch_photos(db: Database, files: Files, revision: Revision) -> None:
    async with db.begin(NOW) as work:
        for _, medium, _ in await media.attached(work, "request", revision.request_id):
            content = photo("before", "", medium.id).data or b""
            await media.fetched(work, medium.id, await files.keep(content), len(content))


async def render(
    db: Database, files: Files, revision: Revision, attempts: int = PATIENCE, of: Shop | None = None
) -> None:
    await render_quote_pdf(db, JumpingClock(), files, of or shop(), revision.id, attempts=attempts)


async def agree(db: Database, revision: Revision) -> None:
    async with db.begin(NOW) as work:
        guest = await visit(work, CLIENT)
        await client_quotes.agreed(
            guest,
            Agreement(Signatory("Jeanne <i>Duval</i>"), "Directrice"),
            {"revision": revision.id},
        )


async def render_agreement(db: Database, files: Files, revision: Revision) -> None:
    await render_agreement_pdf(db, JumpingClock(), files, shop(), revision.id, CLIENT)


async def papers_sent(db: Database) -> list[Medium]:
    """The documents that wait to be sent to the client, in order."""
    async with db.read(NOW) as work:
        posts = [letter.post for letter in await outbox.pending(work)]
        return await media.get(
            work, [one.document for one in posts if one.chat_id == CLIENT and one.document]
        )


async def waiting(db: Database, kind: str) -> list[Errand]:
    async with db.begin(NOW, real_now=NOW + timedelta(days=1)) as work:
        return [one for one in await errands.claim(work, 99) if one.kind == kind]


async def content_of(files: Files, medium: Medium) -> bytes:
    assert medium.sha256 is not None
    content = await files.content(medium.sha256)
    assert sha256(content).hexdigest() == medium.sha256
    return content
