"""The story with every question first answered wrongly, in every way people find."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage.engine import Database
from storage.tables import requests
from tests.journeys import moments
from tests.journeys.heic_photos import heic
from tests.journeys.moments import EXPECTED, REGISTRATION, REQUEST, Moment
from tests.journeys.tongue import LANGUAGES, Pair, Tongue

BIG = 25_000_000
Send = Callable[[DemoWorld], Awaitable[object]]

# What is sent, and what the answer calls it.
THINGS: tuple[tuple[Send, Pair], ...] = (
    (lambda world: world.client.sends_sticker(), ("l’autocollant", "the sticker")),
    (lambda world: world.client.sends_video(size=BIG), ("une vidéo", "a video")),
    (lambda world: world.client.sends_voice(), ("un message vocal", "a voice message")),
    (lambda world: _big_file(world.client), ("un fichier", "a file")),
    (lambda world: world.client.sends_photos(1), ("la photo", "the photo")),
    (lambda world: world.client.shares_contact(world.other_client), ("un contact", "a contact")),
    (lambda world: world.client.shares_location(), ("un lieu", "a location")),
)
NOT_OWN = ("numéro d’une autre personne", "someone else’s number")
TAKES_FILES = ("photo", "saying")
TAKEN = {
    *((thing, kind) for thing in ("the photo", "a voice message") for kind in TAKES_FILES),
    ("a location", "address"),
    ("a contact", "onsite"),
}
KEPT = {"the photo", "a voice message", "a location"}  # with the request, whatever is asked
KEPT_BEFORE = {"the photo", "a voice message"}  # of a newcomer, for the request that follows
FORMS = (*REGISTRATION, *REQUEST)
TOO_HEAVY = ("trop lourd", "too big")


async def _big_file(person: SandboxPerson) -> None:
    await person.sends_document("plans.pdf", b"%PDF-", size=BIG)


def _answer_to(thing: Pair, moment: Moment) -> tuple[Pair, ...]:
    """What is said: most often what came and what to send instead."""
    if thing[1] == "a contact" and moment.expects == "contact":
        return (NOT_OWN,)
    if thing[1] == "a file" and (moment.expects in TAKES_FILES or moment in FORMS):
        return (TOO_HEAVY,)
    return (thing, EXPECTED[moment.expects])


async def _all_wrong(world: DemoWorld, tongue: Tongue, moment: Moment) -> None:
    client = world.client
    for text, words in moment.wrong:
        mark = client.mark()
        await client.says(text)
        answer = await client.sees_after(mark, tongue(words))
        assert tongue(moment.asks) in answer.text, (text, moment.name)
    for send, thing in THINGS:
        kept = thing[1] in (KEPT if moment in REQUEST else KEPT_BEFORE)
        if (kept and moment in FORMS) or (thing[1], moment.expects) in TAKEN:
            continue
        mark = client.mark()
        await send(world)
        for words in _answer_to(thing, moment):
            answer = await client.sees_after(mark, tongue(words))
            assert tongue(moment.asks) in answer.text, (thing, moment.name)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_every_question_is_first_answered_wrongly(tower: DemoWorld, lang: str) -> None:
    world = tower
    client, tongue = world.client, Tongue(lang)
    await moments.choose_language(client, tongue)
    mark = -1
    for moment in (*REGISTRATION, *REQUEST):
        await moments.asked(client, tongue, moment, mark)
        await _all_wrong(world, tongue, moment)
        mark = client.mark()
        await moment.answer(client, tongue)

    await client.sees("DEM-2026-0001")
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert "Claire Martin" in card.text
    assert "\n• 20 × Bureau droit 160x80, piètement acier (B)\n" in card.text
    assert "Badge à l’accueil" in card.text
    assert await _stored(world) == ("12 rue Hoche", "93500", 2, "goods", 20, "dock", False)


async def _stored(world: DemoWorld) -> tuple[object, ...]:
    db = Database(world.settings.database_url)
    c = requests.c
    columns = (c.address, c.postcode, c.floor, c.lift, c.carry_m, c.parking, c.occupied)
    try:
        async with db.read(world.clock.now()) as tx:
            (row,) = await tx.rows(select(*columns))
    finally:
        await db.close()
    return tuple(row)


async def test_a_photo_is_kept_whatever_is_asked(world: DemoWorld) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    mark = await moments.play(client, tongue, REGISTRATION)
    for count, moment in enumerate(REQUEST[:17], 1):
        await moments.asked(client, tongue, moment, mark)
        await client.sends_photos(1)
        told = await client.sees_after(mark, f": {count} photo")
        assert moment.asks[0] in told.text
        mark = client.mark()
        await moment.answer(client, tongue)

    await client.sees_after(mark, "17 photos reçues")
    await client.taps("Terminé")
    await client.sees("À partir de quel jour")
    await client.sends_photos(2)
    await client.sees("19 photos")
    await client.sees("À partir de quel jour")
    await client.sends_photos(2)
    assert "À partir de quel jour" in (await client.sees("J’ai déjà 20 photos")).text
    await moments.play(client, tongue, REQUEST[18:])
    await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert [len(one.parts) for one in world.group.screen if one.kind == "album"] == [10, 10]


async def test_an_album_where_words_are_asked_is_answered_once(world: DemoWorld) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    await moments.play(client, tongue, (*REGISTRATION, REQUEST[0]))
    await moments.asked(client, tongue, REQUEST[1])
    before = len(client.screen)

    await client.sends_photos(14)
    await client.sees("14 photos")

    assert len(client.screen) == before + 3  # two albums, one answer
    await client.says("12 rue Hoche")
    await client.sees("Quel est le code postal")


async def test_fourteen_photos_and_one_as_a_file_are_all_kept(world: DemoWorld) -> None:
    client, tongue = world.client, Tongue("fr")
    await moments.choose_language(client, tongue)
    await moments.play(client, tongue, (*REGISTRATION, *REQUEST[:17]))
    await moments.asked(client, tongue, REQUEST[17])

    await client.sends_photos(14)
    await client.sees("14 photos")
    await client.sends_document("IMG_0042.HEIC", heic(), "image/heic")
    await client.sees("15 photos")
    await client.sends_photos(8)
    refused = await client.sees("J’ai déjà 20 photos")
    assert "Les premières sont gardées" in refused.text
    await client.taps("Terminé")
    noted = await client.sees("À partir de quel jour")
    assert "20 photos" in noted.text
    await moments.play(client, tongue, REQUEST[18:])

    await client.sees("DEM-2026-0001")
    await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert [len(one.parts) for one in world.group.screen if one.kind == "album"] == [10, 9]
    original = await world.coordinator.sees(
        lambda seen: seen.name == "IMG_0042.HEIC", chat=world.group
    )
    assert await original.bytes() == heic()
    picture = await world.coordinator.sees(lambda seen: seen.kind == "photo", chat=world.group)
    assert (await picture.bytes()).startswith(b"\xff\xd8\xff")
