"""A report is made: the client and the coordinators get it, the client is asked for stars."""

from domain.jobs import JobEvent, transition
from handlers import alerts
from handlers import dossier as dossiers
from handlers.clients import jobs as client_jobs
from handlers.coordinators import board
from handlers.crews import cards
from handlers.shop import Shop
from handlers.visit import GROUP_LANGUAGE
from storage import events, jobs, outbox, people
from storage.outbox import Post, Urgency
from storage.work import Work


async def ready(work: Work, shop: Shop, job_id: int, *, client_copy: int, team_copy: int) -> None:
    """Send both copies (media ids), once, and let the cards follow."""
    job = await jobs.lock(work, job_id)
    if job.report_media_id is not None:
        return
    state = transition(job.state, JobEvent.REPORT)
    await jobs.change(work, job, state=state, reported_at=work.now, report_media_id=client_copy)
    await events.record(work, "reported", "job", job_id, actor_id=None)
    dossier = await dossiers.load(work, job_id)
    person = await people.get(work, dossier.request.person_id)
    words = shop.words.say(person.language)("client-report", number=job.number)
    await outbox.put(work, Post(person.id, words, document=client_copy, silent=True))
    await client_jobs.tell(work, shop, dossier, fresh=True)
    chat_id = await alerts.coordinator_chat(work, shop)
    if chat_id is not None:
        words = shop.words.say(GROUP_LANGUAGE)("board-report", number=job.number)
        paper = Post(chat_id, words, document=team_copy, silent=True, urgency=Urgency.NOTICE)
        await outbox.put(work, paper)
    await board.refresh(work, shop, dossier, fresh=True)
    await cards.send(work, shop, dossier)
