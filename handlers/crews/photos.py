"""Proof photos: whatever the leader sends while on site, before and after."""

from domain.jobs import JobState
from handlers import dossier as dossiers
from handlers.conversation.given import SentDocument, SentPhoto
from handlers.crews import cards
from handlers.dossier import AFTER, BEFORE, Dossier
from handlers.visit import Visit
from storage import jobs, media

GATHER_SECONDS = 1.0  # the parts of an album come one by one: one answer, after the last
PICTURES = ("image/jpeg", "image/png", "image/heic", "image/heif", "image/webp")


async def taken(visit: Visit) -> bool:
    """Keep a photo from the leader of a job on site; False where it is nothing of the kind."""
    photo = visit.input.given
    if isinstance(photo, SentDocument) and photo.mime not in PICTURES:
        return False
    if not isinstance(photo, SentPhoto | SentDocument):
        return False
    dossier = await _on_site(visit)
    if dossier is None:
        return False
    await _keep(visit, dossier, photo)
    now = await dossiers.load(visit.work, dossier.job.id)
    mine = [one for one in now.crew if one.leads]
    await cards.send(
        visit.work, visit.shop, now, only=mine, fresh=True, delay_seconds=GATHER_SECONDS
    )
    return True


async def _on_site(visit: Visit) -> Dossier | None:
    """Find the job that this person leads and is at."""
    since = dossiers.since_yesterday(visit.work)
    for job, mine in await jobs.of_person(visit.work, visit.person.id, since):
        if mine.leads and job.state is JobState.ON_SITE:
            return await dossiers.lock(visit.work, job.id)
    return None


async def _keep(visit: Visit, dossier: Dossier, photo: SentPhoto | SentDocument) -> None:
    document = isinstance(photo, SentDocument)
    media_id = await media.receive(
        visit.work,
        unique_id=photo.unique_id,
        file_id=photo.file_id,
        kind="document" if document else "photo",
        name=photo.name if isinstance(photo, SentDocument) else None,
        mime=photo.mime if isinstance(photo, SentDocument) else "image/jpeg",
        size=photo.size,
    )
    purpose = AFTER if dossier.proof.counting else BEFORE
    await media.attach(visit.work, "job", dossier.job.id, purpose, [media_id], visit.person.id)
