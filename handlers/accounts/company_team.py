"""Who asks for the company: its lead sees the others, shares the lead, takes somebody out."""

from dataclasses import dataclass

from handlers.accounts import removal
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.posts import short
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, Screen
from storage import colleagues, events, outbox, people
from storage.outbox import Post
from storage.people import ClientCompany, Person
from storage.transaction import Unknown

CARD_KEY = "team"
PAGE = 10
FIRST = "0"  # the page one comes back to
LONGEST_BUTTON = 50


@dataclass(frozen=True, slots=True)
class Team:
    """The people of a company, and who of them leads it now."""

    company: ClientCompany
    everyone: tuple[Person, ...]
    leads: frozenset[int]

    def mark(self, person: Person) -> str:
        if person.blocked_at is not None:
            return "📵"
        return "★" if person.id in self.leads else "👤"


async def _team(ctx: UpdateContext) -> Team:
    """Load the person's own company, which nobody else changes now."""
    company_id = ctx.person.company_id or 0
    await colleagues.lock(ctx.tx, company_id)
    everyone = await colleagues.of_company(ctx.tx, company_id)
    leads = frozenset(person.id for person in colleagues.leading(everyone))
    return Team(await people.company(ctx.tx, company_id), tuple(everyone), leads)


async def team_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List the people of the company; from its own buttons in place."""
    team = await _team(ctx)
    await _show(ctx, _list(ctx, team, read_id(tap.more) or 0), fresh=not tap.more)


async def _show(ctx: UpdateContext, screen: Screen, *, fresh: bool = False) -> None:
    if not fresh and ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, CARD_KEY, {ctx.chat_id: ctx.input.message_id})
    await ctx.show(screen, card=CARD_KEY, fresh=fresh)


def _list(ctx: UpdateContext, team: Team, page: int) -> Screen:
    say, company = ctx.say, team.company
    pages = Pages(page, len(team.everyone), PAGE)
    rows: list[tuple[Button, ...]] = [
        (
            button(
                short(f"{team.mark(person)} {person.display_name}", LONGEST_BUTTON),
                "mate",
                person.id,
            ),
        )
        for person in pages.of(team.everyone)
    ]
    if turns := pages.turns():
        rows.append(tuple(button(sign, "team", company.id, more=str(to)) for to, sign in turns))
    rows.append((button(say.plain("team-link"), "link", company.id, style="primary"),))
    words = say("team-head", company=company.name, count=len(team.everyone))
    return Screen(words, tuple(rows))


async def _mate(ctx: UpdateContext, tap: CardTap) -> tuple[Team, Person]:
    """Load somebody of the company that this person leads. Raises Unknown."""
    team = await _team(ctx)
    mate = next((person for person in team.everyone if person.id == tap.id), None)
    if mate is None:
        raise Unknown(f"colleague {tap.id}")
    return team, mate


async def member_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show what can be done about one of them."""
    await _show(ctx, _one(ctx, *await _mate(ctx, tap)))


def _one(ctx: UpdateContext, team: Team, mate: Person) -> Screen:
    say, leads = ctx.say, mate.id in team.leads
    rows: list[tuple[Button, ...]] = []
    if mate.blocked_at is None and not leads:
        rows.append((button(say.plain("team-share"), "share", mate.id),))
        rows.append((button(say.plain("team-hand-over"), "handover", mate.id),))
    if mate.id != ctx.person.id or len(team.leads) > 1:
        key = "team-leave" if mate.id == ctx.person.id else "team-put-out"
        rows.append((button(say.plain(key), "putout", mate.id, style="danger"),))
    rows.append((button(say.plain("team-back"), "team", team.company.id, more=FIRST),))
    key = "gone" if mate.blocked_at is not None else "lead" if leads else "other"
    phone = show_phone(mate.phone) if mate.phone else "—"
    words = say("team-mate", name=mate.display_name, phone=phone, state=key)
    return Screen(words, tuple(rows))


async def share_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Make somebody a lead beside this person, or in their place."""
    team, mate = await _mate(ctx, tap)
    if mate.id in team.leads:
        ctx.tell(ctx.say.plain("stale"))
    elif mate.blocked_at is not None:
        ctx.tell(ctx.say.plain("team-unreached"), alert=True)
    else:
        shared = tap.action == "share"
        await colleagues.set_lead(ctx.tx, mate, lead=True)
        ctx.person = await colleagues.set_lead(ctx.tx, ctx.person, lead=shared)
        what = "lead_shared" if shared else "lead_handed_over"
        await events.record(ctx.tx, what, "person", mate.id, actor_id=ctx.person.id)
        await _tell_lead(ctx, team, mate)
        key = "team-shared" if shared else "team-handed-over"
        await _show(ctx, Screen(ctx.say(key, name=mate.display_name)))


async def _tell_lead(ctx: UpdateContext, team: Team, mate: Person) -> None:
    lead, name = to_person(ctx, mate), ctx.person.display_name
    words = lead.say("team-you-lead", name=name, company=team.company.name)
    row = (button(lead.say.plain("team-open"), "team", team.company.id),)
    await lead.send(Screen(words, (row,)))


async def put_out_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take somebody out of the company; the last lead cannot go."""
    team, mate = await _mate(ctx, tap)
    heirs = [person for person in team.everyone if person.id in team.leads and person.id != mate.id]
    heir = ctx.person if mate.id != ctx.person.id else next(iter(heirs), None)
    if heir is None:
        ctx.tell(ctx.say.plain("team-last"), alert=True)
        return
    cut = await removal.put_out(ctx, mate, team.company, heir)
    if mate.id != ctx.person.id:
        key = "team-is-out-link" if cut else "team-is-out"
        await _show(ctx, Screen(ctx.say(key, name=mate.display_name)))
    else:
        await ctx.post(Post(ctx.chat_id, card=CARD_KEY, fresh=False))
