"""A handler that breaks: the person is told in plain words, the others do not notice."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld
from handlers.conversation.kinds import Postcode
from handlers.routing.features import CALLBACKS, COMMANDS
from handlers.routing.form_endings import ENDINGS
from storage.tables import requests, sessions, troubled_updates
from tests.journeys import moments, records
from tests.journeys.moments import REQUEST
from tests.journeys.steps import register, request
from tests.journeys.tongue import Tongue

FRENCH = Tongue("fr")
SORRY = "Quelque chose n’a pas marché de notre côté"
ALERT = "n’a pas pu être traité"


class Broken(Exception):
    """What nobody had thought of."""


async def _breaks(*_: Any, **__: Any) -> None:
    raise Broken("on purpose")


async def _dead(world: DemoWorld) -> list[str]:
    c = troubled_updates.c
    found = await records.rows(world, select(c.error, c.body).where(c.dead_at.is_not(None)))
    assert all(json.loads(body["text"])["update_id"] for _, body in found)
    return [error for error, _ in found]


def _put(monkeypatch: pytest.MonkeyPatch, table: Any, name: str, value: Any) -> None:
    monkeypatch.setitem(table, name, value)


async def test_a_command_that_breaks(world: DemoWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    await register(world.client)
    await moments.play(world.client, FRENCH, REQUEST[:2])
    await moments.asked(world.client, FRENCH, REQUEST[2])
    with monkeypatch.context() as broken:
        _put(broken, COMMANDS, "help", replace(COMMANDS["help"], handler=_breaks))
        await world.client.says("/help")
        await world.client.sees(SORRY)
        await world.coordinator.sees(ALERT, chat=world.group)
    assert await _dead(world) == ["Broken: on purpose"]

    await moments.play(world.client, FRENCH, REQUEST[2:])
    await world.client.sees("DEM-2026-0001")


async def test_a_button_that_breaks_is_answered(
    world: DemoWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    await register(world.client)
    await request(world.client)
    await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)
    with monkeypatch.context() as broken:
        _put(broken, CALLBACKS, "quote", replace(CALLBACKS["quote"], handler=_breaks))
        await world.coordinator.taps("Envoyer le devis", chat=world.group)
        await world.coordinator.sees(ALERT, chat=world.group)
    assert world.sandbox.unanswered_taps() == 0

    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await world.client.sees("Devis DEV-2026-0001")


async def test_an_answer_that_breaks_leaves_the_question_open(
    world: DemoWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = world.client
    await register(client)
    await moments.play(client, FRENCH, REQUEST[:2])
    await moments.asked(client, FRENCH, REQUEST[2])
    with monkeypatch.context() as broken:
        broken.setattr(Postcode, "read", _raises)
        await client.says("93500")
        await client.sees(SORRY)
        # The others' answers, perhaps in the same batch, count all the same.
        await moments.choose_language(world.other_client, FRENCH)
        await world.other_client.taps("J’ai compris")
        await world.other_client.sees("SIRET")
    assert await _dead(world) == ["Broken: on purpose"]

    await moments.play(client, FRENCH, REQUEST[2:])
    await client.sees("DEM-2026-0001")


def _raises(*_: Any, **__: Any) -> None:
    raise Broken("on purpose")


async def test_an_ending_that_breaks_keeps_all_answers(
    world: DemoWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = world.client
    await register(client)
    await request(client, send=False)
    review = await client.sees("Tout est-il juste")
    with monkeypatch.context() as broken:
        _put(broken, ENDINGS, "request", _breaks)
        await client.taps("Envoyer", on=review)
        await client.sees(SORRY)
    assert await records.rows(world, select(requests.c.id)) == []
    ((state,),) = await records.rows(world, select(sessions.c.state))
    assert state["answers"]["address"] == "12 rue Hoche"

    await client.taps("Envoyer", on=review)
    await client.sees("DEM-2026-0001")


async def test_one_failure_in_three_goes_unnoticed(
    world: DemoWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    await register(world.client)
    failing = _once(COMMANDS["help"].handler)
    with monkeypatch.context() as broken:
        _put(broken, COMMANDS, "help", replace(COMMANDS["help"], handler=failing))
        await world.client.says("/help")
        await world.client.sees("/cancel : arrêter")
    await world.sandbox.settled()
    assert await _dead(world) == []
    assert not [seen for seen in world.client.screen if SORRY in seen.text]


def _once(deed: Callable[..., Any]) -> Callable[..., Any]:
    left = [Broken("on purpose")]

    async def breaks_once(*args: Any) -> None:
        if left:
            raise left.pop()
        await deed(*args)

    return breaks_once
