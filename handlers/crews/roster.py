"""The roster as a coordinator sees it: who has joined, and a link for who has not."""

from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import url
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from storage import crews

CARD_KEY = "roster"
JOIN = "crew"
MOST_BUTTONS = 90  # of people; Telegram takes 100 in all


async def roster(ctx: UpdateContext, *, fresh: bool = True) -> None:
    """List the crew; each who has not joined has a button that makes a link."""
    joined = await crews.joined(ctx.tx)
    lines, rows = [ctx.say("roster-head")], list[tuple[Button, ...]]()
    members = await crews.roster(ctx.tx)
    for member in members:
        name = f"{member.name} ★" if member.leader else member.name
        here = member.id in joined
        lines.append(ctx.say("roster-joined" if here else "roster-waiting", name=name))
        if not here:
            words = ctx.say.plain("roster-invite", name=member.name)
            rows.append((button(words, "invite", member.id),))
    names = [button(f"👤 {member.name}"[:40], "member", member.id) for member in members]
    names = names[:MOST_BUTTONS]
    rows = rows[: MOST_BUTTONS - len(names)]  # the member's card invites too
    rows += [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
    lines += ["", ctx.say("roster-how")]
    rows.append((button(ctx.say.plain("absence-list"), "away", 0),))
    rows.append((button(ctx.say.plain("roster-template"), "teamfile", 0),))
    await ctx.show(Screen("\n".join(lines), tuple(rows)), card=CARD_KEY, fresh=fresh)


async def roster_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await roster(ctx)


async def invite_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Make a fresh link for one member, to be passed on by hand; the older one ends."""
    member = await crews.find(ctx.tx, tap.id)
    if member is None or tap.id in await crews.joined(ctx.tx):
        ctx.tell(ctx.say.plain("roster-joined-already"))
        await roster(ctx, fresh=False)
        return
    code = await crews.invite(ctx.tx, member.id)
    say = ctx.services.words.say(member.language)
    words = say("roster-link", name=member.name, link=url(ctx.services, JOIN, code))
    await ctx.show(Screen(words))
    ctx.tell(ctx.say.plain("roster-pass-on"))
