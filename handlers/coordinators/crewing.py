"""The roster as a coordinator sees it: who has joined, and a link for who has not."""

from handlers.actions import Tap, button
from handlers.conversation.screen import Button, Screen
from handlers.deeplinks import url
from handlers.visit import Visit
from storage import crews

CARD = "roster"
JOIN = "crew"


async def roster(visit: Visit, *, fresh: bool = True) -> None:
    """List the crew; each who has not joined has a button that makes a link."""
    joined = await crews.joined(visit.work)
    lines, rows = [visit.say("roster-head")], list[tuple[Button, ...]]()
    for member in await crews.roster(visit.work):
        name = f"{member.name} ★" if member.leader else member.name
        here = member.id in joined
        lines.append(visit.say("roster-joined" if here else "roster-waiting", name=name))
        if not here:
            words = visit.say.plain("roster-invite", name=member.name)
            rows.append((button(words, "invite", member.id),))
    await visit.show(Screen("\n".join(lines), tuple(rows)), card=CARD, fresh=fresh)


async def invite_tapped(visit: Visit, tap: Tap) -> None:
    """Make a fresh link for one member, to be passed on by hand; the older one ends."""
    member = await crews.find(visit.work, tap.id)
    if member is None or tap.id in await crews.joined(visit.work):
        visit.tell(visit.say.plain("roster-joined-already"))
        await roster(visit, fresh=False)
        return
    code = await crews.invite(visit.work, member.id)
    say = visit.shop.words.say(member.language)
    words = say("roster-link", name=member.name, link=url(visit.shop, JOIN, code))
    await visit.show(Screen(words))
    visit.tell(visit.say.plain("roster-pass-on"))
