"""The rules of a place on the cards of those who must know them, and that all fits."""

from dataclasses import fields, replace
from datetime import time
from typing import Any

import pytest

from domain.job_preferences import JobPreferences
from domain.site_rules import SiteRules
from handlers.context.posts import LONGEST_TEXT, fitting
from handlers.conversation.engine import Asked as Standing
from handlers.conversation.render import render
from handlers.conversation.session import begin
from handlers.requests.prefill import all_of
from handlers.requests.request_form import RequestForm
from handlers.views import crew_job_card, job_views, request_card
from handlers.words.catalogue import Words
from storage import crew_assignments, fleet, jobs, request_thread, requests, tables
from storage.engine import Database
from storage.request_content import RequestContent
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of
from tests.handlers.requests.form_fields import KNOWN
from tests.handlers.requests.request_contents import DAYS, EVERY_RULE, EVERY_WISH, EVERYTHING
from tests.trade import CLIENT, MONDAY, agreed_job, client, member, services

AWA = 11
LONGEST: dict[str, Any] = {
    "csps": "é" * 120,
    "owner_name": "é" * 120,
    "bound_words": "é" * 200,
    "clause_officer": "é" * 160,
    "bill_name": "é" * 120,
    "bill_address": "é" * 186 + ", 93500 Pantin",
    "bill_reference": "é" * 40,
}


def longest() -> RequestContent:
    """Say everything at such length as the questions allow."""
    of = {name: {field.name for field in fields(kind)} for name, kind in KINDS.items()}
    mine = {name: {n: v for n, v in LONGEST.items() if n in of[name]} for name in KINDS}
    return replace(
        EVERYTHING,
        rules=replace(EVERY_RULE, **mine["rules"]),
        wishes=replace(EVERY_WISH, **mine["wishes"]),
    )


KINDS = {"rules": SiteRules, "wishes": JobPreferences}


async def drawn(db: Database, asked: RequestContent, said: int = 0) -> str:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        company_id = person.company_id or 0
        request = await requests.open_(tx, asked, company_id=company_id, person_id=person.id)
        for n in range(said):
            await request_thread.say(
                tx, request.id, person.id, f"{n} " + "a" * 600, from_client=True
            )
        return (await request_card.draw(await context_of(tx, CLIENT), request)).text


async def test_the_coordinators_card_says_what_is_out_of_the_usual(db: Database) -> None:
    text = (await drawn(db, EVERYTHING)).replace("\u202f", " ")

    assert "⚠️ Du matériel est loué" in text
    assert "🔎 Horaires : 21:00–06:00 · Entrée : 🪪 Badge" in text
    assert "⭐ Délai impératif" in text
    assert "SVC-12/2026" in text


@pytest.mark.parametrize("said", [0, 4])
async def test_the_longest_answers_still_fit_on_the_card(db: Database, said: int) -> None:
    text = await drawn(db, replace(longest(), note="a" * 2000), said)

    assert fitting(text) == text
    assert said == 0 or "3 aaa" in text  # the newest words of the client are not pushed out


def test_the_longest_answers_still_fit_in_the_review() -> None:
    say = Words.load().say("fr")
    answers = {**all_of(longest()), **DAYS, "note": "a" * 2000}
    session = begin(RequestForm, answers)
    assert getattr(session.stands, "path", None) == "reviewed"
    screen = render(session, Standing(session.stands), say, 1, KNOWN)  # type: ignore[arg-type]

    assert fitting(screen.text, LONGEST_TEXT) == screen.text
    assert "Escalier, cm" in screen.text


async def planned(tx: Transaction) -> job_views.JobView:
    crew = [await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True)]
    await fleet.add(tx, name="Camion", kind="van20")
    job = await agreed_job(tx)
    await crew_assignments.assign(tx, job.id, crew, crew[0])
    await jobs.change(tx, job, start_on=MONDAY, start_time=time(7, 30), vehicle_id=1)
    rules = EVERY_RULE.plain()
    await tx.run(tables.requests.update().values(rules=rules))
    return await job_views.load(tx, job.id)


async def test_a_crew_sees_how_it_gets_in_and_nothing_of_the_bill(db: Database) -> None:
    async with db.begin(NOW) as tx:
        found = await planned(tx)
        mine = found.crew[0]
        text = crew_job_card.draw(services(), Words.load().say("fr"), found, mine, tx).text

    assert "🚪 Entrée\u202f: 🪪 Badge · Horaires\u202f: 21:00–06:00" in text
    assert "🚧 Autorisation de la mairie" in text
    assert "SCI Hoche" not in text
