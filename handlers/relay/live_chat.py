"""A coordinator talks with a client through the bot, which is silent until it is given back."""

from domain.reminder_plans import plan_relay_end
from domain.reminders import Subject
from domain.requests import UNDECIDED
from handlers.cards.request_cards import request_changed
from handlers.context import sent_files
from handlers.context.callbacks import CardTap, button, read_tap
from handlers.context.deep_links import FollowedLink
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.context.updates import Input, TelegramUser
from handlers.conversation.given import Given, SharedContact, SharedPlace, Typed
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
STILL_TAKEN = frozenset({"giveback", "visit", "rate", "yes", "no", "unsurvey"})  # need no talk


async def take(ctx: UpdateContext, link: FollowedLink) -> None:
    """Take the talk over, unless somebody has it; both are told."""
    request = await requests.get(ctx.tx, link.id)
    if request.state not in UNDECIDED:
        state = ctx.say(f"request-state-{request.state}")
        await ctx.show(Screen(ctx.say("decided", number=request.number, state=state)))
        return
    talk = await relays.begin(ctx.tx, request.id, request.person_id, ctx.person.id)
    if talk is None:
        await _who_has_it(ctx, request.person_id)
        return
    await _keep_watch(ctx.tx, talk)
    await events.record(ctx.tx, "taken_over", "request", request.id, actor_id=ctx.person.id)
    client = _beside(ctx.tx, ctx.services, await people.get(ctx.tx, talk.client_id))
    await client.show(Screen(client.say("takeover-began-client", name=ctx.person.display_name)))
    await _card(ctx, talk)
    await request_changed(ctx, request.id)


async def _who_has_it(ctx: UpdateContext, client_id: int) -> None:
    """Tell the second coordinator who has the talk, or the same one which other they have."""
    client = await people.get(ctx.tx, client_id)
    held = client.takeover_id or ctx.person.takeover_id
    if held is None:
        await ctx.show(Screen(ctx.say("takeover-impossible")))
        return
    talk = await relays.get(ctx.tx, held)
    if talk.coordinator_id == ctx.person.id:
        await _card(ctx, talk)
        return
    person = await people.get(ctx.tx, talk.coordinator_id)
    since = ctx.say.time(talk.began_at)
    await ctx.show(Screen(ctx.say("takeover-has", name=person.display_name, since=since)))


async def _card(ctx: UpdateContext, talk: Takeover) -> None:
    """Show the coordinator with whom they talk, and the way out."""
    client = await people.get(ctx.tx, talk.client_id)
    request = await requests.get(ctx.tx, talk.request_id)
    text = ctx.say("takeover-began", name=client.display_name, number=request.number)
    back = button(ctx.say.plain("takeover-give-back"), "giveback", talk.id, style="primary")
    await ctx.show(Screen(text, ((back,),)), card=CARD_KEY)


async def relayed(ctx: UpdateContext) -> bool:
    """Carry what was said to the other side; False where nobody has taken over."""
    if ctx.person.takeover_id is None:
        return False
    talk = await relays.get(ctx.tx, ctx.person.takeover_id)
    ours = talk.coordinator_id == ctx.person.id
    if ctx.input.tapped is not None:
        tap = read_tap(ctx.input.tapped)
        if tap is not None and tap.action in STILL_TAKEN:
            return False
        ctx.tell(ctx.say.plain("takeover-later"), alert=True)
    elif ours and ctx.input.command is not None:
        await _command(ctx, talk)
    else:
        await _carry(ctx, talk, ours=ours)
    return True


async def _command(ctx: UpdateContext, talk: Takeover) -> None:
    """Nothing is begun meanwhile: its answers would reach the client; a link tells who talks."""
    word, _, thing = ctx.input.argument.partition("-")
    if word == "take" and thing and thing != str(talk.request_id):
        await ctx.show(Screen(ctx.say("takeover-one")))
    await _card(ctx, talk)


async def _carry(ctx: UpdateContext, talk: Takeover, *, ours: bool) -> None:
    """Bring it over and keep it in the thread of the request."""
    given = ctx.input.given
    file, text = sent_files.file_of(given), _text(given)
    if file is None and not text:
        await ctx.show(Screen(ctx.say("takeover-cannot")))
        return
    request = await requests.get(ctx.tx, talk.request_id)
    ids = await request_files.say(
        ctx.tx,
        request,
        ctx.person.id,
        text,
        [file] if file else [],
        from_client=not ours,
    )
    if not ours:
        await follow_ups.stop_follow_ups(ctx.tx, request.id)
    other_id = talk.client_id if ours else talk.coordinator_id
    other = _beside(ctx.tx, ctx.services, await people.get(ctx.tx, other_id))
    words = file.caption if file else text
    key = "takeover-us" if ours else "takeover-client"
    said = other.say(key, name=ctx.person.display_name, text=words)
    if file:
        kind = sent_files.arrived(file).kind
        await other.post(sent_files.carrying(other_id, kind, ids[0], said))
    else:
        await other.show(Screen(said))
    await _keep_watch(ctx.tx, talk)
    await request_changed(ctx, request.id)


def _text(given: Given | None) -> str:
    match given:
        case Typed(text):
            return text
        case SharedPlace(latitude, longitude):
            return f"📍 {latitude:.5f}, {longitude:.5f}"
        case SharedContact(phone, first_name, last_name):
            return f"👤 {first_name} {last_name} {phone}"
    return ""


async def give_back_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Let the bot speak again."""
    talk = await relays.get(ctx.tx, tap.id)
    if not await end(ctx.tx, ctx.services, talk, actor_id=ctx.person.id):
        ctx.tell(ctx.say.plain("stale"))


async def end(tx: Transaction, services: Services, talk: Takeover, *, actor_id: int | None) -> bool:
    """Give the talk back, tell both, ask the client's open question again; False if it was over."""
    if not await relays.end(tx, talk):
        return False
    await reminders.rewrite(tx, Subject.RELAY, talk.id, ())
    await events.record(tx, "given_back", "request", talk.request_id, actor_id=actor_id)
    people_now = await people.of_ids(tx, [talk.client_id, talk.coordinator_id])
    office = _beside(tx, services, people_now[talk.coordinator_id])
    client = _beside(tx, services, people_now[talk.client_id])
    key = "takeover-ended" if actor_id else "takeover-ended-silent"
    name = client.person.display_name
    await office.show(Screen(office.say(key, name=name)), card=CARD_KEY, fresh=actor_id is None)
    await client.show(Screen(client.say("takeover-ended-client")))
    for ctx in (client, office):
        place = await sessions.find(tx, ctx.person.id)
        if place is not None:
            await lifecycle.ask_anew(ctx, place)
    await request_changed(office, talk.request_id)
    return True


async def end_silent(ctx: SystemContext, reminder: Reminder) -> None:
    """End a relay that has been silent for long."""
    relay = await relays.get(ctx.tx, reminder.subject_id)
    await end(ctx.tx, ctx.services, relay, actor_id=None)


async def _keep_watch(tx: Transaction, talk: Takeover) -> None:
    """Count the silence from now."""
    planned = plan_relay_end(talk.id, tx.now, tx.zone)
    await reminders.rewrite(tx, Subject.RELAY, talk.id, planned)


def _beside(tx: Transaction, services: Services, person: Person) -> UpdateContext:
    """Speak in the private chat of somebody who did nothing just now."""
    update = Input(0, person.id, who=TelegramUser(person.id))
    return UpdateContext(tx, services, update, person, services.words.say(person.language))
