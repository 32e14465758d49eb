"""A brief request is refused, visited, talked about, listed and inherited like others."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.activities import Activity
from domain.job_preferences import NO_WISHES
from domain.people import Role
from handlers.accounts import registration
from handlers.context.callbacks import CardTap
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.walk import walk
from handlers.quotes import issue
from handlers.quotes.decision_forms import RefusalForm, RefusalReason
from handlers.relay import live_chat
from handlers.requests import brief_request, coordinator_decisions
from handlers.requests.prefill import all_of
from handlers.requests.request_form import RequestForm
from handlers.sessions import drafts, lifecycle, resume
from handlers.surveys import coordinator_survey
from handlers.views import home, request_card
from storage import colleagues, people, request_lists, requests, sessions
from storage.engine import Database
from storage.requests import Request
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.handlers.requests.request_contents import USUAL
from tests.storage.stored_contents import BRIEF, FULL
from tests.trade import CLIENT, client
from tests.waiting_letters import pending

NADIA, HUGO = 601, 502
Follow = Callable[[UpdateContext, FollowedLink], Awaitable[None]]


async def brief(db: Database) -> Request:
    """A client sent a request in brief; there is a coordinator."""
    async with db.begin(NOW) as tx:
        person = await client(tx)
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        company_id = person.company_id or 0
        return await requests.open_(tx, BRIEF, company_id=company_id, person_id=CLIENT)


async def refuse(db: Database, request: Request) -> None:
    async with db.begin(NOW) as tx:
        refusal = RefusalForm(RefusalReason.OTHER, "trop loin")
        await issue.refused(await context_of(tx, NADIA), refusal, {"request": request.id})


@pytest.mark.parametrize(
    ("follow", "form"),
    [(coordinator_decisions.refuse, "refusal"), (coordinator_survey.offer, "surveying")],
)
async def test_its_buttons_ask_what_they_say(db: Database, follow: Follow, form: str) -> None:
    request = await brief(db)
    async with db.begin(NOW) as tx:
        await follow(await context_of(tx, NADIA), FollowedLink("take", str(request.id)))
        place = await sessions.find(tx, NADIA)
    assert place is not None
    assert (place.form, place.about) == (form, {"request": request.id})


async def test_its_talk_is_taken_over(db: Database) -> None:
    request = await brief(db)
    async with db.begin(NOW) as tx:
        await live_chat.take(await context_of(tx, NADIA), FollowedLink("take", str(request.id)))
        talking = [(await people.get(tx, one)).takeover_id for one in (CLIENT, NADIA)]
    assert talking == [1, 1]


async def test_it_is_refused_and_its_card_makes_nothing_up(db: Database) -> None:
    request = await brief(db)
    await refuse(db, request)
    async with db.begin(NOW) as tx:
        now = await requests.get(tx, request.id)
        card = await request_card.draw(await context_of(tx, NADIA), now)
        told = [letter.post.text or "" for letter in await pending(tx, CLIENT)]
    assert now.state == "refused"
    assert any("trop loin" in text for text in told)
    assert "trop loin" in card.text
    assert [word for word in ("étage", "m³", "€") if word in card.text] == []
    assert card.rows == ()


async def test_one_that_was_refused_is_nothing_to_repeat(db: Database) -> None:
    request = await brief(db)
    async with db.begin(NOW) as tx:
        full = await requests.open_(
            tx, FULL, company_id=request.company_id, person_id=request.person_id
        )
        later = await requests.open_(
            tx, BRIEF, company_id=request.company_id, person_id=request.person_id
        )
    await refuse(db, later)
    async with db.read(NOW) as tx:
        last = await request_lists.last_of(tx, request.company_id)
    assert last is not None
    assert (last.number, last.asked) == (full.number, FULL)


async def test_it_waits_on_the_coordinators_list(db: Database) -> None:
    request = await brief(db)
    async with db.begin(NOW) as tx:
        screen = await home.coordinator(await context_of(tx, NADIA))
    assert request.number in screen.text


async def test_it_goes_on_under_another_name_when_somebody_leaves(db: Database) -> None:
    request = await brief(db)
    async with db.begin(NOW) as tx:
        heir = await people.meet(tx, HUGO, first_name="Hugo", language="fr")
        assert await colleagues.let_in(tx, heir, request.company_id, lead=True)
        gone = await people.get(tx, CLIENT)
        assert await colleagues.put_out(tx, gone, HUGO) == [request.id]
        assert (await requests.get(tx, request.id)).person_id == HUGO


async def telling(db: Database, who: int) -> tuple[int, int]:
    """Somebody began to tell the rest: their draft and its turn."""
    request = await brief(db)
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, who)
        await brief_request.begin_tapped(guest, CardTap("rest", request.id, 0))
        place = await sessions.find(tx, who)
    assert place is not None
    return place.id, place.turn


@pytest.mark.parametrize("who", [CLIENT, NADIA])
async def test_who_drops_the_rest_begins_nothing_else(db: Database, who: int) -> None:
    draft, turn = await telling(db, who)
    async with db.begin(NOW) as tx:
        assert await resume.offered(await context_of(tx, who))
        card = (await pending(tx, who))[-1].post.markup or {}
    assert [row[0]["text"] for row in card["inline_keyboard"]] == ["▶️ Continuer", "🗑 Abandonner"]

    await tap(db, who, "anew", draft, turn)

    async with db.read(NOW) as tx:
        assert await sessions.find(tx, who) is None


async def test_a_new_request_is_not_the_rest_of_another(db: Database) -> None:
    await telling(db, CLIENT)
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        await registration.new(guest)
        place = await sessions.find(tx, CLIENT)
    assert place is not None
    assert (drafts.subject_of(place), place.state["answers"]) == (None, {})
    assert [draft.about for draft in drafts.drafts(place)] == [{"request": 1}]


async def test_one_that_waits_behind_another_is_dropped_alone(db: Database) -> None:
    draft, turn = await telling(db, CLIENT)
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        await lifecycle.start(guest, "reply", about={"request": 1})
    await tap(db, CLIENT, "anew", draft, turn)
    async with db.read(NOW) as tx:
        place = await sessions.find(tx, CLIENT)
    assert place is not None
    assert (place.form, drafts.drafts(place)) == ("reply", ())


def photo(name: str) -> dict[str, Any]:
    return {"file_id": f"f-{name}", "unique_id": f"u-{name}", "size": 900}


async def send(db: Database, answers: dict[str, Any], **about: int) -> None:
    async with db.begin(NOW) as tx:
        form = walk(RequestForm, {**answers, "reviewed": True}).value
        assert form is not None
        await brief_request.finish(await context_of(tx, CLIENT), form, about)


async def test_the_office_is_shown_each_photo_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
    hurried = {
        "activities": ["clearance"],
        "address": "12 rue Hoche, 93500 Pantin",
        "detail": "quick",
        "photos": [photo("a"), photo("b")],
        "earliest": "2026-12-14",
    }
    detailed = {
        **all_of(replace(FULL, activities=(Activity.CLEARANCE,), rules=USUAL, wishes=NO_WISHES)),
        **hurried,
        "detail": "detail",
        "photos": [photo("c")],
        "deadline": "2026-12-18",
        "note": None,
    }
    await send(db, hurried)
    await send(db, detailed, request=1)
    async with db.read(NOW) as tx:
        group = await pending(tx, -77)
    assert [letter.post.photos for letter in group if letter.post.photos] == [(1, 2), (3,)]
