"""What the database holds, against what each person meant."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from sandbox.world import World
from storage.engine import Database
from storage.tables import (
    attachments,
    companies,
    errands,
    outbox,
    people,
    quotes,
    request_lines,
    requests,
    revisions,
    sessions,
    troubled_updates,
)
from storage.transaction import Reading
from tests.torture.clients import Client
from tests.torture.meant import Act, Meant

MUST_BE_NONE = (
    "answers lost",
    "answers misfiled",
    "conversations lost",
    "requests lost",
    "requests doubled",
    "requests wrong",
    "people wrong",
    "quotes doubled",
    "quotes lost",
    "documents lost",
    "plans wrong",
    "answers of crew lost",
    "changes lost",
    "changes doubled",
    "changes astray",
    "letters waiting",
    "letters dead",
    "updates pending",
    "updates set aside",
    "updates unacknowledged",
)
COLUMNS = {
    "request-activities": "activity",
    "request-address": "address",
    "request-postcode": "postcode",
    "request-floor": "floor",
    "request-lift": "lift",
    "request-carry": "carry_m",
    "request-parking": "parking",
    "request-occupied": "occupied",
    "request-earliest": "earliest_on",
    "request-deadline": "deadline_on",
    "request-note": "note",
}


@dataclass
class Verdict:
    """Counts, and in words what is wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return not any(self.counts[name] for name in MUST_BE_NONE)

    def fault(self, name: str, words: str) -> None:
        self.counts[name] += 1
        self.faults.append(f"{name}: {words}")


async def judge(db: Database, now: datetime, clients: Sequence[Client], world: World) -> Verdict:
    """Compare everything; what must not be is counted and named."""
    verdict = Verdict()
    async with db.read(now) as tx:
        for client in clients:
            await _person(tx, verdict, client)
            await _requests(tx, verdict, client)
        await _quotes(tx, verdict, world)
        await _leftovers(tx, verdict)
    return verdict


async def _person(tx: Reading, verdict: Verdict, client: Client) -> None:
    query = select(people.c.full_name, companies.c.siret, companies.c.name).join(
        companies, companies.c.id == people.c.company_id
    )
    row = await tx.first(query.where(people.c.id == client.user.id))
    who = client.identity
    if row is None or tuple(row) != (who.name, who.siret, who.company):
        verdict.fault("people wrong", f"{client.user.first_name}: {row} is not {who}")


async def _requests(tx: Reading, verdict: Verdict, client: Client) -> None:
    rows = await tx.rows(select(requests).where(requests.c.person_id == client.user.id))
    open_one = await tx.first(select(sessions.c.state).where(sessions.c.chat_id == client.user.id))
    addresses = {meant.address for meant in client.requests}
    for row in rows:
        if row.address not in addresses:
            verdict.fault("requests wrong", f"{row.number} has the address {row.address!r}")
    for meant in client.requests:
        found = [row for row in rows if row.address == meant.address]
        if not meant.sent:
            _unfinished(verdict, client, meant, open_one.state if open_one else {})
        elif not found:
            verdict.fault("requests lost", meant.address)
            verdict.counts["answers lost"] += len(meant.acts) + 3 * len(meant.lines)
        else:
            verdict.counts["requests"] += 1
            for extra in found[1:]:
                verdict.fault("requests doubled", f"{meant.address}: {extra.number}")
            await _compare(tx, verdict, client, meant, found[0])


def _unfinished(verdict: Verdict, client: Client, meant: Meant, state: Mapping[str, Any]) -> None:
    shown = list(client.screen.values())[-1:]
    verdict.fault("conversations lost", f"{meant.address}: {state.get('answers')} | {shown}")


async def _compare(tx: Reading, verdict: Verdict, client: Client, meant: Meant, row: Any) -> None:
    wanted = {question: _plain(meant.acts[question]) for question in COLUMNS}
    wanted |= {f"line {n}": value for n, value in enumerate(_lines(meant))}
    held = {question: _held(getattr(row, column)) for question, column in COLUMNS.items()}
    lines = select(request_lines).where(request_lines.c.request_id == row.id)
    for n, line in enumerate(await tx.rows(lines.order_by(request_lines.c.position))):
        held[f"line {n}"] = f"{line.code} {line.quantity} {line.condition}"
    wrong = {name for name in wanted | held if wanted.get(name) != held.get(name)}
    photos = select(func.count()).where(
        attachments.c.subject == "request", attachments.c.subject_id == row.id
    )
    counted = await tx.first(photos)
    if counted is None or counted[0] < meant.photos:
        wrong.add("photos")
    if not wrong:
        return
    for name in wrong:
        if held.get(name) is None:
            verdict.counts["answers lost"] += 1
        elif held[name] in wanted.values():
            verdict.counts["answers misfiled"] += 1
    names = ", ".join(f"{one}: {held.get(one)!r} for {wanted.get(one)!r}" for one in sorted(wrong))
    verdict.fault("requests wrong", f"{row.number} of {client.user.first_name}: {names}")


def _plain(act: Act) -> str:
    day = act.value.split("/")
    return "-".join(reversed(day)) if len(day) == 3 else act.value


def _held(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def _lines(meant: Meant) -> list[str]:
    return [
        f"{meant.items.get(n)} {line.quantity} {line.condition}"
        for n, line in enumerate(meant.lines)
    ]


async def _quotes(tx: Reading, verdict: Verdict, world: World) -> None:
    """Each request has one quote of one revision, and its client has the document."""
    query = (
        select(requests.c.number, requests.c.person_id, quotes.c.number.label("quote"))
        .outerjoin(quotes, quotes.c.request_id == requests.c.id)
        .outerjoin(revisions, revisions.c.quote_id == quotes.c.id)
    )
    rows = await tx.rows(query)
    for number, count in Counter(row.number for row in rows).items():
        if count > 1:
            verdict.fault("quotes doubled", f"{number}: {count}")
    for row in rows:
        if row.quote is None:
            verdict.fault("quotes lost", row.number)
            continue
        verdict.counts["quotes"] += 1
        copies = sum(
            message.content.get("document", {}).get("file_name") == f"{row.quote}.pdf"
            for message in world.messages.get(row.person_id, {}).values()
        )
        verdict.counts["documents repeated"] += max(copies - 1, 0)
        if not copies:
            verdict.fault("documents lost", row.quote)


async def under_way(db: Database) -> int:
    """Count what the bot has still to do: letters, errands, quotes that were not asked for yet."""
    waiting = ("pending", "claimed", "doubt", "waiting")
    unquoted = select(func.count()).where(
        requests.c.id.not_in(select(quotes.c.request_id)),
    )
    letters = select(func.count()).where(outbox.c.state.in_(waiting))
    things = select(func.count()).where(errands.c.state.in_(waiting))
    async with db.read(datetime.now(UTC)) as tx:
        rows = [await tx.first(query) for query in (letters, things, unquoted)]
    return sum(row[0] for row in rows if row is not None)


async def _leftovers(tx: Reading, verdict: Verdict) -> None:
    c = outbox.c
    states = await tx.rows(select(c.state, func.count()).group_by(c.state))
    for state, count in states:
        if state in {"pending", "claimed", "doubt"}:
            verdict.counts["letters waiting"] += count
    verdict.counts["letters dead"] = sum(count for state, count in states if state == "dead")
    dead = select(func.count()).where(troubled_updates.c.dead_at.is_not(None))
    aside = await tx.first(dead)
    verdict.counts["updates set aside"] = aside[0] if aside else 0
