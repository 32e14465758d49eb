"""The coordinators' card of a job: when, who goes, who has said yes, where it stands."""

from domain.jobs import CHANGEABLE, UPCOMING, CrewAnswer, JobState
from handlers.context.deep_links import link
from handlers.context.services import Services
from handlers.conversation.screen import Button, Screen
from handlers.views.crew_status import phone_rows, standing
from handlers.views.job_views import JobView
from handlers.views.plan_card import in_spite_of
from handlers.words.catalogue import Say
from storage import people
from storage.crew_assignments import Assignment
from storage.transaction import Reading


def card_key(job_id: int) -> str:
    return f"job:{job_id}"


async def draw(tx: Reading, services: Services, say: Say, job_view: JobView) -> Screen:
    company = await people.company(tx, job_view.request.company_id)
    job = job_view.job
    parts = [
        say(
            "job-card-job",
            number=job.number,
            request=job_view.request.number,
            company=company.name,
            address=job_view.address,
            when=job_view.when(say),
            starts=job_view.starts(say),
            vehicle=job_view.vehicle or "—",
        ),
        "\n".join(standing(say, job_view.crew)),
        "<b>" + say(f"job-state-{job.state}") + "</b>",
    ]
    if told := in_spite_of(say, job_view):
        parts.append(told)
    if job_view.has_begun:
        parts.append(_times(say, job_view))
    if job.rating is not None:
        parts.append(say("job-card-rating", stars="⭐" * job.rating))
    return Screen("\n\n".join(parts), _rows(say, services, job_view))


def _times(say: Say, job_view: JobView) -> str:
    job = job_view.job
    steps = (
        ("job-card-en-route", job.en_route_at),
        ("job-card-arrived", job.arrived_at),
        ("job-card-done", job.done_at),
    )
    told = [say(key, at=say.time(at)) for key, at in steps if at is not None]
    proof = job_view.proof
    if proof.before or proof.after:
        told.append(say("job-card-photos", before=proof.before, after=proof.after))
    return "\n".join(told)


def _rows(say: Say, services: Services, job_view: JobView) -> tuple[tuple[Button, ...], ...]:
    write = link(services, say.plain("write-client"), "ask", job_view.request.id)
    if job_view.job.state not in CHANGEABLE | {JobState.DRAFT, JobState.CANCELLED}:
        return ((write,),)
    rows = [
        (replace_link(say, services, job_view, member),)
        for member in job_view.crew
        if member.state is CrewAnswer.DECLINED and job_view.job.state in UPCOMING
    ]
    change = link(services, say.plain("job-card-change"), "plan", job_view.request.id)
    return (*phone_rows(say, job_view), *rows, (change,), (write,))


def replace_link(say: Say, services: Services, job_view: JobView, gone: Assignment) -> Button:
    words = say.plain("job-card-replace", name=gone.name)
    return link(services, words, "replace", f"{job_view.job.id}-{gone.member_id}", style="primary")
