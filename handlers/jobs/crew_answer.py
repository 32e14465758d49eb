"""A member says yes or no to a job, with one tap; another tap changes it."""

from domain.jobs import CrewAnswer, CrewReply, TooLateToAnswer, answer, settled
from handlers.cards.job_cards import send_to_crew
from handlers.cards.job_changes import Audience, job_changed
from handlers.context import alerts
from handlers.context.callbacks import CardTap
from handlers.context.posts import post_of
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs import crew_access
from handlers.views import job_card, job_views
from handlers.views.job_views import JobView
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage import events, jobs, outbox
from storage.jobs import Assignment
from storage.outbox import Urgency
from storage.transaction import Transaction

COLLEAGUES = frozenset({Audience.CREW, Audience.COORDINATORS})
REPLIES = {"yes": CrewReply.CONFIRM, "no": CrewReply.DECLINE}


async def answer_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Write the answer down; the same tap again, or an old card's, changes nothing."""
    found = await crew_access.mine(ctx, tap)
    if found is None:
        return
    job_view, mine = found
    try:
        said = answer(job_view.job.state, REPLIES[tap.action])
    except TooLateToAnswer:
        ctx.tell(ctx.say.plain("crew-too-late"))
        await send_to_crew(ctx, job_view, only=[mine])
        return
    if mine.version != tap.version or mine.state is said:
        ctx.tell(ctx.say.plain("stale"))
        await send_to_crew(ctx, job_view, only=[mine])
        return
    await say_so(ctx, job_view, mine, said)
    ctx.tell(ctx.say.plain(f"crew-said-{said}"))


async def say_so(ctx: UpdateContext, job_view: JobView, mine: Assignment, said: CrewAnswer) -> None:
    """Keep an answer and let everybody's cards follow."""
    job_id = job_view.job.id
    await jobs.answer(ctx.tx, mine, said)
    await resettle(ctx.tx, job_id)
    await events.record(ctx.tx, said, "job", job_id, actor_id=ctx.person.id)
    same_crew = CrewAnswer.DECLINED not in {said, mine.state}
    now = await job_changed(
        ctx, job_id, shown_to=COLLEAGUES, members=[mine.member_id] if same_crew else None
    )
    if said is CrewAnswer.DECLINED:
        await _ask_for_another(ctx, now, mine)
    elif mine.state is CrewAnswer.DECLINED:
        await settle_alert(ctx, now, mine, "alert-undone")


async def resettle(tx: Transaction, job_id: int) -> None:
    """Put the job in the state that its crew's answers make."""
    now = await job_views.load(tx, job_id)
    state = settled(now.job.state, [assignment.state for assignment in now.crew])
    if state is not now.job.state:
        await jobs.change(tx, now.job, state=state)


async def _ask_for_another(ctx: UpdateContext, job_view: JobView, gone: Assignment) -> None:
    """Tell the coordinators at once, with the way to a replacement."""
    chat_id = await alerts.coordinator_chat(ctx.tx, ctx.services)
    if chat_id is None:
        return
    say = ctx.services.words.say(GROUP_LANGUAGE)
    words = _alert(say, job_view, gone)
    screen = Screen(words, ((job_card.replace_link(say, ctx.services, job_view, gone),),))
    name = _alert_card(job_view, gone)
    await outbox.put(ctx.tx, post_of(screen, chat_id, card=name, urgency=Urgency.NOTICE))


async def settle_alert(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, key: str, **params: object
) -> None:
    """Say under the alert how it ended, and take its button off."""
    chat_id = await alerts.coordinator_chat(ctx.tx, ctx.services)
    if chat_id is None:
        return
    say = ctx.services.words.say(GROUP_LANGUAGE)
    screen = Screen(f"{_alert(say, job_view, gone)}\n\n{say(key, name=gone.name, **params)}")
    name = _alert_card(job_view, gone)
    post = post_of(screen, chat_id, card=name, fresh=False, urgency=Urgency.NOTICE)
    await outbox.put(ctx.tx, post)


def _alert(say: Say, job_view: JobView, gone: Assignment) -> str:
    return say(
        "alert-declined",
        name=gone.name,
        number=job_view.job.number,
        when=job_view.when(say),
        starts=job_view.starts(say),
    )


def _alert_card(job_view: JobView, gone: Assignment) -> str:
    return f"declined:{job_view.job.id}.{gone.member_id}"
