"""Who goes to a job, and what each member answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update

from domain.jobs import CREW_ANSWER, CrewAnswer, CrewReply
from storage import events
from storage.tables import assignments, jobs, members, people
from storage.transaction import AnyRow, Changed, Reading, Transaction


@dataclass(frozen=True, slots=True)
class Assignment:
    """A member on a job and their answer; `language` is the one they speak with the bot."""

    job_id: int
    member_id: int
    leads: bool
    state: CrewAnswer
    version: int
    name: str
    person_id: int | None
    phone: str | None
    language: str


async def crew_of(tx: Reading, job_id: int) -> list[Assignment]:
    """List who goes, the leader first."""
    return await matching(tx, assignments.c.job_id == job_id)


async def leads_crew(tx: Transaction, job_id: int, person_id: int) -> bool | None:
    """Tell whether somebody leads a job, None where they are not on it, and lock the job."""
    query = (
        select(assignments.c.leads)
        .join(jobs, jobs.c.id == assignments.c.job_id)
        .join(members, members.c.id == assignments.c.member_id)
        .where(assignments.c.job_id == job_id, members.c.person_id == person_id)
        .with_for_update(of=jobs)
    )
    row = await tx.first(query)
    return bool(row.leads) if row else None


async def matching(tx: Reading, *where: Any) -> list[Assignment]:
    a, m = assignments.c, members.c
    query = (
        select(
            a.job_id,
            a.member_id,
            a.leads,
            a.state,
            a.version,
            m.name,
            m.person_id,
            m.phone,
            func.coalesce(people.c.language, m.language),
        )
        .join(members, m.id == a.member_id)
        .outerjoin(people, people.c.id == m.person_id)
        .where(*where)
        .order_by(a.job_id, a.leads.desc(), m.name)
    )
    return [_assignment(row) for row in await tx.rows(query)]


async def assign(
    tx: Transaction, job_id: int, member_ids: Sequence[int], leader_id: int | None
) -> None:
    """Put this crew on the job; who was on it and stays keeps their answer."""
    now = {assignment.member_id for assignment in await crew_of(tx, job_id)}
    gone = now - set(member_ids)
    if gone:
        where = (assignments.c.job_id == job_id, assignments.c.member_id.in_(gone))
        await tx.run(delete(assignments).where(*where))
    for member_id in member_ids:
        leads = member_id == leader_id
        if member_id in now:
            theirs = (assignments.c.job_id == job_id, assignments.c.member_id == member_id)
            await tx.run(update(assignments).where(*theirs).values(leads=leads))
        else:
            await tx.insert(
                assignments,
                job_id=job_id,
                member_id=member_id,
                leads=leads,
                state=CrewAnswer.WAITING,
            )


async def answer(
    tx: Transaction, assignment: Assignment, reply: CrewReply, *, actor_id: int | None
) -> None:
    """Write down what a member answered, and record it. Raises NotAllowed, Changed."""
    state = CREW_ANSWER.after(assignment.state, reply)
    a = assignments.c
    where = (
        a.job_id == assignment.job_id,
        a.member_id == assignment.member_id,
        a.version == assignment.version,
    )
    at = None if state is CrewAnswer.WAITING else tx.now
    values = {"state": state, "answered_at": at, "version": assignment.version + 1}
    if not await tx.run(update(assignments).where(*where).values(**values)):
        raise Changed(str(assignment.job_id))
    await events.record(
        tx,
        reply,
        "job",
        assignment.job_id,
        actor_id=actor_id,
        member=assignment.member_id,
        **{"from": assignment.state, "to": state},
    )


async def ask_anew(tx: Transaction, job_id: int, *, actor_id: int | None) -> None:
    """Day or time moved: everybody is asked again."""
    for assignment in await crew_of(tx, job_id):
        await answer(tx, assignment, CrewReply.ASK_ANEW, actor_id=actor_id)


async def renew(tx: Transaction, job_id: int) -> None:
    """Something of the job changed: answers stand, the buttons on older cards do not."""
    c = assignments.c
    query = update(assignments).where(c.job_id == job_id)
    await tx.run(query.values(version=c.version + 1))


def _assignment(row: AnyRow) -> Assignment:
    job_id, member_id, leads, state, *rest = row
    return Assignment(job_id, member_id, leads, CrewAnswer(state), *rest)
