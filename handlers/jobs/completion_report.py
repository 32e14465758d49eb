"""Sends the completion report to client and coordinators, and asks the client for a rating."""

from domain.jobs import JobEvent
from handlers.cards.job_changes import Audience, job_changed
from handlers.context import coordinator_group
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.words.catalogue import GROUP_LANGUAGE
from storage import jobs, outbox, people, requests
from storage.outbox import Post, Urgency
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
    words = services.words.say(person.language)("client-report", number=job.number)
    await outbox.put(tx, Post(person.id, words, document=client_copy, silent=True))
    chat_id = await coordinator_group.coordinator_chat(tx, services)
    if chat_id is not None:
        words = services.words.say(GROUP_LANGUAGE)("board-report", number=job.number)
        paper = Post(chat_id, words, document=team_copy, silent=True, urgency=Urgency.NOTICE)
        await outbox.put(tx, paper)
    await job_changed(
        SystemContext(tx, services), job_id, aloud_to={Audience.CLIENT, Audience.COORDINATORS}
    )
