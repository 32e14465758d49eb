"""Our bot as it ships, with its clients in the database and its statements counted."""

import argparse
import asyncio
import os
from collections import Counter
from pathlib import Path
from typing import Any

import uvloop
from sqlalchemy import Engine, event, func, select

from bench.gauge import Gauge
from bench.plan import FIRST_PERSON, BenchPlan
from bot.app import run
from bot.clock import SystemClock, real_now
from bot.logs import set_up
from bot.settings import Settings, read_settings
from domain.people import Role
from storage import people
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import requests
from storage.transaction import Reading

PLACES = 10_000  # SIRET numbers, which the form has checked long before


def count_sql(found: Counter[str]) -> None:
    """Count statements and commits; one for many rows is one, and BEGIN is none."""

    @event.listens_for(Engine, "before_cursor_execute")
    def _statement(_conn: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        found["statements"] += not statement.startswith("BEGIN")

    @event.listens_for(Engine, "commit")
    def _commit(_conn: Any) -> None:
        found["commits"] += 1


async def seed(settings: Settings, count: int) -> None:
    """Write down the clients, each of a company of their own."""
    db = Database(settings.database_url)
    try:
        await migrate(db.engine)
        now = real_now()
        async with db.begin(now) as tx:
            for person_id in range(FIRST_PERSON, FIRST_PERSON + count):
                await _client(tx, person_id)
    finally:
        await db.close()


async def _client(tx: Reading, person_id: int) -> None:
    person = await people.meet(tx, person_id, first_name="Nour", language="fr")
    company = await people.register_company(
        tx, siret=f"{73282932000000 + person_id % PLACES:014d}", name=f"Atelier {person_id}"
    )
    person = await people.change(
        tx,
        person,
        full_name="Nour Martin",
        phone="+33601020304",
        company_id=company.id,
        noticed_at=tx.now,
        language_chosen=True,
    )
    await people.give(tx, person, Role.CLIENT)


async def stored_requests(settings: Settings) -> int:
    db = Database(settings.database_url)
    try:
        async with db.read(real_now()) as tx:
            row = await tx.first(select(func.count()).select_from(requests))
            return int(row[0]) if row else 0
    finally:
        await db.close()


async def main(words: argparse.Namespace) -> None:
    settings = read_settings()
    set_up(settings.log_format)
    await seed(settings, BenchPlan.load(os.environ["BENCH_PLAN"]).people)
    sql: Counter[str] = Counter()
    count_sql(sql)
    gauge = Gauge(words.report, words.profile)
    for name in ("statements", "commits"):
        gauge.counts[name] = lambda name=name: sql[name]  # type: ignore[misc]
    stop = asyncio.Event()
    obeying = asyncio.create_task(gauge.obey(stop))
    await run(settings, SystemClock(), stop)
    if not stop.is_set():
        raise RuntimeError("the bot ended before it was told to")
    await obeying
    gauge.write(requests=await stored_requests(settings))


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("--profile", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    uvloop.run(main(_words()))
