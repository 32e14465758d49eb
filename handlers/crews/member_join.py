"""A member follows their invitation: language, own number by one tap, and they are in."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers.cards.home_card import show_home
from handlers.cards.job_cards import send_to_coordinators, send_to_crew
from handlers.context import alerts, language_card
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.crews.member_join_form import MemberJoinForm
from handlers.sessions import lifecycle
from handlers.views import job_views
from storage import crews, events, jobs, people
from storage.crews import AlreadyJoined
from storage.invitations import InvitationSpent
from storage.jobs import Job

FORM = "joining"


async def follow(ctx: UpdateContext, link: FollowedLink) -> None:
    """Greet who holds a good link; the question comes once the language is chosen."""
    try:
        member = await crews.invited(ctx.tx, link.code)
    except InvitationSpent:
        await ctx.show(Screen(ctx.say("joining-spent")))
        return
    company = ctx.services.company.name
    await ctx.show(Screen(ctx.say("joining-hello", name=member.name, company=company)))
    asking = ctx.person.language_chosen
    await lifecycle.start(ctx, FORM, about={"code": link.code}, asking=asking)
    if not asking:
        await language_card.ask(ctx)


async def joined(ctx: UpdateContext, answers: MemberJoinForm, about: Mapping[str, Any]) -> None:
    """Tie the person to the member, once, and show them the jobs that wait for their answer."""
    tx, person = ctx.tx, ctx.person
    try:
        member = await crews.join(tx, str(about["code"]), person.id, answers.phone, person.language)
    except InvitationSpent:
        await ctx.show(Screen(ctx.say("joining-spent")), remove_keyboard=True)
        return
    except AlreadyJoined:
        await ctx.show(Screen(ctx.say("joining-already")), remove_keyboard=True)
        return
    known = await people.change(tx, person, phone=answers.phone, full_name=member.name)
    ctx.person = await people.give(tx, known, Role.CREW)
    await events.record(tx, "joined", "member", member.id, actor_id=person.id)
    await ctx.show(Screen(ctx.say("joining-done", name=member.name)), remove_keyboard=True)
    waiting = await jobs.of_person(tx, person.id, job_views.since_yesterday(tx))
    for job, mine in waiting:
        job_view = await job_views.of_job(tx, job)
        await send_to_crew(ctx, job_view, only=[mine], fresh=True)
    if not waiting:
        await show_home(ctx)
    await _announce(ctx, member.name, [job for job, _ in waiting])


async def _announce(ctx: UpdateContext, name: str, waiting: list[Job]) -> None:
    """Tell the coordinators quietly: this one can be asked by the bot from now on."""
    await alerts.tell_coordinators(ctx, "joining-told", silent=True, name=name)
    for job in waiting:
        await send_to_coordinators(ctx, await job_views.of_job(ctx.tx, job))
