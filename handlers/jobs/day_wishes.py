"""A client asks for another day; a coordinator accepts it, offers another, or keeps the old one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.jobs import BY_CLIENT, CHANGEABLE
from domain.planning import Conflict
from handlers.cards import client_cards
from handlers.context import alerts, coordinator_group
from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import FollowedLink, link
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs import plan_changes as changes
from handlers.jobs.day_wish_card import card_key, settle
from handlers.jobs.day_wish_forms import AnotherDayForm, OfferDayForm
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.wanted_change import WantedChange, is_readable
from handlers.sessions import lifecycle
from handlers.views import job_views
from handlers.views.job_views import JobView
from handlers.views.plan_card import sentence
from handlers.words.catalogue import Say
from storage import day_wishes, people, plan_changes
from storage.day_wishes import ASKED, KEPT, OFFERED, DayWish
from storage.outbox import Urgency
from storage.plan_changes import PlanPart

ASKABLE = CHANGEABLE & BY_CLIENT  # a day was told
YES, KEEP = "yes", "keep"


def client_card_key(job_id: int) -> str:
    return f"offeredday:{job_id}"


async def another_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask the client which day suits them."""
    job_view = await job_views.load(ctx.tx, tap.id)
    if job_view.job.state in ASKABLE:
        await lifecycle.start_once(ctx, "anotherday", about={"job": tap.id})
    else:
        ctx.tell(ctx.say.plain("stale"))


async def another_told(
    ctx: UpdateContext, answers: AnotherDayForm, about: Mapping[str, Any]
) -> None:
    """Keep the wish, and bring it to the coordinators; nothing moves before they answer."""
    job_view = await lock_job_view(ctx.tx, int(about["job"]))
    job = job_view.job
    if job.state not in ASKABLE or answers.day == job.start_on:
        await ctx.show(Screen(ctx.say("day-same" if job.state in ASKABLE else "changed-meanwhile")))
        return
    await day_wishes.record(ctx.tx, job.id, ASKED, answers.day, actor_id=ctx.person.id)
    words = ctx.say("day-asked", number=job.number, day=answers.day, now=job.start_on)
    await ctx.show(Screen(words), card=client_card_key(job.id))
    await client_cards.follow(ctx, job.request_id)
    for office in await coordinator_group.listeners(ctx):
        text = office.say(
            "day-wanted",
            number=job.number,
            name=ctx.person.display_name,
            day=answers.day,
            now=job_view.when(office.say),
        )
        opened = link(ctx.services, office.say.plain("day-answer"), "dayask", job.id, "primary")
        screen = Screen(text, ((opened,),))
        await office.send(screen, card=card_key(job.id), urgency=Urgency.NOTICE)


async def open_wish(ctx: UpdateContext, followed: FollowedLink) -> None:
    """Show a coordinator what the client asks for, and what can be answered."""
    job_view = await job_views.load(ctx.tx, followed.id)
    wish = await day_wishes.pending(ctx.tx, followed.id)
    if wish is None or not wish.by_client:
        await ctx.show(Screen(ctx.say("day-nothing", number=job_view.job.number)))
        return
    job, say = job_view.job, ctx.say
    rows = (
        (button(say.plain("day-accept", day=say.day_short(wish.day)), "dayyes", job.id, wish.id),),
        (button(say.plain("day-offer"), "dayoffer", job.id, wish.id),),
        (button(say.plain("day-keep", day=_now(ctx, job_view)), "daykeep", job.id, wish.id),),
    )
    asker = await people.find(ctx.tx, wish.asker_id) if wish.asker_id is not None else None
    text = say(
        "day-wanted",
        number=job.number,
        name=asker.display_name if asker else "—",
        day=wish.day,
        now=job_view.when(say),
    )
    await ctx.show(Screen(text, rows), card=card_key(job.id))


def _now(ctx: UpdateContext, job_view: JobView) -> str:
    return ctx.say.day_short(job_view.start_on)


async def _waiting(ctx: UpdateContext, tap: CardTap, *, by_client: bool) -> DayWish | None:
    """Find the wish that the tapped card shows; one that was answered is stale."""
    wish = await day_wishes.pending(ctx.tx, tap.id)
    if wish is None or wish.id != tap.version or wish.by_client is not by_client:
        ctx.tell(ctx.say.plain("changed-meanwhile"), alert=True)
        return None
    return wish


async def accept_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Move the job to the day that the client wants, if the planning rules allow it."""
    await lock_job_view(ctx.tx, tap.id)
    if wish := await _waiting(ctx, tap, by_client=True):
        seen = await plan_changes.last_id(ctx.tx, tap.id)
        await changes.change(ctx, tap.id, WantedChange(PlanPart.DAY, wish.day.isoformat(), seen))


async def offer_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask the coordinator which day to offer instead; offer one in spite of soft rules."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    wish = await _waiting(ctx, tap, by_client=True)
    if wish is None:
        return
    if not tap.more:
        await lifecycle.start_once(ctx, "offerday", about={"job": tap.id, "wish": tap.version})
    elif is_readable(PlanPart.DAY, tap.more):
        await _offer_day(ctx, job_view, wish, date.fromisoformat(tap.more), anyway=True)
    else:
        ctx.tell(ctx.say.plain("stale"))


async def offer_told(ctx: UpdateContext, answers: OfferDayForm, about: Mapping[str, Any]) -> None:
    """Offer the client a day on which the plan holds."""
    job_view = await lock_job_view(ctx.tx, int(about["job"]))
    wish = await day_wishes.pending(ctx.tx, job_view.job.id)
    if wish is None or wish.id != about["wish"]:
        await ctx.show(Screen(ctx.say("day-nothing", number=job_view.job.number)))
    else:
        await _offer_day(ctx, job_view, wish, answers.day, anyway=False)


async def _offer_day(
    ctx: UpdateContext, job_view: JobView, wish: DayWish, day: date, *, anyway: bool
) -> None:
    """Offer a day that is another one and to come, where no rule forbids it; or say why not."""
    job = job_view.job
    if refused := _unfit(ctx, job_view, day):
        await ctx.show(Screen(refused))
        return
    against = await changes.against_day(ctx, job_view, day)
    if any(conflict.hard for conflict in against) or (against and not anyway):
        await ctx.show(_look(ctx, job_view, wish, day, against))
        return
    await day_wishes.record(ctx.tx, job.id, OFFERED, day, actor_id=ctx.person.id)
    offered = await day_wishes.pending(ctx.tx, job.id)
    if offered is not None:
        for client in await client_cards.concerned(ctx, job_view.request, wish.asker_id):
            screen = _offer(client.say, job_view, wish, offered)
            await client.send(screen, card=client_card_key(job.id))
    await client_cards.follow(ctx, job.request_id)
    words = ctx.say("day-offered-office", number=job.number, day=day)
    await ctx.show(Screen(words), card=card_key(job.id))


def _unfit(ctx: UpdateContext, job_view: JobView, day: date) -> str:
    """Say why a day cannot be offered, whoever is free; empty where it can."""
    if job_view.job.state not in ASKABLE:
        return ctx.say("changed-meanwhile")
    if day == job_view.start_on:
        return ctx.say("day-same")
    if changes.is_past(ctx, job_view, day):
        return changes.past_words(ctx, replace(job_view.plan, start_on=day))
    return ""


def _look(
    ctx: UpdateContext, job_view: JobView, wish: DayWish, day: date, against: Sequence[Conflict]
) -> Screen:
    """Say which rules the day would break; what is soft can be offered anyway."""
    job, hard = job_view.job, any(conflict.hard for conflict in against)
    head = ctx.say("move-blocked" if hard else "move-look", number=job.number)
    text = "\n".join([head, *(sentence(ctx.say, conflict) for conflict in against)])
    if hard:
        return Screen(text)
    words = ctx.say.plain("move-anyway", value=ctx.say.day_short(day))
    return Screen(text, ((button(words, "dayoffer", job.id, wish.id, day.isoformat()),),))


def _offer(say: Say, job_view: JobView, wish: DayWish, offered: DayWish) -> Screen:
    job = job_view.job
    yes = say.plain("day-yes", day=say.day_short(offered.day))
    keep = say.plain("day-keep", day=say.day_short(job_view.start_on))
    rows = (
        (button(yes, "clientday", job.id, offered.id, YES, "success"),),
        (button(say.plain("day-another"), "otherday", job.id, offered.id),),
        (button(keep, "clientday", job.id, offered.id, KEEP),),
    )
    return Screen(say("day-offered", number=job.number, wanted=wish.day, day=offered.day), rows)


async def keep_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Tell the client that the day cannot be changed."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    wish = await _waiting(ctx, tap, by_client=True)
    if wish is None:
        return
    job = job_view.job
    await day_wishes.record(ctx.tx, job.id, KEPT, None, actor_id=ctx.person.id)
    for client in await client_cards.concerned(ctx, job_view.request, wish.asker_id):
        words = client.say("day-kept", number=job.number, wanted=wish.day, day=job_view.start_on)
        await client.send(words, card=client_card_key(job.id))
    await client_cards.follow(ctx, job.request_id)
    await settle(ctx, job_view.job)


async def client_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take the client's answer to the day that we offered."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    wish = await _waiting(ctx, tap, by_client=False)
    if wish is None or tap.more not in {YES, KEEP}:
        return
    if tap.more == KEEP:
        await _keep(ctx, job_view, wish)
    elif job_view.job.state not in ASKABLE or changes.is_past(ctx, job_view, wish.day):
        ctx.tell(ctx.say.plain("changed-meanwhile"), alert=True)
    else:
        await _take(ctx, job_view, wish)


async def _keep(ctx: UpdateContext, job_view: JobView, wish: DayWish) -> None:
    """Leave the job on its day, as the client wants after all."""
    job = job_view.job
    await day_wishes.record(ctx.tx, job.id, KEPT, None, actor_id=ctx.person.id)
    await _answer(ctx, job_view, wish, "day-stays", fresh=True, day=job_view.start_on)
    await alerts.tell_coordinators(ctx, "day-stays", number=job.number, day=job_view.start_on)


async def _take(ctx: UpdateContext, job_view: JobView, wish: DayWish) -> None:
    """Move the job to the day that the client agrees to, where it is still free."""
    job, name = job_view.job, ctx.person.display_name
    if against := await changes.take_day(ctx, job_view, wish.day):
        await _answer(ctx, job_view, wish, "day-look-again", fresh=False)
        for office in await coordinator_group.listeners(ctx):
            lines = [sentence(office.say, conflict) for conflict in against]
            head = office.say("day-broken", number=job.number, name=name, day=wish.day)
            await office.send("\n".join([head, *lines]), urgency=Urgency.NOTICE)
        return
    await _answer(ctx, job_view, wish, "day-agreed", fresh=False, day=wish.day)
    await alerts.tell_coordinators(
        ctx, "day-accepted", silent=True, number=job.number, name=name, day=wish.day
    )


async def _answer(
    ctx: UpdateContext, job_view: JobView, wish: DayWish, key: str, *, fresh: bool, **params: object
) -> None:
    """Let the cards of the offer say what came of it; `fresh` where colleagues hear it so only."""
    job = job_view.job
    words = ctx.say(key, number=job.number, **params)
    await ctx.show(Screen(words), card=client_card_key(job.id), fresh=False)
    for client in await client_cards.concerned(ctx, job_view.request, wish.asker_id):
        if client.chat_id != ctx.person.id:
            told = client.say(key, number=job.number, **params)
            await client.send(told, card=client_card_key(job.id), fresh=fresh)
