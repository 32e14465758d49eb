"""The look-up at the national address base: sure, unsure, unknown, garbage, silence."""

import asyncio
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.errands import address_lookup
from bot.errands.address_lookup import AddressUnreadable, check_address, look_up, nearest
from bot.errands.quote_pdf import site_on_paper
from domain import communes
from domain.addresses import AddressCheck
from handlers.requests.address_lookup import LOOK_UP
from handlers.requests.address_lookup import look_up as ask_for_look_up
from handlers.views.address_check import warnings
from storage import errands, requests
from storage.engine import Database
from storage.requests import Request
from tests import trade
from tests.address_base import address_base, answering, found
from tests.bot.errand_helpers import errand_context, errand_of
from tests.conftest import NOW
from tests.handlers.contexts import context_of

RIGHT = "12 Rue Hoche 93500 Pantin"


async def _request(db: Database) -> Request:
    async with db.begin(NOW) as tx:
        job = await trade.agreed_job(tx)
        return await requests.get(tx, job.request_id)


async def _checked(db: Database, url: str, request: Request, attempts: int = 0) -> Request:
    services = replace(trade.services(), address_lookup_url=url)
    await check_address(errand_context(db, of=services), errand_of(attempts, request=request.id))
    async with db.read(NOW) as tx:
        return await requests.get(tx, request.id)


@pytest.mark.parametrize(
    ("body", "check"),
    [
        (found(RIGHT, 0.97), AddressCheck(RIGHT, 97)),
        (found(RIGHT, 0.6), AddressCheck(RIGHT, 60)),
        (found(RIGHT, 0.59), AddressCheck(RIGHT, 59)),
        (found(RIGHT, 1), AddressCheck(RIGHT, 100)),
        ({"features": []}, AddressCheck("", 0)),
    ],
)
def test_the_nearest_address_is_read_with_its_score(body: Any, check: AddressCheck) -> None:
    assert nearest(body) == check


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "down for maintenance",
        {},
        {"features": None, "error": "x"} | {"features": 3},
        {"features": [{}]},
        found(None, 0.9),
        found(RIGHT, "high"),
        found(RIGHT, None),
        found(RIGHT, float("nan")),
        found(RIGHT, 17),
        found(RIGHT, -0.1),
    ],
)
def test_garbage_is_told_apart(body: Any) -> None:
    with pytest.raises(AddressUnreadable):
        nearest(body)


@pytest.mark.parametrize(("score", "confident"), [(60, True), (59, False), (100, True), (0, False)])
def test_below_six_tenths_somebody_confirms(score: int, confident: bool) -> None:
    assert AddressCheck(RIGHT, score).confident is confident


async def test_what_was_found_is_kept_without_a_new_version(db: Database) -> None:
    request = await _request(db)
    async with address_base(answering(found(RIGHT, 0.93))) as (url, asked):
        after = await _checked(db, url, request)

    assert after == replace(request, address_check=AddressCheck(RIGHT, 93))
    assert asked == [{"q": "12 rue Hoche 93500 Pantin", "postcode": "93500", "limit": "1"}]


async def _broken(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=503, text="<html>later</html>")


async def _page(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>it works</html>", content_type="text/html")


async def _bytes(_request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"\xff\xfe\x00", content_type="application/json")


@pytest.mark.parametrize("answer", [_broken, _page, _bytes, answering({"features": [{}]})])
async def test_a_bad_answer_is_tried_again_and_then_let_be(db: Database, answer: Any) -> None:
    request = await _request(db)
    async with address_base(answer) as (url, asked):
        for attempts in (0, 1):
            with pytest.raises((aiohttp.ClientError, AddressUnreadable)):
                await _checked(db, url, request, attempts)
        assert await _checked(db, url, request, 2) == request

    assert len(asked) == 3


async def test_silence_ends_after_a_while(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address_lookup, "SECONDS", 0.05)
    request = await _request(db)

    async def silent(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(3600)
        raise AssertionError

    async with address_base(silent) as (url, _):
        with pytest.raises(TimeoutError):
            await look_up(url, request.asked.site)
        assert await _checked(db, url, request, 2) == request


async def test_nobody_there_is_let_be_too(db: Database) -> None:
    request = await _request(db)

    assert await _checked(db, "http://127.0.0.1:9/search", request, 2) == request


async def test_nothing_is_looked_up_unless_it_is_set(db: Database) -> None:
    request = await _request(db)
    for url, kinds in (("", []), ("http://127.0.0.1:9/", [LOOK_UP])):
        async with db.begin(NOW) as tx:
            guest = await context_of(tx, trade.CLIENT)
            guest.services = replace(guest.services, address_lookup_url=url)
            await ask_for_look_up(guest, request)
            assert [errand.kind for errand in await errands.claim(tx)] == kinds


async def test_what_coordinators_are_warned_of(db: Database) -> None:
    request, say = await _request(db), trade.services().words.say("en")
    lyon = replace(request.asked.site, commune=communes.of_postcode("69001")[0])
    far = replace(request, asked=replace(request.asked, site=lyon))

    assert warnings(say, request) == []
    assert warnings(say, replace(request, address_check=AddressCheck(RIGHT, 60))) == []
    assert warnings(say, far) == ["🗺️ Outside our usual area: department 69"]
    assert warnings(say, replace(request, address_check=AddressCheck("<b>", 59))) == [
        "⚠️ <b>Address to confirm</b>. The national address register suggests: &lt;b&gt;"
    ]
    assert warnings(say, replace(request, address_check=AddressCheck("", 0))) == [
        "⚠️ <b>Address to confirm</b>: the national address register does not know it."
    ]


async def test_the_town_stands_on_papers(db: Database) -> None:
    request = await _request(db)

    paper = site_on_paper(trade.services().words.say("fr"), request)

    assert paper.address == ("12 rue Hoche", "93500 Pantin")
