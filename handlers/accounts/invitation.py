"""The link by which who leads a company brings colleagues in: one at a time, cut with one tap."""

from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import url
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from storage import events, invitations, outbox, people
from storage.invitations import Invitation, InvitationKind

CARD_KEY = "invitation"
JOIN = "join"
MOST = 10  # people by one link


async def command(ctx: UpdateContext) -> None:
    """Show the link into the company that the person leads."""
    await _offer(ctx, ctx.person.company_id or 0)


async def link_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Make a link, or show the one that leads in now: a second one would end it."""
    await _offer(ctx, tap.id)


async def _offer(ctx: UpdateContext, company_id: int) -> None:
    found = await invitations.open_to(ctx.tx, InvitationKind.COMPANY, company_id)
    if found is None:
        await _make(ctx, company_id)
    else:
        await ctx.show(_control(ctx, company_id, found), card=CARD_KEY)


async def new_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Replace the link that was on show; a second tap makes no other."""
    if await _current(ctx, tap):
        await _make(ctx, tap.id)


async def cut_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """End the link that was on show."""
    if not await _current(ctx, tap):
        return
    await cut(ctx, tap.id)
    if ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, CARD_KEY, {ctx.chat_id: ctx.input.message_id})
    again = button(ctx.say.plain("invitation-new"), "newlink", tap.id)
    await ctx.show(Screen(ctx.say("invitation-cut"), ((again,),)), card=CARD_KEY, fresh=False)


async def cut(ctx: UpdateContext, company_id: int) -> bool:
    """End the link into a company; False where there was none."""
    if not await invitations.revoke(ctx.tx, InvitationKind.COMPANY, company_id):
        return False
    await _record(ctx, "invitation_cut", company_id)
    return True


async def _current(ctx: UpdateContext, tap: CardTap) -> bool:
    """Tell whether the link that was on show still is the one that leads in."""
    found = await invitations.open_to(ctx.tx, InvitationKind.COMPANY, tap.id)
    if (found.mark if found else 0) == tap.version:
        return True
    ctx.tell(ctx.say.plain("stale"))
    return False


async def _make(ctx: UpdateContext, company_id: int) -> None:
    """Show the link's card, and below it a message that can be passed on as it is."""
    code = await invitations.make(ctx.tx, InvitationKind.COMPANY, company_id, most=MOST)
    await _record(ctx, "invited", company_id)
    made = await invitations.valid(ctx.tx, InvitationKind.COMPANY, code)
    company = await people.company(ctx.tx, company_id)
    await ctx.show(_control(ctx, company_id, made), card=CARD_KEY)
    link = url(ctx.services, JOIN, code)
    words = ctx.say(
        "invitation-link", company=company.name, ours=ctx.services.company.name, link=link
    )
    await ctx.show(Screen(words))


def _control(ctx: UpdateContext, company_id: int, link: Invitation) -> Screen:
    say = ctx.say
    words = say("invitation-open", uses=link.uses, most=link.most, until=link.expires_at)
    rows: tuple[tuple[Button, ...], ...] = (
        (button(say.plain("invitation-cut-it"), "cutlink", company_id, link.mark, style="danger"),),
        (button(say.plain("invitation-replace"), "newlink", company_id, link.mark),),
    )
    return Screen(words, rows)


async def _record(ctx: UpdateContext, what: str, company_id: int) -> None:
    await events.record(ctx.tx, what, "company", company_id, actor_id=ctx.person.id)
