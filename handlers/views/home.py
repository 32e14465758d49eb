"""Where things stand, for each kind of person: the card that /status shows."""

from datetime import timedelta

from domain.jobs import FOLLOWED
from domain.people import Role
from domain.requests import OPEN
from handlers.context.callbacks import button
from handlers.context.context_protocols import PersonViewContext
from handlers.conversation.screen import Button, Screen
from handlers.views import client_home
from handlers.words.catalogue import Markup, Say
from storage import jobs, people, quotes, request_lists, unknown_words
from storage.jobs import Job
from storage.people import Person
from storage.quotes import Revision
from storage.requests import Request

MOST_OPEN_BUTTONS = 8  # cards that can be opened from the coordinators' list


def side(person: Person) -> str:
    """Tell which side of the work a person is on, the most demanding first."""
    for role in (Role.COORDINATOR, Role.CREW, Role.CLIENT):
        if role in person.roles:
            return role.value
    return "newcomer"


async def draw(ctx: PersonViewContext) -> Screen:
    """Draw where things stand for this person's side of the work."""
    sides = {"client": client_home.draw, "crew": crew, "coordinator": coordinator}
    build = sides.get(side(ctx.person), _outside)
    return await build(ctx)


async def crew(ctx: PersonViewContext) -> Screen:
    """My next days; each has a button that shows its card again."""
    say = ctx.say
    lines = [say("home-crew", name=ctx.person.display_name)]
    rows: list[tuple[Button, ...]] = []
    since = ctx.tx.today - timedelta(days=1)
    for job, mine in await jobs.of_person(ctx.tx, ctx.person.id, since):
        key = f"assignment-{mine.state}" if job.en_route_at is None else f"job-state-{job.state}"
        lines.append(_job(say, job, say(key)))
        words = say.plain("home-show", number=job.number)
        rows.append((button(words, "show", job.id),))
    if len(lines) == 1:
        lines.append(say("home-no-job"))
    rows.append((button(say.plain("absence-sick"), "sick", 0),))
    rows.append((button(say.plain("absence-own"), "ownaway", 0),))
    rows.append((button(say.plain("week-own"), "ownweek", 0),))
    return Screen("\n\n".join(lines), tuple(rows))


def _job(say: Say, job: Job, state: str) -> str:
    return say(
        "home-job",
        number=job.number,
        when=job.start_on or "—",
        starts=job.shape.first_start(job.start_time) or "—",
        state=Markup(state),
    )


async def coordinator(ctx: PersonViewContext) -> Screen:
    """What waits for a decision, and the jobs to come."""
    say = ctx.say
    lines = [say("home-coordinator")]
    waiting = await request_lists.open_ones(ctx.tx, OPEN)
    quoted = await quotes.newest_of(ctx.tx, [request.id for request in waiting])
    lines += [_waits(say, request, quoted.get(request.id)) for request in waiting]
    for job in await jobs.in_states(ctx.tx, FOLLOWED):
        lines.append(_job(say, job, say(f"job-state-{job.state}")))
    if len(lines) == 1:
        lines.append(say("home-quiet"))
    roster = button("👷 " + say.plain("command-crew"), "roster", 0)
    cold = button("🥶 " + say.plain("command-cold"), "cold", 0)
    unknown = await unknown_words.count(ctx.tx)
    words = [(button(say.plain("words-open", count=unknown), "words", 0),)] if unknown else []
    shown = waiting[:MOST_OPEN_BUTTONS]
    look = [button(f"📥 {request.number}", "look", request.id) for request in shown]
    return Screen("\n\n".join(lines), (*_pairs(look), (roster,), (cold,), *words))


def _pairs(buttons: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _waits(say: Say, request: Request, revision: Revision | None) -> str:
    state = say(f"request-state-{request.state}")
    if revision is None:
        return say("home-unpriced", number=request.number, state=state)
    amount = say.money(revision.estimate.total_excl_vat_cents)
    return say("home-waiting-request", number=request.number, state=state, amount=amount)


async def _outside(ctx: PersonViewContext) -> Screen:
    """Greet a newcomer, or tell who waits to be let in by a colleague that they do."""
    if ctx.person.asks_company_id is None:
        return Screen(ctx.say("help-newcomer"))
    company = await people.company(ctx.tx, ctx.person.asks_company_id)
    return Screen(ctx.say("colleague-waits", company=company.name))
