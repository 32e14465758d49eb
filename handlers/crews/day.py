"""The leader's day: on my way, arrived, photos before, done; each a tap, each told to others."""

from collections.abc import Awaitable, Callable

from domain.completion import missing_before_done
from domain.jobs import Answer, JobEvent, JobState, transition
from domain.lifecycle import NotAllowed
from domain.outcomes import Outcome
from handlers import dossier as dossiers
from handlers.actions import Tap
from handlers.clients import jobs as client_jobs
from handlers.coordinators import board
from handlers.crews import access, cards, counting
from handlers.dossier import Dossier
from handlers.reminding import plan_ahead
from handlers.visit import Visit
from storage import errands, events, jobs

RENDER_REPORT = "report"


async def show_tapped(visit: Visit, tap: Tap) -> None:
    """Show the card of my job again, at the bottom of the chat."""
    if found := await access.mine(visit, tap):
        dossier, mine = found
        await cards.send(visit.work, visit.shop, dossier, only=[mine], fresh=True)


async def _step(
    visit: Visit,
    tap: Tap,
    event: JobEvent,
    then: Callable[[Visit, Dossier, JobState], Awaitable[None]],
) -> None:
    """Do a step that the job's state allows; a second tap finds that it is done already."""
    found = await access.led(visit, tap)
    if found is None:
        return
    dossier, mine = found
    try:
        state = transition(dossier.job.state, event)
    except NotAllowed:
        visit.tell(visit.say.plain("stale"))
        await cards.send(visit.work, visit.shop, dossier, only=[mine])
        return
    await then(visit, dossier, state)


async def go_tapped(visit: Visit, tap: Tap) -> None:
    """The crew sets off; the client is told at once."""
    await _step(visit, tap, JobEvent.SET_OFF, _set_off)


async def _set_off(visit: Visit, dossier: Dossier, state: JobState) -> None:
    if not dossier.is_near(visit.work.today):
        words = visit.say.plain("crew-not-today", day=dossier.start_on)
        visit.tell(words, alert=True)
        return
    mine = dossier.of_person(visit.person.id)
    if mine is not None and mine.state is not Answer.CONFIRMED:
        await jobs.answer(visit.work, mine, Answer.CONFIRMED)  # who leaves, comes
    await jobs.change(visit.work, dossier.job, state=state, en_route_at=visit.work.now)
    await _told(visit, dossier, "set_off", aloud=True)


async def here_tapped(visit: Visit, tap: Tap) -> None:
    """The crew is on site; the leader is asked for photos."""
    await _step(visit, tap, JobEvent.ARRIVE, _arrive)


async def _arrive(visit: Visit, dossier: Dossier, state: JobState) -> None:
    await jobs.change(visit.work, dossier.job, state=state, arrived_at=visit.work.now)
    await _told(visit, dossier, "arrived")


async def before_tapped(visit: Visit, tap: Tap) -> None:
    """Photos before are enough: the count sheet opens, later photos are of after."""
    found = await access.led(visit, tap)
    if found is None:
        return
    dossier, mine = found
    if dossier.job.state is not JobState.ON_SITE or dossier.proof.counting:
        visit.tell(visit.say.plain("stale"))
    elif not dossier.proof.before:
        visit.tell(visit.say.plain("missing-photo_before"), alert=True)
        return
    else:
        lines = len(dossier.request.asked.lines)
        await jobs.open_sheet(visit.work, dossier.job.id, [*Outcome], lines)
    now = await dossiers.load(visit.work, dossier.job.id)
    await cards.send(visit.work, visit.shop, now, only=[mine])


async def done_tapped(visit: Visit, tap: Tap) -> None:
    """Work is done, once a photo before and one after are there; the report is made."""
    await _step(visit, tap, JobEvent.FINISH, _finish)


async def _finish(visit: Visit, dossier: Dossier, state: JobState) -> None:
    proof, job = dossier.proof, dossier.job
    if missing := missing_before_done(proof.before, proof.after):
        words = [visit.say.plain(f"missing-{one}") for one in missing]
        visit.tell("\n".join(words), alert=True)
        return
    await jobs.change(visit.work, job, state=state, done_at=visit.work.now)
    await errands.put(visit.work, RENDER_REPORT, f"{RENDER_REPORT}:{job.id}", {"job": job.id})
    await counting.close(visit, dossier)
    await _told(visit, dossier, "finished")


async def _told(visit: Visit, dossier: Dossier, what: str, *, aloud: bool = False) -> None:
    """Write it down and let everybody's cards follow; `aloud` rings at the client's."""
    work, job_id = visit.work, dossier.job.id
    await events.record(work, what, "job", job_id, actor_id=visit.person.id)
    now = await dossiers.load(work, job_id)
    await plan_ahead(work, now)
    await cards.send(work, visit.shop, now)
    await client_jobs.tell(work, visit.shop, now, fresh=aloud)
    await board.refresh(work, visit.shop, now)
    visit.tell(visit.say.plain(f"crew-told-{what.replace('_', '-')}"))
