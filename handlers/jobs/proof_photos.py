"""Proof photos: the leader sends them on site, before and after the work."""

from dataclasses import replace

from domain.jobs import UNDER_WAY, JobState
from handlers.cards.job_cards import send_to_crew
from handlers.context.recipients import to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import SentDocument, SentPhoto
from handlers.conversation.kinds.files import BIGGEST, PICTURES, mime_of
from handlers.conversation.screen import Screen
from handlers.jobs.job_lock import lock_job_view
from handlers.views import job_views
from handlers.views.job_views import AFTER, BEFORE, JobView
from storage import jobs, media, people
from storage.media import Arrived, Medium
from storage.transaction import Transaction

GATHER_SECONDS = 1.0  # the parts of an album come one by one: one answer, after the last


async def taken(ctx: UpdateContext) -> bool:
    """Store a photo from the leader of a job on site; False for any other input."""
    photo = ctx.input.given
    if isinstance(photo, SentDocument) and mime_of(photo) not in PICTURES.values():
        return False
    if not isinstance(photo, SentPhoto | SentDocument):
        return False
    found = await _current(ctx)
    if found is None:
        return False
    job_view, leads = found
    if not leads or job_view.job.state is not JobState.ON_SITE:
        key = "photo-arrive-first" if leads else "photo-leader-sends"
        await ctx.show(Screen(ctx.say(key)), card="photo-hint", delay_seconds=GATHER_SECONDS)
        return True
    if photo.size > BIGGEST:
        await ctx.show(Screen(ctx.say("rejected-file-too-big", most=BIGGEST // 1_000_000)))
        return True
    await _keep(ctx, job_view, photo)
    now = await job_views.load(ctx.tx, job_view.job.id)
    mine = [member for member in now.crew if member.leads]
    await send_to_crew(ctx, now, only=mine, fresh=True, delay_seconds=GATHER_SECONDS)
    return True


async def _current(ctx: UpdateContext) -> tuple[JobView, bool] | None:
    """Find the person's job under way or on site, and whether they lead it."""
    since = job_views.since_yesterday(ctx.tx)
    mine = await jobs.of_person(ctx.tx, ctx.person.id, since)
    under_way = [(job, assignment) for job, assignment in mine if job.state in UNDER_WAY]
    under_way.sort(key=lambda pair: (not pair[1].leads, pair[0].state is not JobState.ON_SITE))
    if not under_way:
        return None
    job, assignment = under_way[0]
    return await lock_job_view(ctx.tx, job.id), assignment.leads


async def _keep(ctx: UpdateContext, job_view: JobView, photo: SentPhoto | SentDocument) -> None:
    file = Arrived(photo.unique_id, photo.file_id, "photo", mime="image/jpeg", size=photo.size)
    if isinstance(photo, SentDocument):
        file = replace(file, kind="document", name=photo.name, mime=mime_of(photo))
    [media_id] = await media.receive(ctx.tx, [file])
    purpose = AFTER if job_view.proof.counting else BEFORE
    await media.attach(ctx.tx, "job", job_view.job.id, purpose, [media_id], ctx.person.id)


async def unreadable(tx: Transaction, services: Services, photo: Medium, fault: str) -> None:
    """Take a photo that cannot be printed off its job, and ask who sent it for another."""
    for job_id in await media.subjects(tx, photo.id, "job"):
        job_view = await lock_job_view(tx, job_id)
        if job_view.job.state is not JobState.ON_SITE:
            continue
        sender = await people.get(tx, await media.detach(tx, "job", job_id, photo.id))
        ctx = SystemContext(tx, services)
        recipient = to_person(ctx, sender)
        await recipient.send(recipient.say(f"rejected-picture-{fault}", name=photo.name or ""))
        now = await job_views.load(tx, job_id)
        mine = [member for member in now.crew if member.leads]
        await send_to_crew(ctx, now, only=mine, fresh=True)
