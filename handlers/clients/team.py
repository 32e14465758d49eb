"""Who asks for the company: its lead sees the others, shares the lead, takes somebody out."""

from dataclasses import dataclass

from handlers import rights
from handlers.actions import Tap, button, read_id
from handlers.clients import leaving
from handlers.clients.colleagues import nickname
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Button, Screen
from handlers.posts import post_of, short
from handlers.visit import Visit
from storage import colleagues as roster
from storage import events, outbox, people
from storage.outbox import Post
from storage.people import ClientCompany, Person

CARD = "team"
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


async def _team(visit: Visit) -> Team | None:
    """Load the person's own company, which nobody else changes now; None unless they lead it."""
    company_id = visit.person.company_id
    if company_id is None:
        return None
    await roster.lock(visit.work, company_id)
    everyone = await roster.of_company(visit.work, company_id)
    leads = frozenset(one.id for one in roster.leading(everyone))
    if visit.person.id not in leads:
        return None
    return Team(await people.company(visit.work, company_id), tuple(everyone), leads)


async def team_tapped(visit: Visit, tap: Tap) -> None:
    """List the people of the company; from its own buttons in place."""
    team = await _team(visit)
    if team is None or team.company.id != tap.id:
        await rights.refuse(visit, tap.action, tap.id)
        return
    await _show(visit, _list(visit, team, read_id(tap.more) or 0), fresh=not tap.more)


async def _show(visit: Visit, screen: Screen, *, fresh: bool = False) -> None:
    if not fresh and visit.input.message_id is not None:
        await outbox.adopt_all(visit.work, CARD, {visit.chat_id: visit.input.message_id})
    await visit.show(screen, card=CARD, fresh=fresh)


def _list(visit: Visit, team: Team, page: int) -> Screen:
    say, company = visit.say, team.company
    last = (len(team.everyone) - 1) // PAGE
    page = min(page, last)
    shown = team.everyone[page * PAGE :][:PAGE]
    rows: list[tuple[Button, ...]] = [
        (button(short(f"{team.mark(one)} {nickname(one)}", LONGEST_BUTTON), "mate", one.id),)
        for one in shown
    ]
    turns = ((page - 1, "◀"), (page + 1, "▶"))
    pages = [button(sign, "team", company.id, more=str(n)) for n, sign in turns if 0 <= n <= last]
    if pages:
        rows.append(tuple(pages))
    rows.append((button(say.plain("team-link"), "link", company.id, style="primary"),))
    words = say("team-head", company=company.name, count=len(team.everyone))
    return Screen(words, tuple(rows))


async def _mate(visit: Visit, tap: Tap) -> tuple[Team, Person] | None:
    """Load somebody of the company that this person leads; else say no."""
    team = await _team(visit)
    mate = next((one for one in team.everyone if one.id == tap.id), None) if team else None
    if team is None or mate is None:
        await rights.refuse(visit, tap.action, tap.id)
        return None
    return team, mate


async def mate_tapped(visit: Visit, tap: Tap) -> None:
    """Show what can be done about one of them."""
    if found := await _mate(visit, tap):
        await _show(visit, _one(visit, *found))


def _one(visit: Visit, team: Team, mate: Person) -> Screen:
    say, leads = visit.say, mate.id in team.leads
    rows: list[tuple[Button, ...]] = []
    if mate.blocked_at is None and not leads:
        rows.append((button(say.plain("team-share"), "share", mate.id),))
        rows.append((button(say.plain("team-hand-over"), "handover", mate.id),))
    if mate.id != visit.person.id or len(team.leads) > 1:
        key = "team-leave" if mate.id == visit.person.id else "team-put-out"
        rows.append((button(say.plain(key), "putout", mate.id, style="danger"),))
    rows.append((button(say.plain("team-back"), "team", team.company.id, more=FIRST),))
    key = "gone" if mate.blocked_at is not None else "lead" if leads else "other"
    phone = show_phone(mate.phone) if mate.phone else "—"
    words = say("team-mate", name=nickname(mate), phone=phone, state=key)
    return Screen(words, tuple(rows))


async def share_tapped(visit: Visit, tap: Tap) -> None:
    """Make somebody a lead beside this person, or in their place."""
    found = await _mate(visit, tap)
    if found is None:
        return
    team, mate = found
    if mate.id in team.leads:
        visit.tell(visit.say.plain("stale"))
    elif mate.blocked_at is not None:
        visit.tell(visit.say.plain("team-unreached"), alert=True)
    else:
        shared = tap.action == "share"
        await roster.set_lead(visit.work, mate, lead=True)
        visit.person = await roster.set_lead(visit.work, visit.person, lead=shared)
        what = "lead_shared" if shared else "lead_handed_over"
        await events.record(visit.work, what, "person", mate.id, actor_id=visit.person.id)
        await _tell_lead(visit, team, mate)
        key = "team-shared" if shared else "team-handed-over"
        await _show(visit, Screen(visit.say(key, name=nickname(mate))))


async def _tell_lead(visit: Visit, team: Team, mate: Person) -> None:
    say = visit.shop.words.say(mate.language)
    words = say("team-you-lead", name=nickname(visit.person), company=team.company.name)
    row = (button(say.plain("team-open"), "team", team.company.id),)
    await outbox.put(visit.work, post_of(Screen(words, (row,)), mate.id))


async def put_out_tapped(visit: Visit, tap: Tap) -> None:
    """Take somebody out of the company; the last lead cannot go."""
    found = await _mate(visit, tap)
    if found is None:
        return
    team, mate = found
    heirs = [one for one in team.everyone if one.id in team.leads and one.id != mate.id]
    heir = visit.person if mate.id != visit.person.id else next(iter(heirs), None)
    if heir is None:
        visit.tell(visit.say.plain("team-last"), alert=True)
        return
    cut = await leaving.put_out(visit, mate, team.company, heir)
    if mate.id != visit.person.id:
        key = "team-is-out-link" if cut else "team-is-out"
        await _show(visit, Screen(visit.say(key, name=nickname(mate))))
    else:
        await visit.post(Post(visit.chat_id, card=CARD, fresh=False))
