"""Whether a person may do something to a subject: their relation to it is loaded and asked here."""

from collections.abc import Awaitable, Callable, Mapping

from domain.people import Action, Holder, Reach, Role, Standing, may, reaches
from handlers.context.feature import SubjectKind
from handlers.context.update_context import UpdateContext
from storage import (
    absences,
    colleagues,
    crew_assignments,
    crews,
    ownership,
    people,
    relays,
)
from storage.people import Person

RelationCheck = Callable[[UpdateContext, int], Awaitable[bool]]


def is_newcomer(person: Person) -> bool:
    """Tell whether somebody has no part in anything yet, and waits for none."""
    return not person.roles and person.asks_company_id is None


def holders(ctx: UpdateContext) -> frozenset[Holder]:
    """Collect what a person's rights come from; the settings say who is administrator today."""
    known: set[Holder] = {Standing.ANYONE, *(ctx.person.roles - {Role.ADMIN})}
    if ctx.person.id in ctx.services.admins:
        known.add(Role.ADMIN)
    if is_newcomer(ctx.person):
        known.add(Standing.NEWCOMER)
    return frozenset(known)


def allowed(ctx: UpdateContext, action: Action) -> bool:
    """Decide about an action that is about nothing, or about what is the person's own."""
    return may(holders(ctx), action, [*Reach])


async def allowed_on(
    ctx: UpdateContext, action: Action, kind: SubjectKind, subject_id: int
) -> bool:
    """Decide about an action on a subject; asks the database only where the answer hangs on it."""
    if kind is SubjectKind.NONE:
        return allowed(ctx, action)
    known = holders(ctx)
    wanted = reaches(known, action)
    if Reach.ALL in wanted:
        return True
    held = [reach for reach in wanted if await CHECKS[kind, reach](ctx, subject_id)]
    return may(known, action, held)


def _of_company(owner: Callable[..., Awaitable[int | None]]) -> RelationCheck:
    async def check(ctx: UpdateContext, subject_id: int) -> bool:
        company_id = ctx.person.company_id
        return company_id is not None and await owner(ctx.tx, subject_id) == company_id

    return check


async def _leads(ctx: UpdateContext, company_id: int) -> bool:
    """Ask under the company's lock: nobody changes who leads before this transaction ends."""
    if ctx.person.company_id != company_id:
        return False
    await colleagues.lock(ctx.tx, company_id)
    return await colleagues.leads(ctx.tx, ctx.person)


async def _leads_colleague(ctx: UpdateContext, person_id: int) -> bool:
    person = await people.find(ctx.tx, person_id)
    if person is None or person.company_id is None or Role.CLIENT not in person.roles:
        return False
    return await _leads(ctx, person.company_id)


async def _leads_where_asked(ctx: UpdateContext, person_id: int) -> bool:
    """Who waits for no company any more is nobody's: the handler says that it is decided."""
    person = await people.find(ctx.tx, person_id)
    if person is None or person.asks_company_id is None:
        return True
    return await _leads(ctx, person.asks_company_id)


async def _assigned(ctx: UpdateContext, job_id: int) -> bool:
    return await crew_assignments.leads_crew(ctx.tx, job_id, ctx.person.id) is not None


async def _leads_crew(ctx: UpdateContext, job_id: int) -> bool:
    return await crew_assignments.leads_crew(ctx.tx, job_id, ctx.person.id) is True


async def _is_away(ctx: UpdateContext, absence_id: int) -> bool:
    member = await crews.of_person(ctx.tx, ctx.person.id)
    return member is not None and (await absences.get(ctx.tx, absence_id)).member_id == member.id


async def _took_over(ctx: UpdateContext, takeover_id: int) -> bool:
    return (await relays.get(ctx.tx, takeover_id)).coordinator_id == ctx.person.id


CHECKS: Mapping[tuple[SubjectKind, Reach], RelationCheck] = {
    (SubjectKind.REQUEST, Reach.COMPANY): _of_company(ownership.company_of_request),
    (SubjectKind.REVISION, Reach.COMPANY): _of_company(ownership.company_of_revision),
    (SubjectKind.SURVEY, Reach.COMPANY): _of_company(ownership.company_of_survey),
    (SubjectKind.JOB, Reach.COMPANY): _of_company(ownership.company_of_job),
    (SubjectKind.SITE, Reach.COMPANY): _of_company(ownership.company_of_site),
    (SubjectKind.COMPANY, Reach.LEAD): _leads,
    (SubjectKind.COLLEAGUE, Reach.LEAD): _leads_colleague,
    (SubjectKind.APPLICANT, Reach.LEAD): _leads_where_asked,
    (SubjectKind.JOB, Reach.ASSIGNED): _assigned,
    (SubjectKind.JOB, Reach.LEADER): _leads_crew,
    (SubjectKind.TAKEOVER, Reach.OWN): _took_over,
    (SubjectKind.ABSENCE, Reach.OWN): _is_away,
}
