"""A place or a request that is known fills in what it knows, and throws nothing else away."""

from typing import Any

from handlers.conversation.engine import begin
from handlers.requests import known_sites
from handlers.routing.form_endings import FORMS
from handlers.sessions import drafts, lifecycle, resume
from storage import requests, sessions, sites
from storage.engine import Database
from storage.sessions import StoredSession
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.storage.stored_contents import FULL
from tests.trade import CLIENT, client

PHOTOS = [{"file_id": "f", "unique_id": "u", "size": 3}]
WHERE = {"address": "12 rue Hoche", "postcode": "93500"}
AT_HOCHE = {**WHERE, "commune": "93055"}


async def cast(db: Database, tx: Transaction) -> None:
    """A company that asked before, with somebody who opened on site, and knows a place."""
    person = await client(tx)
    company_id = person.company_id or 0
    await requests.open_(tx, FULL, company_id=company_id, person_id=person.id)
    await sites.remember(tx, company_id=company_id, person_id=person.id, answers=AT_HOCHE, **WHERE)


async def begun(db: Database, tx: Transaction, answers: dict[str, Any], **about: int) -> None:
    await cast(db, tx)
    session = begin(FORMS["request"], answers)
    guest = await context_of(tx, CLIENT)
    await lifecycle.start(guest, "request", session=session, about=about or None)


async def stands(db: Database) -> StoredSession:
    async with db.read(NOW) as tx:
        stored = await sessions.find(tx, CLIENT)
    assert stored is not None
    return stored


async def test_a_place_is_filled_in_beside_what_was_answered(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await begun(db, tx, {"activities": ["clearance"], "photos": PHOTOS})
    await tap(db, CLIENT, "site", 1)
    assert (await stands(db)).state["answers"] == {
        "activities": ["clearance"],
        "photos": PHOTOS,
        **AT_HOCHE,
    }


async def test_a_draft_of_the_form_before_keeps_its_activity(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await cast(db, tx)
        old = {"form": "request", "version": 1, "answers": {"activity": "soft_strip"}, "turn": 1}
        await sessions.begin(
            tx, chat_id=CLIENT, user_id=CLIENT, form="request", state=old, turn=1, about=None
        )
    await tap(db, CLIENT, "site", 1)
    answers = (await stands(db)).state["answers"]
    assert answers == {"activities": ["soft_strip"], "detail": "detail", **AT_HOCHE}


async def test_a_place_begins_a_new_request_beside_the_rest_of_another(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await begun(db, tx, {"activities": ["flat_glass"], "photos": None}, request=1)
    await tap(db, CLIENT, "site", 1)
    stored = await stands(db)
    named = {"contact": {"known": [["Ali Diallo", "+33639980007"]]}}
    assert (drafts.subject_of(stored), stored.state["answers"]) == (None, {**named, **AT_HOCHE})
    assert [draft.about for draft in drafts.drafts(stored)] == [{"request": 1}]


async def test_the_same_as_last_time_keeps_photos_and_days(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await begun(db, tx, {"photos": PHOTOS, "earliest": "2026-12-15"})
    await tap(db, CLIENT, "again", 0)
    answers = (await stands(db)).state["answers"]
    assert (answers["photos"], answers["earliest"], answers["carry"]) == (PHOTOS, "2026-12-15", 20)


async def test_names_to_choose_from_are_no_answer_yet(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await cast(db, tx)
        guest = await context_of(tx, CLIENT)
        await known_sites.begin_request(guest)
        stored = await sessions.find(tx, CLIENT)
        assert stored is not None
        assert "contact" in stored.state["answers"]
        assert not drafts.begun(stored)
        assert not await resume.offered(guest)
