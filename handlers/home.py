"""Where things stand, for each kind of person: the card that /status shows."""

from datetime import timedelta

from domain.jobs import JobState
from domain.people import Role
from handlers.actions import button
from handlers.conversation.screen import Button, Screen
from handlers.estimating import kept
from handlers.visit import Visit
from handlers.words.catalogue import Markup, Say
from storage import jobs, people, quotes, requests, surveys
from storage.jobs import Job
from storage.people import Person

HOME = "home"
OPEN_REQUESTS = ("submitted", "quoted", "accepted")
FOLLOWED = tuple(state for state in jobs.PLANNED if state is not JobState.REPORTED)


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
    mine = await requests.of_company(visit.work, company_id)
    planned = await jobs.of_requests(visit.work, [one.id for one in mine])
    visits = await surveys.of_requests(visit.work, [one.id for one in mine])
    for request in mine:
        lines.append(
            say("home-request", number=request.number, address=request.asked.site.address)
            + "\n"
            + say(f"request-state-{request.state}")
        )
        if request.held and request.state == "submitted":
            what = ", ".join(say.plain(f"hazard-{kind}") for kind in request.held)
            lines[-1] += "\n" + say("home-held", what=what)
        if (survey := visits.get(request.id)) is not None:
            when = survey.starts_at or "—"
            lines[-1] += "\n" + say(f"home-survey-{survey.state}", when=when)
        job = planned.get(request.id)
        if job is not None and job.published_at is not None:
            lines[-1] += "\n" + _job(say, job, say(f"client-state-{job.state}"))
        if request.state == "quoted" and (revision := await quotes.newest(visit.work, request.id)):
            words = say.plain("quote-show", number=revision.label)
            rows.append((button(words, "quoted", revision.id, style="success"),))
    if len(lines) == 1:
        lines.append(say("home-nothing"))
    rows.append((button(say.plain("new-request"), "new", 0, style="primary"),))
    return Screen("\n\n".join(lines), tuple(rows))


async def crew(visit: Visit) -> Screen:
    """My next days; each has a button that shows its card again."""
    say = visit.say
    lines = [say("home-crew", name=visit.person.full_name or visit.person.first_name)]
    rows: list[tuple[Button, ...]] = []
    since = visit.work.today - timedelta(days=1)
    for job, mine in await jobs.of_person(visit.work, visit.person.id, since):
        key = f"assignment-{mine.state}" if job.en_route_at is None else f"job-state-{job.state}"
        lines.append(_job(say, job, say(key)))
        words = say.plain("home-show", number=job.number)
        rows.append((button(words, "show", job.id),))
    if len(lines) == 1:
        lines.append(say("home-no-job"))
    return Screen("\n\n".join(lines), tuple(rows))


def _job(say: Say, job: Job, state: str) -> str:
    return say(
        "home-job",
        number=job.number,
        when=job.start_on or "—",
        starts=job.start_time or "—",
        state=Markup(state),
    )


async def coordinator(visit: Visit) -> Screen:
    """What waits for a decision, and the jobs to come."""
    say = visit.say
    lines = [say("home-coordinator")]
    for request in await requests.open_ones(visit.work, OPEN_REQUESTS):
        revision = await quotes.newest(visit.work, request.id)
        amount = say.money(kept(revision.estimate).total_excl_vat_cents) if revision else "—"
        state = say(f"request-state-{request.state}")
        lines.append(say("home-desk", number=request.number, state=state, amount=amount))
    for job in await jobs.in_states(visit.work, FOLLOWED):
        lines.append(_job(say, job, say(f"job-state-{job.state}")))
    if len(lines) == 1:
        lines.append(say("home-quiet"))
    roster = button("👷 " + say.plain("command-crew"), "roster", 0)
    return Screen("\n\n".join(lines), ((roster,),))
