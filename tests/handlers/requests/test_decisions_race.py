"""Decisions, visits and talks under one transaction each: races, rights, what is left of it."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from domain.gates import Verdict
from handlers.context.deep_links import FollowedLink
from handlers.quotes.decision_forms import RulingForm
from handlers.relay import live_chat
from handlers.requests import hazard_ruling
from handlers.views import findings
from storage import hazard_decisions, people, relays, request_thread, requests
from storage.engine import Database
from storage.requests import Request
from storage.tables import events, reminders
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.handlers.requests.hazard_cases import DESK, DOOR, NADIA, PAUL, asked
from tests.trade import CLIENT, services
from tests.waiting_letters import pending


async def rule(
    db: Database, who: int, request: Request, verdict: Verdict, *kinds: str
) -> Mapping[str, Any]:
    """Decide; return the request's state, its codes, what still holds it."""
    async with db.begin(NOW) as tx:
        about = {"request": request.id, "hazards": list(kinds)}
        await hazard_ruling.ruled(
            await context_of(tx, who), RulingForm(verdict, "vu avec le chef"), about
        )
    async with db.read(NOW) as tx:
        now = await requests.get(tx, request.id)
        return {
            "state": now.state,
            "codes": [line.code for line in now.asked.lines],
            "held": now.held,
            "ruled": [
                (decision.name, decision.verdict)
                for decision in await hazard_decisions.of_request(tx, now.id)
            ],
        }


async def test_excluding_takes_out_the_fixed_lines(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, DOOR, note="des moisissures")
        found = await findings.review(tx, services(), request)
    assert [hazard.kind for hazard in found.held] == ["no_survey", "unhealthy"]

    after = await rule(db, NADIA, request, Verdict.EXCLUDE, "no_survey", "unhealthy")

    assert after == {
        "state": "submitted",
        "codes": ["BUR-01"],
        "held": (),
        "ruled": [("Nadia", "exclude")],
    }


async def test_nothing_is_excluded_where_nothing_would_be_left(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DOOR)
    after = await rule(db, NADIA, request, Verdict.EXCLUDE, "no_survey")
    assert (after["codes"], after["ruled"]) == (["POR-01"], [])
    assert after["held"] == ("no_survey",)


async def test_a_refusal_ends_the_request_and_is_told(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, note="des obus")
    after = await rule(db, NADIA, request, Verdict.REFUSE, "weapons")
    assert (after["state"], after["ruled"]) == ("refused", [("Nadia", "refuse")])
    async with db.read(NOW) as tx:
        told = [letter.post.text for letter in await pending(tx, CLIENT)]
    assert any("vu avec le chef" in text for text in told)


async def test_the_second_decision_on_the_same_hazard_changes_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK, note="des rats")
    await rule(db, NADIA, request, Verdict.LIFT, "unhealthy")
    after = await rule(db, PAUL, request, Verdict.REFUSE, "unhealthy")
    assert (after["state"], after["ruled"]) == ("submitted", [("Nadia", "lift")])


async def test_words_of_us_raise_no_alarm_and_the_client_s_do(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK)
        await request_thread.say(tx, request.id, NADIA, "Y a-t-il du plomb ?", from_client=False)
        assert (await findings.review(tx, services(), request)).held == ()
        await request_thread.say(tx, request.id, CLIENT, "Oui, du plomb", from_client=True)
        held = (await findings.review(tx, services(), request)).held
    assert [hazard.kind for hazard in held] == ["lead"]


@pytest.mark.parametrize("second", [NADIA, PAUL])
async def test_a_client_talks_with_one_person_at_a_time(db: Database, second: int) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK)
        await live_chat.take(await context_of(tx, NADIA), FollowedLink("take", str(request.id)))
    async with db.begin(NOW) as tx:
        await live_chat.take(await context_of(tx, second), FollowedLink("take", str(request.id)))
        told = [letter.post.text for letter in await pending(tx, second)]
        held = [(await people.get(tx, one)).takeover_id for one in (CLIENT, NADIA, PAUL)]
    words = "Vous parlez avec" if second == NADIA else "Nadia parle déjà avec ce client"
    assert words in told[-1]
    assert held == [1, 1, None]


async def test_only_who_talks_gives_back_and_only_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK)
        await live_chat.take(await context_of(tx, NADIA), FollowedLink("take", str(request.id)))
    stolen = await tap(db, PAUL, "giveback", 1)
    assert stolen is not None
    assert stolen.text == "Ce bouton n’est pas pour vous."
    assert await tap(db, NADIA, "giveback", 1) is None
    again = await tap(db, NADIA, "giveback", 1)
    assert again is not None
    assert again.text == "C’est déjà répondu 👍"
    async with db.read(NOW) as tx:
        assert await relays.of_request(tx, request.id) is None
        assert await tx.rows(select(reminders.c.id)) == []
        what = [row.what for row in await tx.rows(select(events.c.what).order_by(events.c.id))]
    assert what == ["taken_over", "refused", "given_back"]
