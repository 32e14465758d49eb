"""Groups: the coordinators' one, which may move, and those where the bot is not wanted."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.demo.world import DemoWorld, playing, set_up
from bot.telegram.limits import SendLimits
from sandbox import Group
from storage.tables import facts, people
from tests.conftest import NOW
from tests.journeys import records
from tests.journeys.steps import POSTAL_ADDRESS, register, request


async def test_words_in_the_coordinators_group_are_ignored_and_commands_answered(
    scene: DemoWorld,
) -> None:
    office, group = scene.coordinator, scene.group
    await office.says("bonjour à tous", chat=group)
    await office.says("/help", chat=group)
    helped = await office.sees("Ici arrivent les demandes", chat=group)
    before = len(group.screen)
    await office.says("merci", chat=group, reply_to=helped)
    await office.says("/status@another_bot", chat=group)
    await scene.sandbox.settled()

    assert len(group.screen) == before + 2


async def test_anybody_learns_the_numbers_that_the_settings_ask_for(scene: DemoWorld) -> None:
    other = scene.sandbox.group("Vacances", [scene.coordinator])
    await scene.coordinator.says("/id", chat=other)
    await scene.coordinator.sees(str(other.id), chat=other)
    await scene.coordinator.says("/id")
    await scene.coordinator.sees(str(scene.coordinator.id))


async def test_status_in_the_group_shows_what_waits_to_coordinators_only(scene: DemoWorld) -> None:
    await register(scene.client)
    await request(scene.client)
    await scene.coordinator.sees("DEM-2026-0001 ·", chat=scene.group)
    await scene.coordinator.says("/status", chat=scene.group)
    await scene.coordinator.sees("À suivre", chat=scene.group)
    await scene.crew[0].joins(scene.group)
    mark = scene.coordinator.mark()
    await scene.crew[0].says("/status", chat=scene.group)
    told = await scene.coordinator.sees_after(mark, "Ici arrivent", chat=scene.group)
    assert "DEM-2026-0001" not in told.text


async def test_a_group_where_the_bot_is_not_wanted_stays_silent(scene: DemoWorld) -> None:
    stranger = scene.sandbox.person("stranger", first_name="Zoé")
    other = scene.sandbox.group("Vacances", [stranger])
    known = await records.rows(scene, select(func.count()).select_from(people))
    for words in ("/start", "/help@r4_demo_bot", "/status", "/new", "bonjour"):
        await stranger.says(words, chat=other)
    newcomer = scene.sandbox.person("newcomer", first_name="Yves")
    await newcomer.joins(other)
    await newcomer.leaves(other)
    await stranger.removes_bot(other)
    await scene.sandbox.settled()

    assert [seen for seen in other.screen if seen.from_bot] == []
    assert not [seen for seen in scene.group.screen if seen.from_bot]
    assert await records.rows(scene, select(func.count()).select_from(people)) == known


async def _agree(scene: DemoWorld, group: Group) -> None:
    client = scene.client
    await scene.coordinator.taps("Envoyer le devis", chat=group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")
    await client.says("Directrice de travaux")
    await client.sees("adresse postale")
    await client.says(POSTAL_ADDRESS)


async def test_a_group_that_moves_takes_its_cards_along(tmp_path: Path) -> None:
    limits = SendLimits(0, 0, 0)
    async with set_up(tmp_path, now=NOW, send_limits=limits) as scene:
        small = scene.sandbox.group("Petit groupe", [scene.coordinator], supergroup=False)
        settings = scene.settings.model_copy(update={"coordinator_chat_id": small.id})
        async with playing(settings, scene.clock):
            await register(scene.client)
            await request(scene.client)
            await scene.coordinator.sees("DEM-2026-0001 ·", chat=small)
            old = small.id
            await scene.coordinator.upgrades(small)
            assert small.id != old
            await _agree(scene, small)
            card = await scene.coordinator.sees("Accord de Jeanne Duval", chat=small)
            assert card.chat_id == small.id
            await scene.sandbox.settled()
            assert [seen for seen in scene.coordinator.screen if "⚠️" in seen.text] == []
            assert not [seen for seen in small.screen if "⚠️" in seen.text]
        async with playing(settings, scene.clock):  # the settings still say the old id
            await scene.coordinator.says("/help", chat=small)
            await scene.coordinator.sees("Ici arrivent", chat=small)
    found = await records.rows(scene, select(facts.c.value).where(facts.c.name.like("coord%")))
    assert found == [({"chat": small.id, "configured": old},)]


@pytest.mark.parametrize("said", [True, False])
async def test_while_the_group_is_lost_coordinators_are_told_in_private(
    scene: DemoWorld,
    said: bool,
) -> None:
    office, group = scene.coordinator, scene.group
    await office.says("/start")
    await register(scene.client)
    if said:
        await office.removes_bot(group)
        await office.sees("Je ne peux plus écrire dans le groupe")
    else:
        group.chat.bot_gone = True
    await request(scene.client)
    await office.sees("Je ne peux plus écrire dans le groupe")
    if said:
        await office.sees("Nouvelle demande DEM-2026-0001")
    await office.taps("Voir ce qui attend")
    await office.sees("DEM-2026-0001")
    await scene.sandbox.settled()
    told = [seen for seen in office.screen if "Je ne peux plus écrire" in seen.text]

    await office.adds_bot(group)
    await office.sees("DEM-2026-0001 ·", chat=group)

    assert len(told) == 1


async def test_without_a_group_a_request_reaches_the_coordinators_in_private(
    tmp_path: Path,
) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as scene:
        settings = scene.settings.model_copy(update={"coordinator_chat_id": None})
        async with playing(settings, scene.clock):
            await scene.coordinator.says("/start")
            await register(scene.client)
            await request(scene.client)
            await scene.coordinator.sees("Nouvelle demande DEM-2026-0001")


async def test_a_group_named_later_in_the_settings_counts(tmp_path: Path) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as scene:
        small = scene.sandbox.group("Petit groupe", [scene.coordinator], supergroup=False)
        settings = scene.settings.model_copy(update={"coordinator_chat_id": small.id})
        async with playing(settings, scene.clock):
            await scene.coordinator.upgrades(small)
            await scene.sandbox.settled()
        other = scene.sandbox.group("Nouveau groupe", [scene.coordinator])
        settings = scene.settings.model_copy(update={"coordinator_chat_id": other.id})
        async with playing(settings, scene.clock):
            await scene.coordinator.says("/help", chat=other)
            await scene.coordinator.sees("Ici arrivent", chat=other)


async def test_an_answer_goes_to_the_topic_that_it_was_asked_in(scene: DemoWorld) -> None:
    office = scene.coordinator
    forum = scene.sandbox.group("Équipe", [office], forum=True)
    topic = forum.opens_topic("Chantiers")
    await office.says("/id", chat=forum, topic=topic)
    answer = await office.sees(str(forum.id), chat=forum)
    assert answer.topic == topic

    mark = office.mark()
    await office.says("/id", chat=forum)
    assert (await office.sees_after(mark, str(forum.id), chat=forum)).topic is None


async def test_an_answer_goes_to_general_where_its_topic_is_gone(scene: DemoWorld) -> None:
    office = scene.coordinator
    forum = scene.sandbox.group("Équipe", [office], forum=True)
    topic = forum.opens_topic("Chantiers")
    asked = await office.says("/id", chat=forum, topic=topic)
    forum.deletes_topic(topic)
    assert asked.topic == topic
    assert (await office.sees(str(forum.id), chat=forum)).topic is None
