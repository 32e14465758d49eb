"""Two companies, two crews and an office: whose each thing is, for whoever may try to use it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from types import MappingProxyType

from sqlalchemy import update

from domain.absences import AbsencePeriod
from domain.jobs import JobEvent
from domain.people import Holder, Reach, Role, Standing
from domain.reference_kinds import Reference
from domain.roster import MemberEntry, RosterEntries
from handlers.context.feature import SubjectKind
from handlers.context.services import Services
from handlers.views.costing_source import to_begin_with
from storage import (
    absences,
    colleagues,
    costings,
    crew_assignments,
    crews,
    fleet,
    invitations,
    jobs,
    join_requests,
    media,
    people,
    reference_versions,
    relays,
    requests,
    roster_imports,
    sites,
    surveys,
    unknown_words,
)
from storage.engine import Database
from storage.invitations import InvitationKind
from storage.jobs import Job
from storage.media import Arrived
from storage.surveys import Slot
from storage.tables import requests as request_rows
from storage.transaction import Transaction
from tests import trade
from tests.conftest import NOW

LEAD, COLLEAGUE, OTHER_LEAD = trade.CLIENT, 502, 503
LEADER, MATE, OTHER_LEADER = 11, 12, 13
NADIA, PAUL, ADMIN = 21, 22, 31
NEWCOMER, APPLICANT, OTHER_APPLICANT = 41, 42, 43
FORGED = 999_999

HOLDERS: Mapping[int, frozenset[Holder]] = {
    LEAD: frozenset({Standing.ANYONE, Role.CLIENT}),
    COLLEAGUE: frozenset({Standing.ANYONE, Role.CLIENT}),
    OTHER_LEAD: frozenset({Standing.ANYONE, Role.CLIENT}),
    LEADER: frozenset({Standing.ANYONE, Role.CREW}),
    MATE: frozenset({Standing.ANYONE, Role.CREW}),
    OTHER_LEADER: frozenset({Standing.ANYONE, Role.CREW}),
    NADIA: frozenset({Standing.ANYONE, Role.COORDINATOR}),
    PAUL: frozenset({Standing.ANYONE, Role.COORDINATOR}),
    ADMIN: frozenset({Standing.ANYONE, Role.COORDINATOR, Role.ADMIN}),
    NEWCOMER: frozenset({Standing.ANYONE, Standing.NEWCOMER}),
    APPLICANT: frozenset({Standing.ANYONE}),
}

Held = Mapping[int, frozenset[Reach]]

OURS: Held = {one: frozenset({Reach.COMPANY}) for one in (LEAD, COLLEAGUE)}
THEIRS: Held = {OTHER_LEAD: frozenset({Reach.COMPANY})}
LED: Held = {LEAD: frozenset({Reach.LEAD})}
LED_BY_OTHER: Held = {OTHER_LEAD: frozenset({Reach.LEAD})}
OUR_JOB: Held = {
    **OURS,
    LEADER: frozenset({Reach.ASSIGNED, Reach.LEADER}),
    MATE: frozenset({Reach.ASSIGNED}),
}
THEIR_JOB: Held = {**THEIRS, OTHER_LEADER: frozenset({Reach.ASSIGNED, Reach.LEADER})}
NOBODYS: Held = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that is named by its id, its version, and who stands in which relation to it."""

    id: int
    held: Held
    version: int = 0


@dataclass(frozen=True, slots=True)
class World:
    """The things of each kind, and the codes of links that no id names."""

    subjects: Mapping[SubjectKind, tuple[Subject, ...]]
    codes: Mapping[str, str]
    request_id: int


@cache
def services() -> Services:
    return replace(trade.services(), admins=frozenset({ADMIN}))


async def build(db: Database) -> World:
    async with db.begin(NOW) as tx:
        await _office(tx)
        ours, theirs = await _agreed(tx, LEAD, "Bâti Nord"), await _agreed(tx, OTHER_LEAD, "Sud")
        companies = [await _company_of(tx, one) for one in (LEAD, OTHER_LEAD)]
        await _colleague(tx, companies[0])
        await _applicants(tx, companies)
        our_job = await _planned(tx, ours, {"Awa": LEADER, "Ben": MATE})
        their_job = await _planned(tx, theirs, {"Chloé": OTHER_LEADER})
        waiting_member = await trade.member(tx, "Dina")
        site, poster = await _site(tx, companies[0]), await _site(tx, None)
        return World(
            subjects={
                **_trade(ours, theirs),
                SubjectKind.JOB: (
                    Subject(our_job.id, OUR_JOB, our_job.version),
                    Subject(their_job.id, THEIR_JOB, their_job.version),
                ),
                SubjectKind.COSTING: (await _costing(tx, ours.request_id),),
                SubjectKind.SURVEY: (
                    await _survey(tx, ours.request_id, OURS),
                    await _survey(tx, theirs.request_id, THEIRS),
                ),
                SubjectKind.SITE: (
                    Subject(site, OURS),
                    Subject(await _site(tx, companies[1]), THEIRS),
                    Subject(poster, NOBODYS),
                ),
                SubjectKind.COMPANY: (
                    Subject(companies[0], LED),
                    Subject(companies[1], LED_BY_OTHER),
                ),
                SubjectKind.COLLEAGUE: (
                    Subject(LEAD, LED),
                    Subject(COLLEAGUE, LED),
                    Subject(OTHER_LEAD, LED_BY_OTHER),
                ),
                SubjectKind.APPLICANT: (
                    Subject(APPLICANT, LED),
                    Subject(OTHER_APPLICANT, LED_BY_OTHER),
                ),
                SubjectKind.TAKEOVER: (await _takeover(tx, ours.request_id),),
                SubjectKind.MEMBER: (Subject(waiting_member, NOBODYS),),
                SubjectKind.VEHICLE: (await _vehicle(tx),),
                SubjectKind.REFERENCE_VERSION: (await _reference(tx),),
                SubjectKind.ROSTER_IMPORT: (await _roster_import(tx),),
                SubjectKind.JOIN_REQUEST: (await _join_request(tx, waiting_member),),
                SubjectKind.ABSENCE: (await _absence(tx),),
                SubjectKind.UNKNOWN_WORD: (await _unknown_word(tx),),
            },
            codes={
                "plan": str(ours.request_id),
                "replace": f"{our_job.id}-1",
                "crew": await crews.invite(tx, waiting_member),
                "join": await invitations.make(tx, InvitationKind.COMPANY, companies[0]),
                "office": await invitations.make(tx, InvitationKind.OFFICE, ADMIN),
                "site": (await sites.get(tx, poster)).code,
            },
            request_id=ours.request_id,
        )


def _trade(ours: Job, theirs: Job) -> dict[SubjectKind, tuple[Subject, ...]]:
    return {
        SubjectKind.REQUEST: (
            Subject(ours.request_id, OURS),
            Subject(theirs.request_id, THEIRS),
        ),
        SubjectKind.REVISION: (
            Subject(ours.revision_id, OURS),
            Subject(theirs.revision_id, THEIRS),
        ),
    }


async def _office(tx: Transaction) -> None:
    for person_id in (NADIA, PAUL, NEWCOMER, ADMIN):
        person = await people.meet(tx, person_id, first_name="Nadia", language="fr")
        roles = [role for role in HOLDERS[person_id] if isinstance(role, Role)]
        await people.give(tx, person, *roles)


async def _agreed(tx: Transaction, person_id: int, name: str) -> Job:
    """Write down an agreed quote of a company of that name, which the person leads."""
    job = await trade.agreed_job(tx, person_id=person_id)
    siret = {"Sud": "55203253400646"}.get(name, "73282932000074")
    company = await people.register_company(tx, siret=siret, name=name)
    owned = update(request_rows).where(request_rows.c.id == job.request_id)
    await tx.run(owned.values(company_id=company.id))
    person = await people.change(
        tx, await people.get(tx, person_id), company_id=company.id, phone="+33639980003"
    )
    await colleagues.set_lead(tx, person, lead=True)
    return job


async def _company_of(tx: Transaction, person_id: int) -> int:
    return (await people.get(tx, person_id)).company_id or 0


async def _colleague(tx: Transaction, company_id: int) -> None:
    person = await people.meet(tx, COLLEAGUE, first_name="Karim", language="fr")
    await colleagues.let_in(tx, person, company_id)


async def _applicants(tx: Transaction, companies: list[int]) -> None:
    for person_id, company_id in zip((APPLICANT, OTHER_APPLICANT), companies, strict=True):
        person = await people.meet(tx, person_id, first_name="Léa", language="fr")
        await people.change(tx, person, asks_company_id=company_id)


async def _planned(tx: Transaction, job: Job, crew: Mapping[str, int]) -> Job:
    """Publish a job for a crew, whose first leads it."""
    members = [await trade.member(tx, name, person_id=one) for name, one in crew.items()]
    start = {"start_on": trade.MONDAY, "start_time": NOW.time()}
    job = await jobs.change(tx, job, **start)  # type: ignore[arg-type]
    await crew_assignments.assign(tx, job.id, members, members[0])
    return await trade.through(tx, job, JobEvent.PUBLISH)


async def _costing(tx: Transaction, request_id: int) -> Subject:
    request = await requests.get(tx, request_id)
    content = await to_begin_with(tx, services(), request)
    draft = await costings.open_(tx, request_id, content, NADIA)
    return Subject(draft.id, NOBODYS, draft.version)


async def _survey(tx: Transaction, request_id: int, held: Held) -> Subject:
    offered = [Slot(NOW.replace(year=2027), None)]
    survey = await surveys.propose(tx, request_id, offered, NADIA, actor_id=NADIA)
    return Subject(survey.id, held, survey.version)


async def _site(tx: Transaction, company_id: int | None) -> int:
    place = {"address": f"{company_id} rue Hoche", "postcode": "93500"}
    answers = {**place, "commune": "93055"}
    site = await sites.remember(tx, company_id=company_id, person_id=LEAD, answers=answers, **place)
    return site.id


async def _takeover(tx: Transaction, request_id: int) -> Subject:
    """A person of Nadia's that is over: while one lasts, it takes whatever both sides send."""
    person = await relays.begin(tx, request_id, LEAD, NADIA)
    assert person is not None
    await relays.end(tx, person)
    return Subject(person.id, {NADIA: frozenset({Reach.OWN})})


async def _absence(tx: Transaction) -> Subject:
    """Somebody of the crew is away next week; they and the office may take it back."""
    mate = await crews.of_person(tx, MATE)
    assert mate is not None
    away = AbsencePeriod(tx.today + timedelta(7), tx.today + timedelta(8)).window(tx.zone)
    absence_id = await absences.keep(tx, mate.id, away, added_by=MATE)
    return Subject(absence_id, {MATE: frozenset({Reach.OWN})})


async def _join_request(tx: Transaction, member_id: int) -> Subject:
    return Subject(await join_requests.ask(tx, member_id, NEWCOMER, "+33639980008"), NOBODYS)


async def _vehicle(tx: Transaction) -> Subject:
    return Subject(await fleet.add(tx, name="Camion", kind="van20"), NOBODYS)


async def _roster_import(tx: Transaction) -> Subject:
    said = RosterEntries((MemberEntry("Binta"),))
    return Subject((await roster_imports.propose(tx, "r", said, by=ADMIN)).id, NOBODYS)


async def _unknown_word(tx: Transaction) -> Subject:
    await unknown_words.note(tx, ["trombinoscope"], "fr")
    [word] = await unknown_words.waiting(tx, 1)
    return Subject(word.id, NOBODYS, word.version)


async def _reference(tx: Transaction) -> Subject:
    (media_id,) = await media.receive(tx, [Arrived("u", "f", "document", "prix.toml", "", 1)])
    version = await reference_versions.propose(
        tx, "k", Reference.PRICES, "", media_id=media_id, base_id=None, by=ADMIN
    )
    return Subject(version.id, NOBODYS)
