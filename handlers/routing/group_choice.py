"""An administrator who adds the bot to a group may make it the coordinators' group, with a tap."""

from handlers.context import coordinator_group
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_chat
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.words.catalogue import GROUP_LANGUAGE
from storage import events, people

CARD_KEY = "group-choice"


async def offer(ctx: UpdateContext) -> None:
    """Ask whether this is the group that requests come to."""
    yes = button(ctx.say.plain("group-choose"), "ourgroup", 0, style="success")
    screen = Screen(ctx.say("group-offer"), ((yes,),))
    await ctx.show(screen, card=CARD_KEY)


async def choose(ctx: UpdateContext) -> None:
    """Make this the coordinators' group, and tell the one before."""
    before = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    await coordinator_group.set_coordinator_chat(ctx.tx, ctx.services, ctx.chat_id, before)
    await coordinator_group.note_reachable(ctx.tx, ctx.services)
    await _record(ctx, "group_chosen")
    await people.menu_changed(ctx.tx, ctx.chat_id)
    undo = button(ctx.say.plain("group-undo"), "oldgroup", 0, style="danger")
    await ctx.show(Screen(ctx.say("group-chosen"), ((undo,),)), card=CARD_KEY, fresh=False)
    if before is not None:
        await to_chat(ctx, before, GROUP_LANGUAGE).send(Screen(ctx.say("group-replaced")))


async def take_back(ctx: UpdateContext, _tap: CardTap) -> None:
    """Let requests come to the group before again."""
    ours = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if ctx.input.private or ours != ctx.chat_id:
        ctx.tell(ctx.say.plain("stale"))
        return
    now = await coordinator_group.go_back_to_former(ctx.tx, ctx.services)
    await _record(ctx, "group_taken_back")
    yes = button(ctx.say.plain("group-choose"), "ourgroup", 0)
    key = "group-back" if now is not None else "group-none"
    await ctx.show(Screen(ctx.say(key), ((yes,),)), card=CARD_KEY, fresh=False)
    if now is not None:
        await to_chat(ctx, now, GROUP_LANGUAGE).send(Screen(ctx.say("group-again")))


async def _record(ctx: UpdateContext, what: str) -> None:
    await events.record(ctx.tx, what, "group", ctx.chat_id, actor_id=ctx.person.id)
