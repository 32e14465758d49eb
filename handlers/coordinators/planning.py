"""A coordinator plans a job: the form, the draft, and a plan that is taken back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.jobs import Answer, JobEvent, JobState, transition
from handlers import dossier as dossiers
from handlers import talks
from handlers.actions import Tap, read_id
from handlers.clients import jobs as client_jobs
from handlers.conversation.engine import begin
from handlers.conversation.screen import Screen
from handlers.coordinators import board, drafts
from handlers.coordinators.benches import bench_of
from handlers.crews import cards
from handlers.dossier import Dossier
from handlers.flows.planning import Planning, ids
from handlers.posts import post_of
from handlers.reminding import plan_ahead
from handlers.visit import Visit
from storage import events, jobs, outbox
from storage.jobs import Assignment, Job

FORM = "planning"


async def plan(visit: Visit, thing: str) -> None:
    """Open the plan of a request's job: the questions, or the card where there is a plan."""
    request_id = read_id(thing)
    job = await jobs.of_request(visit.work, request_id) if request_id is not None else None
    if job is None or job.state is JobState.CANCELLED:
        await visit.show(Screen(visit.say("plan-not-yet")))
    elif job.state is JobState.DRAFT and job.start_on is None:
        await _ask(visit, job)
    else:
        await drafts.show(visit, await dossiers.of_job(visit.work, job))


async def change_tapped(visit: Visit, tap: Tap) -> None:
    """Ask one thing again; the rest of the plan stays."""
    dossier = await dossiers.load(visit.work, tap.id)
    job = dossier.job
    if job.version != tap.version or job.state is not JobState.DRAFT:
        visit.tell(visit.say.plain("changed-meanwhile"))
        await drafts.show(visit, dossier, fresh=False)
    elif tap.more in drafts.PARTS:
        await _ask(visit, job, _answers(dossier), editing=tap.more)


async def _ask(
    visit: Visit, job: Job, answers: Mapping[str, Any] | None = None, editing: str | None = None
) -> None:
    session = replace(begin(Planning, answers), editing=editing)
    await talks.start(visit, FORM, about={"job": job.id, "version": job.version}, session=session)


def _answers(dossier: Dossier) -> dict[str, Any]:
    """Write a plan as the answers that made it."""
    kept = dossier.plan
    return {
        "day": kept.start_on.isoformat(),
        "hour": f"{kept.start_time:%H:%M}",
        "crew": [str(one) for one in kept.crew],
        "leader": str(kept.leader) if kept.leader else None,
        "vehicle": str(kept.vehicle) if kept.vehicle else None,
    }


async def drafted(visit: Visit, answers: Planning, about: Mapping[str, Any]) -> None:
    """Keep the plan as a draft, and show it with whatever is against it."""
    work = visit.work
    job = await jobs.lock(work, int(about["job"]))
    if job.version != about["version"] or job.state is not JobState.DRAFT:
        await visit.show(Screen(visit.say("changed-meanwhile")))
        await plan(visit, str(job.request_id))
        return
    before = await jobs.crew_of(work, job.id)
    crew = ids(answers.crew)
    bench = await bench_of(work, visit.shop, await dossiers.of_job(work, job))
    leader = bench.leads(crew, int(answers.leader) if answers.leader else None)
    await jobs.change(
        work,
        job,
        start_on=answers.day,
        start_time=answers.hour,
        vehicle_id=int(answers.vehicle) if answers.vehicle else None,
    )
    await jobs.assign(work, job.id, crew, leader)
    await events.record(work, "planned", "job", job.id, actor_id=visit.person.id)
    dossier = await dossiers.load(work, job.id)
    if job.published_at is not None:
        await _released(visit, dossier, [one for one in before if one.member_id not in crew])
    await drafts.show(visit, dossier)


async def _released(visit: Visit, dossier: Dossier, gone: list[Assignment]) -> None:
    """Tell those who had been asked that they are no longer needed."""
    for one in gone:
        if one.person_id is not None:
            await release(visit, dossier, one)


async def release(visit: Visit, dossier: Dossier, gone: Assignment) -> None:
    """Tell a member that they are free that day; their card loses its buttons."""
    if gone.person_id is None:
        return
    say = visit.shop.words.say(gone.language)
    words = say("crew-released", number=dossier.job.number, when=dossier.when(say))
    name, aloud = cards.card(dossier.job.id), gone.state is not Answer.DECLINED
    post = post_of(Screen(words), gone.person_id, card=name, fresh=aloud)
    await outbox.put(visit.work, post)


async def replan_tapped(visit: Visit, tap: Tap) -> None:
    """Take a published plan back to change it: everybody waits for the new one."""
    work, dossier = visit.work, await dossiers.lock(visit.work, tap.id)
    job = dossier.job
    if job.state not in cards.UPCOMING:
        visit.tell(visit.say.plain("changed-meanwhile"))
        await drafts.show(visit, dossier, fresh=False)
        return
    await jobs.change(work, job, state=transition(job.state, JobEvent.REPLAN))
    await jobs.ask_anew(work, job.id)
    await events.record(work, "replanned", "job", job.id, actor_id=visit.person.id)
    now = await dossiers.load(work, job.id)
    await plan_ahead(work, now)
    await cards.send(work, visit.shop, now)
    await client_jobs.tell(work, visit.shop, now)
    await board.refresh(work, visit.shop, now)
    await drafts.show(visit, now, fresh=False)
