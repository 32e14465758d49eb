"""The coordinators' card of a job: when, who goes, who has said yes, where it stands."""

from domain.jobs import Answer, JobState
from handlers import alerts
from handlers.conversation.screen import Button, Screen
from handlers.coordinators import drafts
from handlers.coordinators.members import standing
from handlers.crews.cards import UPCOMING
from handlers.deeplinks import link
from handlers.dossier import Dossier
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.visit import GROUP_LANGUAGE
from handlers.words.catalogue import Say
from storage import outbox, people
from storage.jobs import Assignment
from storage.outbox import Urgency
from storage.work import Work


def card(job_id: int) -> str:
    return f"job:{job_id}"


async def refresh(work: Work, shop: Shop, dossier: Dossier, *, fresh: bool = False) -> None:
    """Show the job as it stands now, on the plan too; `fresh` where somebody should look."""
    await drafts.follow(work, shop, dossier)
    chat_id = await alerts.coordinator_chat(work, shop)
    if chat_id is None:
        return
    screen = await draw(work, shop, dossier)
    name = card(dossier.job.id)
    await outbox.put(work, post_of(screen, chat_id, card=name, fresh=fresh, urgency=Urgency.NOTICE))


async def draw(work: Work, shop: Shop, dossier: Dossier) -> Screen:
    say = shop.words.say(GROUP_LANGUAGE)
    company = await people.company(work, dossier.request.company_id)
    job = dossier.job
    parts = [
        say(
            "board-job",
            number=job.number,
            request=dossier.request.number,
            company=company.name,
            address=dossier.address,
            when=dossier.when(say),
            starts=dossier.starts(say),
            vehicle=dossier.vehicle or "—",
        ),
        "\n".join(standing(say, dossier.crew)),
        "<b>" + say(f"job-state-{job.state}") + "</b>",
    ]
    if dossier.has_begun:
        parts.append(_times(say, dossier))
    if job.rating is not None:
        parts.append(say("board-rating", stars="⭐" * job.rating))
    return Screen("\n\n".join(parts), _rows(say, shop, dossier))


def _times(say: Say, dossier: Dossier) -> str:
    job = dossier.job
    steps = (
        ("board-en-route", job.en_route_at),
        ("board-arrived", job.arrived_at),
        ("board-done", job.done_at),
    )
    told = [say(key, at=say.time(at)) for key, at in steps if at is not None]
    proof = dossier.proof
    if proof.before or proof.after:
        told.append(say("board-photos", before=proof.before, after=proof.after))
    return "\n".join(told)


def _rows(say: Say, shop: Shop, dossier: Dossier) -> tuple[tuple[Button, ...], ...]:
    if dossier.job.state not in UPCOMING | {JobState.DRAFT}:
        return ()
    rows = [
        (replace_link(say, shop, dossier, one),)
        for one in dossier.crew
        if one.state is Answer.DECLINED
    ]
    change = link(shop, say.plain("board-change"), "plan", dossier.request.id)
    return (*rows, (change,))


def replace_link(say: Say, shop: Shop, dossier: Dossier, gone: Assignment) -> Button:
    words = say.plain("board-replace", name=gone.name)
    return link(shop, words, "replace", f"{dossier.job.id}-{gone.member_id}", style="primary")
