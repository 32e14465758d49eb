"""The relay: a live chat of coordinator and client; the bot is silent until it ends."""

from domain.reminders import Subject, plan_relay_end
from domain.requests import UNDECIDED
from handlers.cards.request_cards import request_changed
from handlers.context import sent_files
from handlers.context.callbacks import CardTap, button, read_tap
from handlers.context.deep_links import FollowedLink
from handlers.context.posts import PostOptions
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.context.updates import Input, TelegramUser
from handlers.conversation.screen import Screen
from handlers.quotes import follow_ups
from handlers.requests import request_files
from handlers.sessions import lifecycle
from storage import events, people, relays, reminders, requests, sessions
from storage.people import Person
from storage.relays import Takeover
from storage.reminders import Reminder
from storage.transaction import Transaction

CARD_KEY = "takeover"
STILL_TAKEN = frozenset(
    {"giveback", "visit", "rate", "yes", "no", "unsurvey"}
)  # allowed during a relay


async def take(ctx: UpdateContext, link: FollowedLink) -> None:
    """Begin a relay unless the client or the coordinator already has one; inform both."""
    request = await requests.get(ctx.tx, link.id)
    if request.state not in UNDECIDED:
        state = ctx.say(f"request-state-{request.state}")
        await ctx.show(Screen(ctx.say("decided", number=request.number, state=state)))
        return
    relay = await relays.begin(ctx.tx, request.id, request.person_id, ctx.person.id)
    if relay is None:
        await _show_open_relay(ctx, request.person_id)
        return
    await _restart_silence(ctx.tx, relay)
    await events.record(ctx.tx, "taken_over", "request", request.id, actor_id=ctx.person.id)
    client = _context_of(ctx.tx, ctx.services, await people.get(ctx.tx, relay.client_id))
    await client.show(Screen(client.say("takeover-began-client", name=ctx.person.display_name)))
    await _show_card(ctx, relay)
    await request_changed(ctx, request.id)


async def _show_open_relay(ctx: UpdateContext, client_id: int) -> None:
    """Say who holds the client's relay, or show the coordinator their own open one."""
    client = await people.get(ctx.tx, client_id)
    held = client.takeover_id or ctx.person.takeover_id
    if held is None:
        await ctx.show(Screen(ctx.say("takeover-impossible")))
        return
    relay = await relays.get(ctx.tx, held)
    if relay.coordinator_id == ctx.person.id:
        await _show_card(ctx, relay)
        return
    person = await people.get(ctx.tx, relay.coordinator_id)
    since = ctx.say.time(relay.began_at)
    await ctx.show(Screen(ctx.say("takeover-has", name=person.display_name, since=since)))


async def _show_card(ctx: UpdateContext, relay: Takeover) -> None:
    """Show the coordinator the client's name and the button that ends the relay."""
    client = await people.get(ctx.tx, relay.client_id)
    request = await requests.get(ctx.tx, relay.request_id)
    text = ctx.say("takeover-began", name=client.display_name, number=request.number)
    back = button(ctx.say.plain("takeover-give-back"), "giveback", relay.id, style="primary")
    await ctx.show(Screen(text, ((back,),)), card=CARD_KEY)


async def relayed(ctx: UpdateContext) -> bool:
    """Relay the input to the other side; False if the person is in no relay."""
    if ctx.person.takeover_id is None:
        return False
    relay = await relays.get(ctx.tx, ctx.person.takeover_id)
    ours = relay.coordinator_id == ctx.person.id
    if ctx.input.tapped is not None:
        tap = read_tap(ctx.input.tapped)
        if tap is not None and tap.action in STILL_TAKEN:
            return False
        ctx.tell(ctx.say.plain("takeover-later"), alert=True)
    elif ours and ctx.input.command is not None:
        await _refuse_command(ctx, relay)
    else:
        await _relay_message(ctx, relay, ours=ours)
    return True


async def _refuse_command(ctx: UpdateContext, relay: Takeover) -> None:
    """Show the open relay instead of a command, whose answers would reach the client."""
    word, _, thing = ctx.input.argument.partition("-")
    if word == "take" and thing and thing != str(relay.request_id):
        await ctx.show(Screen(ctx.say("takeover-one")))
    await _show_card(ctx, relay)


async def _relay_message(ctx: UpdateContext, relay: Takeover, *, ours: bool) -> None:
    """Relay the message and store it in the request's thread."""
    given = ctx.input.given
    file, text = sent_files.file_of(given), sent_files.words_of(given)
    if file is None and not text:
        await ctx.show(Screen(ctx.say("takeover-cannot")))
        return
    request = await requests.get(ctx.tx, relay.request_id)
    ids = await request_files.say(
        ctx.tx,
        request,
        ctx.person.id,
        text,
        [file] if file else [],
        from_client=not ours,
        live=True,
    )
    if not ours:
        await follow_ups.stop_follow_ups(ctx.tx, request.id)
    other_id = relay.client_id if ours else relay.coordinator_id
    other = _context_of(ctx.tx, ctx.services, await people.get(ctx.tx, other_id))
    words = file.caption if file else text
    key = "takeover-us" if ours else "takeover-client"
    said = other.say(key, name=ctx.person.display_name, text=words)
    attachment: PostOptions = {}
    if file:
        attachment = sent_files.attachment(sent_files.arrived(file).kind, ids[0])
    await other.show(Screen(said), **attachment)
    await _restart_silence(ctx.tx, relay)
    await request_changed(ctx, request.id)


async def give_back_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """End the relay."""
    relay = await relays.get(ctx.tx, tap.id)
    if not await end(ctx.tx, ctx.services, relay, actor_id=ctx.person.id):
        ctx.tell(ctx.say.plain("stale"))


async def end(
    tx: Transaction, services: Services, relay: Takeover, *, actor_id: int | None
) -> bool:
    """End the relay, inform both, ask open questions again; False if it was over."""
    if not await relays.end(tx, relay):
        return False
    await reminders.rewrite(tx, Subject.RELAY, relay.id, ())
    await events.record(tx, "given_back", "request", relay.request_id, actor_id=actor_id)
    people_now = await people.of_ids(tx, [relay.client_id, relay.coordinator_id])
    coordinator = _context_of(tx, services, people_now[relay.coordinator_id])
    client = _context_of(tx, services, people_now[relay.client_id])
    key = "takeover-ended" if actor_id else "takeover-ended-silent"
    name = client.person.display_name
    await coordinator.show(
        Screen(coordinator.say(key, name=name)), card=CARD_KEY, fresh=actor_id is None
    )
    await client.show(Screen(client.say("takeover-ended-client")))
    for ctx in (client, coordinator):
        place = await sessions.find(tx, ctx.person.id)
        if place is not None:
            await lifecycle.ask_anew(ctx, place)
    await request_changed(coordinator, relay.request_id)
    return True


async def end_silent(ctx: SystemContext, reminder: Reminder) -> None:
    """End a relay after a long silence."""
    relay = await relays.get(ctx.tx, reminder.subject_id)
    await end(ctx.tx, ctx.services, relay, actor_id=None)


async def _restart_silence(tx: Transaction, relay: Takeover) -> None:
    """Restart the silence timer of the relay."""
    planned = plan_relay_end(relay.id, tx.now, tx.zone)
    await reminders.rewrite(tx, Subject.RELAY, relay.id, planned)


def _context_of(tx: Transaction, services: Services, person: Person) -> UpdateContext:
    """Build the context of a person who sent no update."""
    update = Input(0, person.id, who=TelegramUser(person.id))
    return UpdateContext(tx, services, update, person, services.words.say(person.language))
