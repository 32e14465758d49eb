"""A crew member accepts or declines a job with one tap; another tap changes the answer."""

from domain.jobs import CrewAnswer, CrewReply, TooLateToAnswer, answer, settling
from domain.lifecycle import NotAllowed
from handlers.cards.job_cards import send_to_crew
from handlers.cards.job_changes import Audience, job_changed
from handlers.context import coordinator_group
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs.crew_access import job_of_member
from handlers.views import job_card, job_views
from handlers.views.job_views import JobView
from handlers.words.catalogue import Say
from storage import crew_assignments, jobs
from storage.crew_assignments import Assignment
from storage.outbox import Urgency

COLLEAGUES = frozenset({Audience.CREW, Audience.COORDINATORS})
REPLIES = {"yes": CrewReply.CONFIRM, "no": CrewReply.DECLINE}


async def answer_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Store the answer; a repeated tap and a tap on an old card change nothing."""
    job_view, mine = await job_of_member(ctx, tap)
    try:
        said = answer(job_view.job.state, mine.state, REPLIES[tap.action])
    except NotAllowed:
        said = mine.state
    except TooLateToAnswer:
        ctx.tell(ctx.say.plain("crew-too-late"))
        await send_to_crew(ctx, job_view, only=[mine])
        return
    if mine.version != tap.version or mine.state is said:
        ctx.tell(ctx.say.plain("stale"))
        await send_to_crew(ctx, job_view, only=[mine])
        return
    await record_answer(ctx, mine, REPLIES[tap.action], said)
    ctx.tell(ctx.say.plain(f"crew-said-{said}"))


async def record_answer(
    ctx: UpdateContext, mine: Assignment, reply: CrewReply, said: CrewAnswer
) -> None:
    """Store an answer, move the job accordingly and update all cards."""
    job_id = mine.job_id
    await crew_assignments.answer(ctx.tx, mine, reply, actor_id=ctx.person.id)
    await move_by_answers(ctx, job_id)
    same_crew = CrewAnswer.DECLINED not in {said, mine.state}
    reloaded = await job_changed(
        ctx, job_id, shown_to=COLLEAGUES, members=[mine.member_id] if same_crew else None
    )
    if said is CrewAnswer.DECLINED:
        await _alert_declined(ctx, reloaded, mine)
    elif mine.state is CrewAnswer.DECLINED:
        await settle_alert(ctx, reloaded, mine, "alert-undone")


async def move_by_answers(ctx: UpdateContext, job_id: int) -> None:
    """Move the job to the state that its crew's answers imply."""
    reloaded = await job_views.load(ctx.tx, job_id)
    event = settling(reloaded.job.state, [assignment.state for assignment in reloaded.crew])
    if event is not None:
        await jobs.move(ctx.tx, reloaded.job, event, actor_id=ctx.person.id)


async def _alert_declined(ctx: UpdateContext, job_view: JobView, gone: Assignment) -> None:
    """Alert the coordinators, with a link to choose a replacement."""
    for office in await coordinator_group.listeners(ctx):
        replace = job_card.replace_link(office.say, ctx.services, job_view, gone)
        screen = Screen(_alert_words(office.say, job_view, gone), ((replace,),))
        await office.send(screen, card=_alert_key(job_view, gone), urgency=Urgency.NOTICE)


async def settle_alert(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, key: str, **params: object
) -> None:
    """Add the result to the alert and remove its button."""
    name = _alert_key(job_view, gone)
    for office in await coordinator_group.followers(ctx, name):
        result = office.say(key, name=gone.name, **params)
        words = f"{_alert_words(office.say, job_view, gone)}\n\n{result}"
        await office.send(words, card=name, fresh=False, urgency=Urgency.NOTICE)


def _alert_words(say: Say, job_view: JobView, gone: Assignment) -> str:
    return say(
        "alert-declined",
        name=gone.name,
        number=job_view.job.number,
        when=job_view.when(say),
        starts=job_view.starts(say),
    )


def _alert_key(job_view: JobView, gone: Assignment) -> str:
    return f"declined:{job_view.job.id}.{gone.member_id}"
