"""Agreed work is cancelled, by the office or by the client: each who knew of it is told, once."""

from collections.abc import Mapping
from typing import Any

from domain.cancellation import CancellationFee, cancellation_fee, cancellation_rules_on
from domain.jobs import BY_CLIENT, JOB, REMINDED, CrewAnswer, JobEvent, JobState
from domain.requests import RequestState
from handlers.cards.job_cards import send_to_client, show_plan
from handlers.cards.job_changes import Audience, job_changed
from handlers.cards.plan_change_cards import with_phone
from handlers.cards.request_cards import request_changed
from handlers.context import alerts
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs.cancellation_form import CancellationForm
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.meanwhile import tell_meanwhile
from handlers.sessions import lifecycle
from handlers.views import crew_job_card, job_views
from handlers.views.job_views import JobView
from storage import crew_assignments, crews, jobs, people, plan_changes, quotes
from storage.people import Person
from storage.transaction import Reading


def card_key(job_id: int) -> str:
    return f"canceljob:{job_id}"


async def client_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show a client what cancelling costs now, before anything happens."""
    job_view = await job_views.load(ctx.tx, tap.id)
    if job_view.job.state in BY_CLIENT:
        await _ask(ctx, job_view)
    else:
        ctx.tell(ctx.say.plain("stale"))


async def _ask(ctx: UpdateContext, job_view: JobView) -> None:
    job, fee = job_view.job, await fee_of(ctx.tx, job_view)
    seen = await plan_changes.last_id(ctx.tx, job.id)
    key = "cancel-fee" if fee.percent else "cancel-free"
    cost = ctx.say(key, percent=fee.percent, fee=ctx.say.money(fee.cents))
    text = "\n".join([ctx.say("cancel-sure", number=job.number), cost])
    yes, percent = ctx.say.plain("cancel-yes"), str(fee.percent)
    rows = (
        (button(yes, "canceled", job.id, seen, percent, "danger"),),
        (button(ctx.say.plain("cancel-no"), "mine", job.request_id),),
    )
    await ctx.show(Screen(text, rows), card=card_key(job.id))


async def fee_of(tx: Reading, job_view: JobView) -> CancellationFee:
    """Reckon what a client pays who cancels now; a plan that was not told has no day."""
    revision = await quotes.get(tx, job_view.job.revision_id)
    told = job_view.job.state in REMINDED
    starts_at = job_view.plan.begins_at if told else None
    agreed = revision.estimate.total_excl_vat_cents
    return cancellation_fee(starts_at, tx.now, agreed, cancellation_rules_on(tx.today), tx.zone)


async def client_confirmed(ctx: UpdateContext, tap: CardTap) -> None:
    """Cancel for the fee that was shown; where it has changed meanwhile, show it again."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    fee = await fee_of(ctx.tx, job_view)
    seen = await plan_changes.last_id(ctx.tx, tap.id)
    if job_view.job.state not in BY_CLIENT:
        ctx.tell(ctx.say.plain("stale"))
        return
    if tap.version != seen or tap.more != str(fee.percent):
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await _ask(ctx, job_view)
        return
    kept = {"by": "client", "percent": fee.percent, "cents": fee.cents}
    now, phoned = await _cancel(ctx, job_view, kept)
    key = "cancel-done-fee" if fee.percent else "cancel-done"
    cost = ctx.say.money(fee.cents)
    words = ctx.say(key, number=now.job.number, percent=fee.percent, fee=cost)
    await ctx.show(Screen(words), card=card_key(now.job.id), fresh=False)
    await alerts.tell_coordinators(
        ctx,
        "alert-client-cancelled",
        number=now.job.number,
        name=ctx.person.display_name,
        percent=fee.percent,
        fee=cost,
    )
    if phoned:
        await alerts.tell_coordinators(ctx, "plan-not-here", names=", ".join(phoned))
    asker = await people.get(ctx.tx, now.request.person_id)
    if asker.id != ctx.person.id:
        await _tell_client(ctx, now, asker, "client-cancelled-by", name=ctx.person.display_name)


async def office_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask a coordinator why the job is cancelled: the client reads it."""
    job_view = await job_views.load(ctx.tx, tap.id)
    if job_view.job.state in JOB.before(JobEvent.CANCEL):
        seen = await plan_changes.last_id(ctx.tx, tap.id)
        await lifecycle.start_once(ctx, "canceljob", about={"job": tap.id, "seen": seen})
    else:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await show_plan(ctx, job_view, fresh=False)


async def office_told(
    ctx: UpdateContext, answers: CancellationForm, about: Mapping[str, Any]
) -> None:
    """Cancel the job with the reason; the client pays nothing."""
    job_view = await lock_job_view(ctx.tx, int(about["job"]))
    job = job_view.job
    seen = await plan_changes.last_id(ctx.tx, job.id)
    if job.state not in JOB.before(JobEvent.CANCEL) or seen != about["seen"]:
        await tell_meanwhile(ctx, job_view)
        return
    now, phoned = await _cancel(ctx, job_view, {"by": "office", "reason": answers.reason})
    client = await people.get(ctx.tx, now.request.person_id)
    await _tell_client(ctx, now, client, "client-cancelled", reason=answers.reason)
    undo = button(ctx.say.plain("cancel-reopen"), "reopen", job.id, now.job.version)
    words = ctx.say("cancel-told", number=job.number)
    if phoned:
        words += "\n" + ctx.say("plan-not-here", names=", ".join(phoned))
    await ctx.show(Screen(words, ((undo,),)), card=card_key(job.id))


async def reopen_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a cancelled job up again as a draft; it is told when it is published."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    job = job_view.job
    agreed = job_view.request.state is RequestState.ACCEPTED
    if job.version != tap.version or job.state is not JobState.CANCELLED or not agreed:
        ctx.tell(ctx.say.plain("changed-meanwhile"), alert=True)
        return
    await jobs.move(ctx.tx, job, JobEvent.REOPEN, actor_id=ctx.person.id)
    await crew_assignments.ask_anew(ctx.tx, job.id, actor_id=ctx.person.id)
    now = await _cards_follow(ctx, await job_views.load(ctx.tx, job.id))
    words = ctx.say("cancel-reopened", number=job.number)
    await ctx.show(Screen(words), card=card_key(job.id), fresh=False)
    if now.job.start_on is not None:
        await show_plan(ctx, now)


async def _cancel(
    ctx: UpdateContext, before: JobView, details: Mapping[str, Any]
) -> tuple[JobView, list[str]]:
    """Move the job, tell its crew, return who must be phoned; reminders end as it moves."""
    tx, job = ctx.tx, before.job
    knew = await plan_changes.told_before(tx, job.id) if job.state is JobState.DRAFT else None
    await jobs.move(tx, job, JobEvent.CANCEL, actor_id=ctx.person.id, cancelled=details, told=[])
    now = await _cards_follow(ctx, await job_views.load(tx, job.id))
    if knew is None:
        # Who had said no is not woken for it.
        knew = [mine.member_id for mine in before.crew if mine.state is not CrewAnswer.DECLINED]
    joined = await crews.joined(tx)
    known = await people.of_ids(tx, [joined[one] for one in knew if one in joined])
    for person in known.values():
        member = to_person(ctx, person)
        words = member.say("crew-cancelled", number=job.number, when=now.when(member.say))
        await member.send(words, card=crew_job_card.card_key(job.id))
    absent = [one for one in await crews.roster(tx) if one.id in knew and one.id not in joined]
    return now, [with_phone(member.name, member.phone) for member in absent]


async def _cards_follow(ctx: UpdateContext, now: JobView) -> JobView:
    """Let the cards that stand follow in silence; a plan without a day has none."""
    if now.job.start_on is not None:
        now = await job_changed(ctx, now.job.id, shown_to={Audience.COORDINATORS})
    if now.job.published_at is not None:
        await send_to_client(ctx, now)
    await request_changed(ctx, now.request.id)
    return now


async def _tell_client(
    ctx: UpdateContext, job_view: JobView, person: Person, key: str, /, **params: object
) -> None:
    client, request = to_person(ctx, person), job_view.request
    words = client.say(key, number=job_view.job.number, address=job_view.address, **params)
    opened = button(f"📦 {request.number}", "mine", request.id)
    await client.send(Screen(words, ((opened,),)))
