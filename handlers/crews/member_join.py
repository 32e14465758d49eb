"""A member follows their invitation: language, own number by one tap, and they are in."""

from collections.abc import Mapping
from typing import Any

from handlers.context import language_card
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.crews import join_approval
from handlers.crews.member_join_form import MemberJoinForm
from handlers.sessions import lifecycle
from storage import crews
from storage.crews import AlreadyJoined
from storage.invitations import InvitationSpent

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
    """Tie the person to the member, once; another number or account waits for the office."""
    tx, person = ctx.tx, ctx.person
    mine = await crews.of_person(tx, person.id)
    if mine is not None and mine.phone == answers.phone:
        await ctx.show(Screen(ctx.say("joining-already")), remove_keyboard=True)
        return
    try:
        member = await crews.spend_invitation(tx, str(about["code"]), person.id)
    except InvitationSpent:
        await ctx.show(Screen(ctx.say("joining-spent")), remove_keyboard=True)
        return
    except AlreadyJoined:
        await ctx.show(Screen(ctx.say("joining-already")), remove_keyboard=True)
        return
    elsewhere = mine is None and member.id in await crews.joined(tx)
    if mine is not None or elsewhere or member.phone not in {None, answers.phone}:
        await join_approval.ask(ctx, member, answers.phone, elsewhere=elsewhere)
        return
    await crews.tie(tx, member.id, person.id, phone=answers.phone, language=person.language)
    ctx.person = await join_approval.welcome(ctx, member, person, answers.phone)
