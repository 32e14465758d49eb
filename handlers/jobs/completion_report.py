"""Sends the completion report to client and coordinators, and asks the client for a rating."""

from domain.jobs import JobEvent
from handlers.cards.job_changes import Audience, job_changed
from handlers.context import coordinator_group
from handlers.context.recipients import to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from storage import jobs, people, requests
from storage.outbox import Urgency
from storage.transaction import Transaction


async def ready(
    tx: Transaction, services: Services, job_id: int, *, client_copy: int, team_copy: int
) -> None:
    """Send both copies (media ids) once, then update the job's cards."""
    job = await jobs.lock(tx, job_id)
    if job.report_media_id is not None:
        return
    await jobs.move(tx, job, JobEvent.REPORT, actor_id=None, report_media_id=client_copy)
    request = await requests.get(tx, job.request_id)
    person = await people.get(tx, request.person_id)
    ctx = SystemContext(tx, services)
    client = to_person(ctx, person)
    words = client.say("client-report", number=job.number)
    await client.send(words, document=client_copy, silent=True)
    for office in await coordinator_group.listeners(ctx):
        words = office.say("job-card-report", number=job.number)
        await office.send(words, document=team_copy, silent=True, urgency=Urgency.NOTICE)
    await job_changed(ctx, job_id, aloud_to={Audience.CLIENT, Audience.COORDINATORS})
