"""Who comes second from a company is let in by who leads it: each sees its requests only."""

from handlers.context import coordinator_group
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.views import company_phone
from handlers.words.catalogue import Say
from storage import colleagues, events, outbox, people
from storage.people import ClientCompany, Person


def card_key(person_id: int) -> str:
    return f"colleague:{person_id}"


async def ask(ctx: UpdateContext, company: ClientCompany, own: ClientCompany | None = None) -> bool:
    """Ask who leads the company, and the coordinators; False where nobody is in it yet.

    `own` is the company that the person came with and that turned out to be this one.
    """
    inside = await colleagues.of_company(ctx.tx, company.id)
    if not inside:
        return False
    ctx.person = await people.change(ctx.tx, ctx.person, asks_company_id=company.id)
    for person in colleagues.leading(inside):
        lead = to_person(ctx, person)
        screen = _asking(lead.say, ctx.person, company, own)
        await lead.send(screen, card=card_key(ctx.person.id))
    for office in await coordinator_group.listeners(ctx):
        screen = _asking(office.say, ctx.person, company, own)
        await office.send(screen, card=card_key(ctx.person.id))
    words = ctx.say("company-waits" if own else "colleague-waits", company=company.name)
    await ctx.show(Screen(words), remove_keyboard=True)
    return True


def _asking(say: Say, person: Person, company: ClientCompany, own: ClientCompany | None) -> Screen:
    named = {
        "name": person.display_name,
        "phone": show_phone(person.phone) if person.phone else "—",
        "company": company.name,
    }
    text = say("company-asks", own=own.name, **named) if own else say("colleague-asks", **named)
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
    await colleagues.lock(ctx.tx, *filter(None, (asking.company_id, company_id)))
    company = await people.company(ctx.tx, company_id)
    welcome = tap.action == "letin"
    if not await _decided(ctx, asking, company, welcome=welcome):
        ctx.tell(ctx.say.plain("stale"))
        return
    what = "colleague_in" if welcome else "colleague_kept_out"
    await events.record(ctx.tx, what, "person", asking.id, actor_id=ctx.person.id)
    await _tell(ctx, asking, company, welcome=welcome)
    await _close(ctx, asking, company, welcome=welcome)


async def _decided(
    ctx: UpdateContext, asking: Person, company: ClientCompany, *, welcome: bool
) -> bool:
    """Let a person in, or the whole company they came with; False where it cannot be any more."""
    own = await people.company(ctx.tx, asking.company_id) if asking.company_id else None
    if welcome and own is None:
        return await colleagues.let_in(ctx.tx, asking, company.id) is not None
    await people.change(ctx.tx, asking, asks_company_id=None)
    if welcome and own is not None:
        if own.siret is not None:  # told meanwhile: another company after all
            return False
        await merge(ctx, own, company)
    return True


async def merge(ctx: UpdateContext, own: ClientCompany, company: ClientCompany) -> None:
    """Make a company without a SIRET one with the company that has it; tell its people."""
    for person in await colleagues.merge(ctx.tx, own.id, company.id):
        if person.id == ctx.person.id:
            ctx.person = person
        recipient = to_person(ctx, person)
        await recipient.send(recipient.say("company-merged", own=own.name, company=company.name))
    await events.record(
        ctx.tx, "merged", "company", company.id, actor_id=ctx.person.id, merged=own.id
    )


async def _close(
    ctx: UpdateContext, asking: Person, company: ClientCompany, *, welcome: bool
) -> None:
    """Say what was decided on every card that asked."""
    key = "colleague-is-in" if welcome else "colleague-is-out"
    name, card = asking.display_name, card_key(asking.id)
    screen = Screen(ctx.say(key, name=name, company=company.name))
    await ctx.show(screen, card=card, fresh=False)
    inside = await colleagues.of_company(ctx.tx, company.id)
    asked = {person.id: to_person(ctx, person) for person in inside if person.id != asking.id}
    asked |= {one.chat_id: one for one in await coordinator_group.followers(ctx, card)}
    for chat_id in await outbox.holders(ctx.tx, card, asked.keys() - {ctx.chat_id}):
        words = asked[chat_id].say(key, name=name, company=company.name)
        await asked[chat_id].send(words, card=card, fresh=False, silent=True)


async def _tell(
    ctx: UpdateContext, asking: Person, company: ClientCompany, *, welcome: bool
) -> None:
    recipient = to_person(ctx, asking)
    say = recipient.say
    if not welcome:
        phone = company_phone.number(ctx.services.company)
        screen = Screen(say("colleague-refused", company=company.name, phone=phone))
    elif asking.company_id is not None:
        return  # told with all who came
    else:
        new = button(say.plain("new-request"), "new", 0, style="primary")
        words = say("registered", name=asking.full_name or "", company=company.name)
        screen = Screen(words, ((new,),))
    await recipient.send(screen)
