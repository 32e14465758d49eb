"""A plan is published: everybody on it is asked, the client is told, the reminders are set."""

from collections.abc import Sequence

from domain.jobs import JobEvent, JobState, transition
from domain.planning import Conflict
from handlers import dossier as dossiers
from handlers.actions import Tap
from handlers.clients import jobs as client_jobs
from handlers.coordinators import board, desk, drafts
from handlers.crews import cards
from handlers.dossier import Dossier
from handlers.reminding import plan_ahead
from handlers.visit import Visit
from storage import crews, events, jobs


async def publish_tapped(visit: Visit, tap: Tap) -> None:
    """Publish what the coordinator saw; where it changed or no longer holds, say so instead."""
    work, dossier = visit.work, await dossiers.lock(visit.work, tap.id)
    job = dossier.job
    if job.version != tap.version or job.state is not JobState.DRAFT or job.start_on is None:
        visit.tell(visit.say.plain("changed-meanwhile"), alert=True)
        if job.start_on is not None:
            await drafts.show(visit, dossier, fresh=False)
        return
    await crews.lock(work, [one.member_id for one in dossier.crew], job.vehicle_id)
    against = await drafts.conflicts_of(work, visit.shop, dossier)
    if any(one.hard for one in against):
        visit.tell(visit.say.plain("plan-blocked"), alert=True)
        await drafts.show(visit, dossier, fresh=False)
    elif against and tap.more != drafts.ANYWAY:
        visit.tell(visit.say.plain("plan-look-again"), alert=True)
        await drafts.show(visit, dossier, fresh=False)
    else:
        await _publish(visit, dossier, against)


async def _publish(visit: Visit, dossier: Dossier, against: Sequence[Conflict]) -> None:
    work, job = visit.work, dossier.job
    state = transition(job.state, JobEvent.PUBLISH)
    await jobs.change(work, job, state=state, published_at=work.now)
    await events.record(
        work,
        "published",
        "job",
        job.id,
        actor_id=visit.person.id,
        in_spite_of=[one.rule for one in against],
    )
    now = await dossiers.load(work, job.id)
    await plan_ahead(work, now)
    await cards.send(work, visit.shop, now, fresh=True)
    await client_jobs.tell(work, visit.shop, now, fresh=True)
    await board.refresh(work, visit.shop, now, fresh=True)
    await desk.refresh(visit, now.request.id)
    await drafts.show(visit, now, fresh=False)
    visit.tell(visit.say.plain("plan-published"))
