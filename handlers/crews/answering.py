"""A member says yes or no to a job, with one tap; another tap changes it."""

from domain.jobs import Answer, Reply, TooLateToAnswer, answer, settled
from handlers import alerts
from handlers import dossier as dossiers
from handlers.actions import Tap
from handlers.conversation.screen import Screen
from handlers.coordinators import board
from handlers.crews import access, cards
from handlers.dossier import Dossier
from handlers.posts import post_of
from handlers.reminding import plan_ahead
from handlers.visit import GROUP_LANGUAGE, Visit
from handlers.words.catalogue import Say
from storage import events, jobs, outbox
from storage.jobs import Assignment
from storage.outbox import Urgency

REPLIES = {"yes": Reply.CONFIRM, "no": Reply.DECLINE}


async def answer_tapped(visit: Visit, tap: Tap) -> None:
    """Write the answer down; the same tap again, or an old card's, changes nothing."""
    found = await access.mine(visit, tap)
    if found is None:
        return
    dossier, mine = found
    try:
        said = answer(dossier.job.state, REPLIES[tap.action])
    except TooLateToAnswer:
        visit.tell(visit.say.plain("crew-too-late"))
        await cards.send(visit.work, visit.shop, dossier, only=[mine])
        return
    if mine.version != tap.version or mine.state is said:
        visit.tell(visit.say.plain("stale"))
        await cards.send(visit.work, visit.shop, dossier, only=[mine])
        return
    await say_so(visit, dossier, mine, said)
    visit.tell(visit.say.plain(f"crew-said-{said}"))


async def say_so(visit: Visit, dossier: Dossier, mine: Assignment, said: Answer) -> None:
    """Keep an answer and let everybody's cards follow."""
    work = visit.work
    await jobs.answer(work, mine, said)
    now = await resettle(visit, dossier.job.id)
    await events.record(work, said, "job", now.job.id, actor_id=visit.person.id)
    same_crew = Answer.DECLINED not in {said, mine.state}
    seen_by = [one for one in now.crew if one.member_id == mine.member_id or not same_crew]
    await cards.send(work, visit.shop, now, only=seen_by)
    await board.refresh(work, visit.shop, now)
    if said is Answer.DECLINED:
        await _ask_for_another(visit, now, mine)
    elif mine.state is Answer.DECLINED:
        await settle_alert(visit, now, mine, "alert-undone")


async def resettle(visit: Visit, job_id: int) -> Dossier:
    """Put the job in the state that its crew's answers make, and the reminders with it."""
    now = await dossiers.load(visit.work, job_id)
    state = settled(now.job.state, [one.state for one in now.crew])
    if state is not now.job.state:
        await jobs.change(visit.work, now.job, state=state)
        now = await dossiers.load(visit.work, job_id)
    await plan_ahead(visit.work, now)
    return now


async def _ask_for_another(visit: Visit, dossier: Dossier, gone: Assignment) -> None:
    """Tell the coordinators at once, with the way to a replacement."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    words = _alert(say, dossier, gone)
    screen = Screen(words, ((board.replace_link(say, visit.shop, dossier, gone),),))
    name = _alert_card(dossier, gone)
    await outbox.put(visit.work, post_of(screen, chat_id, card=name, urgency=Urgency.NOTICE))


async def settle_alert(
    visit: Visit, dossier: Dossier, gone: Assignment, key: str, **params: object
) -> None:
    """Say under the alert how it ended, and take its button off."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    screen = Screen(f"{_alert(say, dossier, gone)}\n\n{say(key, name=gone.name, **params)}")
    name = _alert_card(dossier, gone)
    post = post_of(screen, chat_id, card=name, fresh=False, urgency=Urgency.NOTICE)
    await outbox.put(visit.work, post)


def _alert(say: Say, dossier: Dossier, gone: Assignment) -> str:
    return say(
        "alert-declined",
        name=gone.name,
        number=dossier.job.number,
        when=dossier.when(say),
        starts=dossier.starts(say),
    )


def _alert_card(dossier: Dossier, gone: Assignment) -> str:
    return f"declined:{dossier.job.id}.{gone.member_id}"
