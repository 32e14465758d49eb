"""Side questions in the middle of a form: answered, and the place is never lost."""

import itertools
from collections.abc import Awaitable, Callable

import pytest

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from tests.journeys import moments
from tests.journeys.moments import REGISTRATION, REQUEST, Moment
from tests.journeys.tongue import Pair, Tongue

Aside = Callable[[SandboxPerson, Tongue], Awaitable[object]]

ASIDES: tuple[tuple[Aside, Pair], ...] = (
    (lambda person, _: person.says("/help"), ("Nadia vous répond", "Nadia answers")),
    (lambda person, _: person.says("/status"), ("", "")),
    (lambda person, _: person.says("/privacy"), ("vos photos pour préparer", "and photos to")),
    (lambda person, _: person.says("/nothing_of_the_kind"), ("", "")),
)


async def _with_asides(person: SandboxPerson, tongue: Tongue, story: tuple[Moment, ...]) -> None:
    asides = itertools.cycle(ASIDES)
    mark = -1
    for moment in story:
        await moments.asked(person, tongue, moment, mark)
        ask, words = next(asides)
        mark = person.mark()
        await ask(person, tongue)
        await person.sees_after(mark, tongue(words))
        await moments.asked(person, tongue, moment, mark)
        mark = person.mark()
        await moment.answer(person, tongue)


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_help_status_privacy_and_unknown_commands(world: DemoWorld, lang: str) -> None:
    tongue = Tongue(lang)
    await moments.choose_language(world.client, tongue)
    await _with_asides(world.client, tongue, (*REGISTRATION, *REQUEST))

    await world.client.sees("DEM-2026-0001")


async def test_the_language_changes_in_the_middle(world: DemoWorld) -> None:
    client, french, english = world.client, Tongue("fr"), Tongue("en")
    await moments.choose_language(client, french)
    await moments.play(client, french, (*REGISTRATION, *REQUEST[:6]))
    await moments.asked(client, french, REQUEST[6])

    await client.says("/language")
    card = await client.sees("Quelle langue")
    await client.taps("English")
    await moments.asked(client, english, REQUEST[6])
    await client.sees_no_more(lambda seen: "Combien de mètres" in seen.text and seen.buttons)
    before = [seen.text for seen in client.screen]
    assert await client.presses(card.code("English"), card) == "✅ English."
    await world.sandbox.settled()
    assert [seen.text for seen in client.screen] == before
    await moments.play(client, english, REQUEST[6:])

    await client.sees("Request DEM-2026-0001 sent")


async def test_an_edited_message_is_not_read_again(world: DemoWorld) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    await moments.play(client, tongue, (*REGISTRATION, REQUEST[0]))
    await moments.asked(client, tongue, REQUEST[1])
    address = await client.says("12 rue Hoche")
    await moments.asked(client, tongue, REQUEST[2])

    await client.edits(address, "14 rue Hoche")
    told = await client.sees("Je ne relis pas les messages modifiés")
    assert told.silent
    await client.says("93500")
    await moments.asked(client, tongue, REQUEST[3])


async def test_a_reply_to_an_earlier_question_corrects_it(world: DemoWorld) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    await moments.play(client, tongue, (*REGISTRATION, *REQUEST[:4]))
    floor = await client.sees("À quel étage")
    asked = await client.sees("Quel est le code postal")

    await client.says("75011", reply_to=asked)
    noted = await client.sees(lambda seen: seen.from_bot and "75011" in seen.text)
    assert "À quel étage" in noted.text
    await client.says("3", reply_to=floor)
    await client.sees("Y a-t-il un ascenseur")


async def test_a_reply_to_a_question_that_is_gone_puts_the_open_one(world: DemoWorld) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    await moments.play(client, tongue, (*REGISTRATION, *REQUEST[:5]))
    lift = await client.sees("Y a-t-il un ascenseur")
    floor = await client.sees("À quel étage")
    await client.says("0", reply_to=floor)
    await client.sees("Combien de mètres")
    mark = client.mark()

    await client.says("oui", reply_to=lift)

    again = await client.sees_after(mark, "Combien de mètres")
    assert "Cette question ne se pose plus" in again.text
