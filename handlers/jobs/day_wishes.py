"""A client asks for another day; a coordinator accepts it, offers another, or keeps the old one."""

from collections.abc import Mapping
from typing import Any

from domain.jobs import BY_CLIENT, CHANGEABLE
from handlers.cards import client_cards
from handlers.context import alerts, coordinator_group
from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import FollowedLink, link
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs import plan_changes as changes
from handlers.jobs.day_wish_forms import AnotherDayForm, OfferDayForm
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.wanted_change import WantedChange
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


def card_key(job_id: int) -> str:
    return f"daywish:{job_id}"


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
    asker = await people.find(ctx.tx, wish.actor_id) if wish.actor_id is not None else None
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
    job_view = await lock_job_view(ctx.tx, tap.id)
    if wish := await _waiting(ctx, tap, by_client=True):
        seen = await plan_changes.last_id(ctx.tx, tap.id)
        await changes.change(ctx, tap.id, WantedChange(PlanPart.DAY, wish.day.isoformat(), seen))
        await _settle(ctx, job_view)


async def offer_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask the coordinator which day to offer instead."""
    await job_views.load(ctx.tx, tap.id)
    if await _waiting(ctx, tap, by_client=True):
        await lifecycle.start_once(ctx, "offerday", about={"job": tap.id, "wish": tap.version})


async def offer_told(ctx: UpdateContext, answers: OfferDayForm, about: Mapping[str, Any]) -> None:
    """Offer the client a day on which the plan holds."""
    job_view = await lock_job_view(ctx.tx, int(about["job"]))
    job, wish = job_view.job, await day_wishes.pending(ctx.tx, job_view.job.id)
    if wish is None or wish.id != about["wish"]:
        await ctx.show(Screen(ctx.say("day-nothing", number=job.number)))
        return
    against = await changes.hindering(ctx, job_view, answers.day)
    if against:
        lines = [sentence(ctx.say, conflict) for conflict in against]
        await ctx.show(Screen("\n".join([ctx.say("move-blocked", number=job.number), *lines])))
        return
    await day_wishes.record(ctx.tx, job.id, OFFERED, answers.day, actor_id=ctx.person.id)
    offered = await day_wishes.pending(ctx.tx, job.id)
    person = await people.get(ctx.tx, job_view.request.person_id)
    client = to_person(ctx, person)
    if offered is not None:
        await client.send(_offer(client.say, job_view, wish, offered), card=client_card_key(job.id))
    await client_cards.follow(ctx, job.request_id)
    words = ctx.say("day-offered-office", number=job.number, day=answers.day)
    await ctx.show(Screen(words), card=card_key(job.id))


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
    client = to_person(ctx, await people.get(ctx.tx, job_view.request.person_id))
    words = client.say("day-kept", number=job.number, wanted=wish.day, day=job_view.start_on)
    await client.send(words, card=client_card_key(job.id))
    await client_cards.follow(ctx, job.request_id)
    await _settle(ctx, job_view)


async def client_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take the client's answer to the day that we offered."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    wish = await _waiting(ctx, tap, by_client=False)
    if wish is None or tap.more not in {YES, KEEP}:
        return
    job, name = job_view.job, ctx.person.display_name
    if tap.more == KEEP:
        await day_wishes.record(ctx.tx, job.id, KEPT, None, actor_id=ctx.person.id)
        words = ctx.say("day-stays", number=job.number, day=job_view.start_on)
        await ctx.show(Screen(words), card=client_card_key(job.id), fresh=False)
        await alerts.tell_coordinators(ctx, "day-stays", number=job.number, day=job_view.start_on)
    elif against := await changes.take_day(ctx, job_view, wish.day):
        words = ctx.say("day-look-again", number=job.number)
        await ctx.show(Screen(words), card=client_card_key(job.id), fresh=False)
        for office in await coordinator_group.listeners(ctx):
            lines = [sentence(office.say, conflict) for conflict in against]
            head = office.say("day-broken", number=job.number, name=name, day=wish.day)
            await office.send("\n".join([head, *lines]), urgency=Urgency.NOTICE)
    else:
        words = ctx.say("day-agreed", number=job.number, day=wish.day)
        await ctx.show(Screen(words), card=client_card_key(job.id), fresh=False)
        await alerts.tell_coordinators(
            ctx, "day-accepted", silent=True, number=job.number, name=name, day=wish.day
        )


async def _settle(ctx: UpdateContext, job_view: JobView) -> None:
    """Take the buttons off what the coordinators were shown, once it is answered."""
    job = job_view.job
    if await day_wishes.pending(ctx.tx, job.id) is not None:
        return
    for office in await coordinator_group.listeners(ctx):
        words = office.say("day-answered", number=job.number)
        await office.send(words, card=card_key(job.id), fresh=False, urgency=Urgency.NOTICE)
    words = ctx.say("day-answered", number=job.number)
    await ctx.show(Screen(words), card=card_key(job.id), fresh=False)
