"""The torture of planning: plans are made, told, answered and changed while the bot is killed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from signal import Signals
from time import monotonic

from sqlalchemy import func, select

from domain.people import Role
from handlers.conversation.kinds.day import working_days
from sandbox.sandbox import Sandbox
from sandbox.world import Bell, Message, SandboxChange
from storage import crews, fleet, people, requests
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import assignments, jobs, outbox, troubled_updates
from storage.transaction import Transaction
from tests import trade
from tests.torture.bots import Bot
from tests.torture.planner import ARROW, MOVED_TO, PLANNED_AT, CrewMember, MeantPlan, Planner
from tests.torture.run import QUIET_SECONDS, Plan, group_of, kill, settings
from tests.torture.verdict import Verdict

CREW, SPARE = 2, 1  # of each job
AHEAD = timedelta(21)


async def torture_plans(plan: Plan, folder: Path, database_url: str) -> Verdict:
    """Run it; `people` of the plan is the number of jobs."""
    began = monotonic()
    async with Sandbox() as sandbox:
        group = group_of(sandbox)
        bot = Bot(settings(plan, folder, database_url, sandbox, group), folder)
        db = Database(database_url)
        try:
            meant, crew = await _seed(db, sandbox, plan)
            user = sandbox.core.world.users[group.chat.members[0]]
            office = Planner(sandbox, user, meant, plan.seed)
            async with _listening(sandbox, office, crew) as spoken:
                await kill(plan, bot, spoken, sandbox, db, begin=office.open_plan)
                await _until_quiet(sandbox, office, db)
                await bot.end(Signals.SIGTERM)
            verdict = await _judge(db, meant, crew, bot.said["letters_in_doubt"])
        finally:
            if bot.alive:
                await bot.end(Signals.SIGKILL)
            await db.close()
        verdict.counts |= {
            "people": len(crew),
            "kills": plan.kills,
            "updates pending": sandbox.updates_pending(),
            "updates again": bot.said["updates_again"],
            "letters in doubt": bot.said["letters_in_doubt"],
            "errors logged": len(bot.errors),
            "seconds": round(monotonic() - began),
        }
        verdict.faults += [f"logged: {error}" for error in bot.errors]
    return verdict


async def _seed(
    db: Database, sandbox: Sandbox, plan: Plan
) -> tuple[list[MeantPlan], list[CrewMember]]:
    """Write down agreed jobs, and for each a crew with a spare member and a vehicle."""
    await migrate(db.engine)
    today = date.today()  # noqa: DTZ011 people look at the wall clock
    days = list(islice(working_days(today + AHEAD), 3 * plan.people + 2))
    meant, crew = list[MeantPlan](), list[CrewMember]()
    client = sandbox.person("client", first_name="Claire", started=True).user
    async with db.begin(datetime.now(UTC)) as tx:
        for n in range(plan.people):
            job = await trade.agreed_job(tx, 10, person_id=client.id)
            request = await requests.get(tx, job.request_id)
            await requests.change(tx, request, earliest_on=today, deadline_on=days[-1])
            members = [
                await _member(tx, sandbox, f"M{n}{one}", plan.seed, crew)
                for one in range(CREW + SPARE)
            ]
            van = await fleet.add(
                tx, name=f"Van {n}", kind="van20", volume_m3="20", payload_kg="2000", licence="B"
            )
            first, other = days[3 * n], days[3 * n + 1]
            meant.append(
                MeantPlan(job.number, job.request_id, job.id, first, other, members[:CREW], van)
            )
    return meant, crew


async def _member(
    tx: Transaction, sandbox: Sandbox, name: str, seed: int, crew: list[CrewMember]
) -> int:
    """Take somebody in who has joined, and may lead, drive and give first aid."""
    user = sandbox.person(name.lower(), first_name=name, started=True).user
    person = await people.meet(tx, user.id, first_name=name, language="fr")
    person = await people.change(tx, person, language_chosen=True)
    await people.give(tx, person, Role.CREW)
    member_id = await trade.member(
        tx, name, person_id=user.id, leader=True, driver=True, first_aid=True
    )
    await crews.certify(tx, member_id, "LICENCE_B", date.today() + timedelta(900))  # noqa: DTZ011
    crew.append(CrewMember(sandbox, user, member_id, seed))
    return member_id


@asynccontextmanager
async def _listening(
    sandbox: Sandbox, office: Planner, crew: Sequence[CrewMember]
) -> AsyncIterator[Bell]:
    """Have office and crew react while inside; the bell rings when the bot speaks to one."""
    world, spoken = sandbox.core.world, Bell()
    hears: dict[int, Callable[[Message], None]] = {one.user.id: one.hears for one in crew}
    hears[office.user.id] = office.hears

    def told(change: SandboxChange) -> None:
        message = change.message
        if message is None or message.sender_id != world.bot_id or message.deleted:
            return
        if (ear := hears.get(message.chat_id)) is not None:
            ear(message)
            spoken.ring()

    world.listeners.append(told)
    yield spoken


async def _until_quiet(sandbox: Sandbox, office: Planner, db: Database) -> None:
    """Wait until every plan is through and every letter is out, or nothing moves any more."""
    serial, since = 0, monotonic()
    while monotonic() - since < QUIET_SECONDS:
        if office.idle.is_set() and not sandbox.updates_pending() and not await _waiting(db):
            return
        now = sandbox.core.world.counters.get("serial", 0)
        if now != serial:
            serial, since = now, monotonic()
        await asyncio.sleep(0.25)


async def _waiting(db: Database) -> int:
    letters = outbox.c.state.in_(("pending", "claimed", "doubt"))
    unanswered = select(func.count()).where(assignments.c.state != "confirmed")
    async with db.read(datetime.now(UTC)) as tx:
        rows = [await tx.first(q) for q in (select(func.count()).where(letters), unanswered)]
    return sum(row[0] for row in rows if row is not None)


async def _judge(
    db: Database, meant: Sequence[MeantPlan], crew: Sequence[CrewMember], in_doubt: int
) -> Verdict:
    """Compare plans and crews with what was meant, and what each heard with what concerns them."""
    verdict = Verdict()
    async with db.read(datetime.now(UTC)) as tx:
        for plan in meant:
            row = await tx.first(select(jobs).where(jobs.c.id == plan.job))
            seats = select(assignments.c.member_id, assignments.c.state)
            held = await tx.rows(seats.where(assignments.c.job_id == plan.job))
            crew_now = sorted(seat.member_id for seat in held)
            found = (str(row.start_on), str(row.start_time)[:5], crew_now) if row else None
            verdict.counts["plans"] += 1
            if found != plan.final or plan.stage != "done":
                verdict.fault(
                    "plans wrong", f"{plan.number} at {plan.stage}: {found}, {plan.final}"
                )
            for seat in held:
                if seat.state != "confirmed":
                    verdict.fault("answers of crew lost", f"{plan.number}: {seat.member_id}")
        states = await tx.rows(select(outbox.c.state, func.count()).group_by(outbox.c.state))
        for state, count in states:
            if state in {"pending", "claimed", "doubt"}:
                verdict.counts["letters waiting"] += count
        verdict.counts["letters dead"] = sum(count for state, count in states if state == "dead")
        dead = await tx.first(select(func.count()).where(troubled_updates.c.dead_at.is_not(None)))
        verdict.counts["updates set aside"] = dead[0] if dead else 0
    _heard(verdict, meant, crew, in_doubt)
    return verdict


def _heard(
    verdict: Verdict, meant: Sequence[MeantPlan], crew: Sequence[CrewMember], in_doubt: int
) -> None:
    """Each change reached each whom it concerns; twice only where a letter was in doubt."""
    by_id = {one.member_id: one for one in crew}
    for plan in meant:
        was = list(plan.crew)
        if plan.swapped is not None:
            gone, new = plan.swapped
            was = [gone if one == new else one for one in plan.crew]
        for concerned, words in ((was, f"{PLANNED_AT}{ARROW}{MOVED_TO}"), (plan.crew, "📅")):
            for member_id in concerned:
                told = [key for key in by_id[member_id].changes if plan.number in key]
                if not any(words in key for key in told):
                    verdict.fault("changes lost", f"{plan.number}: {member_id} of {words}")
                verdict.counts["changes"] += 1
    again = sum(len(ids) - 1 for one in crew for ids in one.changes.values())
    verdict.counts["changes repeated"] = again
    if again > in_doubt:
        verdict.fault("changes doubled", f"{again} repeated, {in_doubt} letters in doubt")
    strangers = [
        f"{one.user.first_name}: {key}"
        for one in crew
        for key in one.changes
        for plan in meant
        if plan.number in key and one.member_id not in _concerned(plan)
    ]
    for words in strangers:
        verdict.fault("changes astray", words)


def _concerned(plan: MeantPlan) -> set[int]:
    return {*plan.crew, *(plan.swapped or ())}
