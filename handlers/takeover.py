"""A coordinator talks with a client through the bot, which is silent until it is given back."""

from domain.reminders import ReminderKind
from domain.requests import UNDECIDED
from domain.talks import takeover_idle
from handlers import receiving, rights, talks
from handlers.actions import Tap, button, read_tap
from handlers.clients import following
from handlers.conversation.given import Given, SharedContact, SharedPlace, Typed
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.coordinators.requests import of_link
from handlers.shop import Shop
from handlers.updates import Input, Who
from handlers.visit import Visit
from storage import events, people, reminders, requests, sessions, takeovers
from storage.people import Person
from storage.reminders import NewReminder, Reminder
from storage.takeovers import Takeover
from storage.work import Work

CARD = "takeover"
STILL_TAKEN = frozenset({"giveback", "visit", "rate", "yes", "no", "unsurvey"})  # need no talk


async def take(visit: Visit, thing: str) -> None:
    """Take the talk over, unless somebody has it; both are told."""
    request = await of_link(visit, "take", thing)
    if request is None:
        return
    if request.state not in UNDECIDED:
        state = visit.say(f"request-state-{request.state}")
        await visit.show(Screen(visit.say("decided", number=request.number, state=state)))
        return
    talk = await takeovers.begin(visit.work, request.id, request.person_id, visit.person.id)
    if talk is None:
        await _who_has_it(visit, request.person_id)
        return
    await _keep_watch(visit.work, talk)
    await events.record(visit.work, "taken_over", "request", request.id, actor_id=visit.person.id)
    client = _beside(visit.work, visit.shop, await people.get(visit.work, talk.client_id))
    await client.show(Screen(client.say("takeover-began-client", name=_name(visit.person))))
    await _card(visit, talk)
    await desk.refresh(visit, request.id)


async def _who_has_it(visit: Visit, client_id: int) -> None:
    """Tell the second coordinator who has the talk, or the same one which other they have."""
    client = await people.get(visit.work, client_id)
    held = client.takeover_id or visit.person.takeover_id
    if held is None:
        await visit.show(Screen(visit.say("takeover-impossible")))
        return
    talk = await takeovers.get(visit.work, held)
    if talk.coordinator_id == visit.person.id:
        await _card(visit, talk)
        return
    person = await people.get(visit.work, talk.coordinator_id)
    since = visit.say.time(talk.began_at)
    await visit.show(Screen(visit.say("takeover-has", name=_name(person), since=since)))


async def _card(visit: Visit, talk: Takeover) -> None:
    """Show the coordinator with whom they talk, and the way out."""
    client = await people.get(visit.work, talk.client_id)
    request = await requests.get(visit.work, talk.request_id)
    text = visit.say("takeover-began", name=_name(client), number=request.number)
    back = button(visit.say.plain("takeover-give-back"), "giveback", talk.id, style="primary")
    await visit.show(Screen(text, ((back,),)), card=CARD)


async def relayed(visit: Visit) -> bool:
    """Carry what was said to the other side; False where nobody has taken over."""
    if visit.person.takeover_id is None:
        return False
    talk = await takeovers.get(visit.work, visit.person.takeover_id)
    ours = talk.coordinator_id == visit.person.id
    if visit.input.tapped is not None:
        tap = read_tap(visit.input.tapped)
        if tap is not None and tap.action in STILL_TAKEN:
            return False
        visit.tell(visit.say.plain("takeover-later"), alert=True)
    elif ours and visit.input.command is not None:
        await _command(visit, talk)
    else:
        await _carry(visit, talk, ours=ours)
    return True


async def _command(visit: Visit, talk: Takeover) -> None:
    """Nothing is begun meanwhile: its answers would reach the client; a link tells who talks."""
    word, _, thing = visit.input.argument.partition("-")
    if word == "take" and thing and thing != str(talk.request_id):
        await visit.show(Screen(visit.say("takeover-one")))
    await _card(visit, talk)


async def _carry(visit: Visit, talk: Takeover, *, ours: bool) -> None:
    """Bring it over and keep it in the thread of the request."""
    given = visit.input.given
    file, text = receiving.file_of(given), _text(given)
    if file is None and not text:
        await visit.show(Screen(visit.say("takeover-cannot")))
        return
    request = await requests.get(visit.work, talk.request_id)
    ids = await receiving.say(
        visit.work,
        request,
        visit.person.id,
        text,
        [file] if file else [],
        from_client=not ours,
    )
    if not ours:
        await following.alive(visit.work, request.id)
    other_id = talk.client_id if ours else talk.coordinator_id
    other = _beside(visit.work, visit.shop, await people.get(visit.work, other_id))
    words = file.caption if file else text
    key = "takeover-us" if ours else "takeover-client"
    said = other.say(key, name=_name(visit.person), text=words)
    if file:
        kind = receiving.arrived(file).kind
        await other.post(receiving.carrying(other_id, kind, ids[0], said))
    else:
        await other.show(Screen(said))
    await _keep_watch(visit.work, talk)
    await desk.refresh(visit, request.id)


def _text(given: Given | None) -> str:
    match given:
        case Typed(text):
            return text
        case SharedPlace(latitude, longitude):
            return f"📍 {latitude:.5f}, {longitude:.5f}"
        case SharedContact(phone, first_name, last_name):
            return f"👤 {first_name} {last_name} {phone}"
    return ""


async def give_back_tapped(visit: Visit, tap: Tap) -> None:
    """Let the bot speak again; only who has the talk may."""
    talk = await takeovers.get(visit.work, tap.id)
    if talk.coordinator_id != visit.person.id:
        await rights.refuse(visit, tap.action, tap.id)
    elif not await end(visit.work, visit.shop, talk, actor_id=visit.person.id):
        visit.tell(visit.say.plain("stale"))


async def end(work: Work, shop: Shop, talk: Takeover, *, actor_id: int | None) -> bool:
    """Give the talk back, tell both, ask the client's open question again; False if it was over."""
    if not await takeovers.end(work, talk):
        return False
    kind = ReminderKind.TAKEOVER_END
    await reminders.rewrite_thing(work, kind, talk.id, [])
    await events.record(work, "given_back", "request", talk.request_id, actor_id=actor_id)
    people_now = await people.of_ids(work, [talk.client_id, talk.coordinator_id])
    office = _beside(work, shop, people_now[talk.coordinator_id])
    client = _beside(work, shop, people_now[talk.client_id])
    key = "takeover-ended" if actor_id else "takeover-ended-silent"
    name = _name(client.person)
    await office.show(Screen(office.say(key, name=name)), card=CARD, fresh=actor_id is None)
    await client.show(Screen(client.say("takeover-ended-client")))
    for one in (client, office):
        place = await sessions.find(work, one.person.id)
        if place is not None:
            await talks.ask_anew(one, place)
    await desk.refresh(office, talk.request_id)
    return True


async def silent(work: Work, shop: Shop, reminder: Reminder) -> None:
    """Nobody has said anything for long: the bot is back."""
    await end(work, shop, await takeovers.get(work, reminder.thing_id or 0), actor_id=None)


async def _keep_watch(work: Work, talk: Takeover) -> None:
    """Count the silence from now."""
    kind = ReminderKind.TAKEOVER_END
    due = NewReminder(f"takeover:{talk.id}", kind, None, work.now + takeover_idle())
    await reminders.rewrite_thing(work, kind, talk.id, [due])


def _beside(work: Work, shop: Shop, person: Person) -> Visit:
    """Speak in the private chat of somebody who did nothing just now."""
    one = Input(0, person.id, who=Who(person.id))
    return Visit(work, shop, one, person, shop.words.say(person.language))


def _name(person: Person) -> str:
    return person.full_name or person.first_name
