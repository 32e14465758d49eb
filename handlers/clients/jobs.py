"""What the client is told of the work: the day, on the way, done; and what they think of it."""

from domain.jobs import JobState
from handlers import dossier as dossiers
from handlers import rights
from handlers.actions import Tap, button
from handlers.conversation.screen import Button, Screen
from handlers.coordinators import board
from handlers.dossier import Dossier
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import events, jobs, outbox, people
from storage.work import Work

MOST_STARS = 5


def card(job_id: int) -> str:
    return f"clientjob:{job_id}"


async def tell(work: Work, shop: Shop, dossier: Dossier, *, fresh: bool = False) -> None:
    """Show the client their job; `fresh` where they should know at once."""
    person = await people.get(work, dossier.request.person_id)
    screen = draw(shop.words.say(person.language), dossier)
    await outbox.put(work, post_of(screen, person.id, card=card(dossier.job.id), fresh=fresh))


def draw(say: Say, dossier: Dossier) -> Screen:
    """Draw the card: when we come, and where things stand."""
    job = dossier.job
    text = say(
        "client-job",
        number=job.number,
        address=dossier.address,
        when=dossier.when(say),
        starts=dossier.starts(say),
    )
    text += "\n\n<b>" + say(f"client-state-{job.state}") + "</b>"
    if job.rating is not None:
        return Screen(f"{text}\n\n{say('client-rated', stars='⭐' * job.rating)}")
    if job.state is JobState.REPORTED:
        return Screen(f"{text}\n\n{say('client-rate')}", (_stars(dossier),))
    return Screen(text)


def _stars(dossier: Dossier) -> tuple[Button, ...]:
    job = dossier.job
    return tuple(
        button(f"{stars} ⭐", "rate", job.id, job.version, str(stars))
        for stars in range(1, MOST_STARS + 1)
    )


async def rate_tapped(visit: Visit, tap: Tap) -> None:
    """Keep the client's stars, once, from whoever of their company is first."""
    dossier = await dossiers.lock(visit.work, tap.id)
    job = dossier.job
    if dossier.request.company_id != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
        return
    if job.rating is not None or job.state is not JobState.REPORTED:
        visit.tell(visit.say.plain("stale"))
        return
    if tap.more not in {str(stars) for stars in range(1, MOST_STARS + 1)}:
        visit.tell(visit.say.plain("stale"))
        return
    await jobs.change(visit.work, job, rating=int(tap.more))
    await events.record(
        visit.work, "rated", "job", job.id, actor_id=visit.person.id, stars=int(tap.more)
    )
    now = await dossiers.load(visit.work, job.id)
    await tell(visit.work, visit.shop, now)
    await board.refresh(visit.work, visit.shop, now)
    visit.tell(visit.say.plain("client-thanks"))
