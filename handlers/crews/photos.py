"""Proof photos: whatever the leader sends while on site, before and after."""

from dataclasses import replace

from domain.jobs import JobState
from handlers import dossier as dossiers
from handlers.conversation.given import SentDocument, SentPhoto
from handlers.conversation.kinds.files import BIGGEST, PICTURES, mime_of
from handlers.conversation.screen import Screen
from handlers.crews import cards
from handlers.dossier import AFTER, BEFORE, Dossier
from handlers.visit import Visit
from storage import jobs, media
from storage.media import Arrived

UNDER_WAY = frozenset({JobState.EN_ROUTE, JobState.ON_SITE})
GATHER_SECONDS = 1.0  # the parts of an album come one by one: one answer, after the last


async def taken(visit: Visit) -> bool:
    """Keep a photo from the leader of a job on site; False where it is nothing of the kind."""
    photo = visit.input.given
    if isinstance(photo, SentDocument) and mime_of(photo) not in PICTURES.values():
        return False
    if not isinstance(photo, SentPhoto | SentDocument):
        return False
    found = await _current(visit)
    if found is None:
        return False
    dossier, leads = found
    if not leads or dossier.job.state is not JobState.ON_SITE:
        key = "photo-arrive-first" if leads else "photo-leader-sends"
        await visit.show(Screen(visit.say(key)), card="photo-hint", delay_seconds=GATHER_SECONDS)
        return True
    if photo.size > BIGGEST:
        await visit.show(Screen(visit.say("rejected-file-too-big", most=BIGGEST // 1_000_000)))
        return True
    await _keep(visit, dossier, photo)
    now = await dossiers.load(visit.work, dossier.job.id)
    mine = [one for one in now.crew if one.leads]
    await cards.send(
        visit.work, visit.shop, now, only=mine, fresh=True, delay_seconds=GATHER_SECONDS
    )
    return True


async def _current(visit: Visit) -> tuple[Dossier, bool] | None:
    """Find the job that this person is at, or on the way to, and whether they lead it."""
    since = dossiers.since_yesterday(visit.work)
    mine = await jobs.of_person(visit.work, visit.person.id, since)
    under_way = [(job, one) for job, one in mine if job.state in UNDER_WAY]
    under_way.sort(key=lambda pair: (not pair[1].leads, pair[0].state is not JobState.ON_SITE))
    if not under_way:
        return None
    job, one = under_way[0]
    return await dossiers.lock(visit.work, job.id), one.leads


async def _keep(visit: Visit, dossier: Dossier, photo: SentPhoto | SentDocument) -> None:
    file = Arrived(photo.unique_id, photo.file_id, "photo", mime="image/jpeg", size=photo.size)
    if isinstance(photo, SentDocument):
        file = replace(file, kind="document", name=photo.name, mime=mime_of(photo))
    [media_id] = await media.receive(visit.work, [file])
    purpose = AFTER if dossier.proof.counting else BEFORE
    await media.attach(visit.work, "job", dossier.job.id, purpose, [media_id], visit.person.id)
