"""A quote sent, printed, agreed to: what tests of its papers begin from."""

from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from bot.errands.agreement_pdf import render_agreement_pdf
from bot.errands.document_photos import PATIENCE
from bot.errands.quote_pdf import render_quote_pdf
from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, InventoryLine, Lift
from domain.requests import RequestEvent
from handlers.context.services import Services
from handlers.quotes import client_answer
from handlers.quotes.decision_forms import AgreementForm
from handlers.quotes.signer_kind import Signatory
from handlers.views.estimates import estimate
from storage import errands, media, people, quotes, requests
from storage.engine import Database
from storage.errands import Errand
from storage.files import FileStore
from storage.media import Arrived, Medium
from storage.quotes import Revision
from storage.request_content import RequestContent, Site
from tests.bot.errand_helpers import errand_context, errand_of
from tests.conftest import NOW
from tests.documents.samples import photo
from tests.handlers.contexts import context_of
from tests.trade import CLIENT, FRIDAY, MONDAY, client, services
from tests.waiting_letters import pending

COORDINATOR = 900
STRANGER = 901


class Dying(FileStore):
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
    async with db.begin(NOW) as tx:
        person = await people.change(tx, await client(tx), language=language)
        assert person.company_id is not None
        access = Access(2, Lift.GOODS, Decimal(20))
        asked = RequestContent(
            activities=(Activity.CLEARANCE,),
            site=Site(
                "12 rue Hoche", "93500", communes.of_postcode("93500")[0], access, Parking.DOCK
            ),
            lines=(InventoryLine("BUR-01", Decimal(20)),),
            earliest_on=MONDAY,
            deadline_on=FRIDAY,
            note="Badge <b>à l’accueil</b> & #panic()",
        )
        request = await requests.open_(tx, asked, company_id=person.company_id, person_id=person.id)
        await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        shots = [Arrived(f"u-{n}", f"f-{n}", "photo", mime="image/jpeg") for n in range(photos)]
        plan = Arrived("u-plan", "f-plan", "document", mime="application/pdf")
        ids = await media.receive(tx, [*shots, plan])
        await media.attach(tx, "request", request.id, "site", ids, CLIENT)
        await requests.move(tx, request, RequestEvent.QUOTE, actor_id=COORDINATOR)
        return await quotes.issue(
            tx,
            request.id,
            estimate(services(), request),
            actor_id=COORDINATOR,
            valid_until=MONDAY,
        )


async def fetch_photos(db: Database, files: FileStore, revision: Revision) -> None:
    async with db.begin(NOW) as tx:
        for _, medium, _ in await media.attached(tx, "request", revision.request_id):
            content = photo("before", "", medium.id).data or b""
            await media.fetched(tx, medium.id, await files.keep(content), len(content))


async def render(
    db: Database,
    files: FileStore,
    revision: Revision,
    attempts: int = PATIENCE,
    of: Services | None = None,
) -> None:
    ctx = errand_context(db, files, of)
    await render_quote_pdf(ctx, errand_of(attempts, revision=revision.id))


async def agree(db: Database, revision: Revision) -> None:
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        await client_answer.agreed(
            guest,
            AgreementForm(
                Signatory("Jeanne <i>Duval</i>"), "Directrice", "4 quai de la Marne, 93500 Pantin"
            ),
            {"revision": revision.id},
        )


async def render_agreement(db: Database, files: FileStore, revision: Revision) -> None:
    ctx = errand_context(db, files)
    await render_agreement_pdf(ctx, errand_of(revision=revision.id, person=CLIENT))


async def papers_sent(db: Database) -> list[Medium]:
    """The documents that wait to be sent to the client, in order."""
    async with db.read(NOW) as tx:
        posts = [letter.post for letter in await pending(tx)]
        return await media.get(
            tx, [post.document for post in posts if post.chat_id == CLIENT and post.document]
        )


async def waiting(db: Database, kind: str) -> list[Errand]:
    async with db.begin(NOW, real_now=NOW + timedelta(days=1)) as tx:
        return [errand for errand in await errands.claim(tx, 99) if errand.kind == kind]


async def content_of(files: FileStore, medium: Medium) -> bytes:
    assert medium.sha256 is not None
    content = await files.content(medium.sha256)
    assert sha256(content).hexdigest() == medium.sha256
    return content
