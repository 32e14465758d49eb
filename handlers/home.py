"""Where things stand, for each kind of person: the card that /status shows."""

from domain.calendar import paris_day
from domain.people import Role
from handlers.actions import button
from handlers.conversation.screen import Button, Screen
from handlers.estimating import kept
from handlers.visit import Visit
from storage import jobs, people, quotes, requests
from storage.people import Person

HOME = "home"
OPEN_REQUESTS = ("submitted", "quoted", "accepted")


def side(person: Person) -> str:
    """Tell which side of the work a person is on, the most demanding first."""
    for role in (Role.COORDINATOR, Role.CREW, Role.CLIENT):
        if role in person.roles:
            return role.value
    return "newcomer"


async def show(visit: Visit, *, note: str = "") -> None:
    """Show the card, under a note where there is something to say first."""
    build = {"client": client, "crew": crew, "coordinator": coordinator}.get(side(visit.person))
    screen = await build(visit) if build else Screen(visit.say("help-newcomer"))
    text = f"{note}\n\n{screen.text}" if note else screen.text
    await visit.show(Screen(text, screen.rows), card=HOME)


async def client(visit: Visit) -> Screen:
    """My requests, my quotes, my jobs, and who must do what next."""
    say, company_id = visit.say, visit.person.company_id
    if company_id is None:
        return Screen(say("help-newcomer"))
    company = await people.company(visit.work, company_id)
    lines = [say("home-client", company=company.name)]
    rows: list[tuple[Button, ...]] = []
    for request in await requests.of_company(visit.work, company_id):
        lines.append(
            say("home-request", number=request.number, address=request.asked.site.address)
            + "\n"
            + say(f"request-state-{request.state}")
        )
    if len(lines) == 1:
        lines.append(say("home-nothing"))
    rows.append((button(say.plain("new-request"), "new", 0, style="primary"),))
    return Screen("\n\n".join(lines), tuple(rows))


async def crew(visit: Visit) -> Screen:
    """My next days."""
    lines = [visit.say("home-crew", name=visit.person.first_name)]
    since = paris_day(visit.work.now)
    for job, mine in await jobs.of_person(visit.work, visit.person.id, since):
        lines.append(
            visit.say(
                "home-job",
                number=job.number,
                day=job.start_on,
                time=job.start_time,
                state=visit.say(f"assignment-{mine.state}"),
            )
        )
    if len(lines) == 1:
        lines.append(visit.say("home-no-job"))
    return Screen("\n\n".join(lines))


async def coordinator(visit: Visit) -> Screen:
    """What waits for a decision, and the jobs to come."""
    say = visit.say
    lines = [say("home-coordinator")]
    for request in await requests.open_ones(visit.work, OPEN_REQUESTS):
        revision = await quotes.newest(visit.work, request.id)
        amount = say.money(kept(revision.estimate).total_excl_vat_cents) if revision else "—"
        state = say(f"request-state-{request.state}")
        lines.append(say("home-desk", number=request.number, state=state, amount=amount))
    if len(lines) == 1:
        lines.append(say("home-quiet"))
    return Screen("\n\n".join(lines))
