"""Who comes second from a company is let in by who leads it: each sees its requests only."""

from handlers.context import coordinator_group
from handlers.context.callbacks import CardTap, button
from handlers.context.posts import post_of
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage import colleagues, events, outbox, people
from storage.people import ClientCompany, Person


def card_key(person_id: int) -> str:
    return f"colleague:{person_id}"


async def ask(ctx: UpdateContext, company: ClientCompany) -> bool:
    """Ask who leads the company, and the coordinators; False where nobody is in it yet."""
    inside = await colleagues.of_company(ctx.tx, company.id)
    if not inside:
        return False
    ctx.person = await people.change(ctx.tx, ctx.person, asks_company_id=company.id)
    for person in colleagues.leading(inside):
        say = ctx.services.words.say(person.language)
        screen = _asking(say, ctx.person, company)
        await outbox.put(ctx.tx, post_of(screen, person.id, card=card_key(ctx.person.id)))
    home = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if home is not None:
        screen = _asking(ctx.services.words.say(GROUP_LANGUAGE), ctx.person, company)
        await outbox.put(ctx.tx, post_of(screen, home, card=card_key(ctx.person.id)))
    words = ctx.say("colleague-waits", company=company.name)
    await ctx.show(Screen(words), remove_keyboard=True)
    return True


def _asking(say: Say, person: Person, company: ClientCompany) -> Screen:
    text = say(
        "colleague-asks",
        name=person.display_name,
        phone=show_phone(person.phone) if person.phone else "—",
        company=company.name,
    )
    yes = button(say.plain("colleague-yes"), "letin", person.id, style="success")
    no = button(say.plain("colleague-no"), "keepout", person.id, style="danger")
    return Screen(text, ((yes, no),))


async def decide_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Let somebody in or not."""
    asking = await people.find(ctx.tx, tap.id)
    company_id = asking.asks_company_id if asking else None
    if asking is None or company_id is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    await colleagues.lock(ctx.tx, company_id)
    company = await people.company(ctx.tx, company_id)
    welcome = tap.action == "letin"
    if welcome:
        joined = await colleagues.let_in(ctx.tx, asking, company_id)
    else:
        joined = await people.change(ctx.tx, asking, asks_company_id=None)
    if joined is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    what = "colleague_in" if welcome else "colleague_kept_out"
    await events.record(ctx.tx, what, "person", asking.id, actor_id=ctx.person.id)
    await _tell(ctx, asking, company, welcome=welcome)
    await _close(ctx, asking, company, welcome=welcome)


async def _close(
    ctx: UpdateContext, asking: Person, company: ClientCompany, *, welcome: bool
) -> None:
    """Say what was decided on every card that asked."""
    key = "colleague-is-in" if welcome else "colleague-is-out"
    name, home = asking.display_name, await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    screen = Screen(ctx.say(key, name=name, company=company.name))
    await ctx.show(screen, card=card_key(asking.id), fresh=False)
    inside = await colleagues.of_company(ctx.tx, company.id)
    chats = {person.id: person.language for person in inside if person.id != asking.id}
    if home is not None:
        chats[home] = GROUP_LANGUAGE
    for chat_id in await outbox.holders(ctx.tx, card_key(asking.id), set(chats) - {ctx.chat_id}):
        say = ctx.services.words.say(chats[chat_id])
        words = Screen(say(key, name=name, company=company.name))
        await outbox.put(
            ctx.tx, post_of(words, chat_id, card=card_key(asking.id), fresh=False, silent=True)
        )


async def _tell(
    ctx: UpdateContext, asking: Person, company: ClientCompany, *, welcome: bool
) -> None:
    say = ctx.services.words.say(asking.language)
    if not welcome:
        screen = Screen(say("colleague-refused", company=company.name))
    else:
        new = button(say.plain("new-request"), "new", 0, style="primary")
        words = say("registered", name=asking.full_name or "", company=company.name)
        screen = Screen(words, ((new,),))
    await outbox.put(ctx.tx, post_of(screen, asking.id))
