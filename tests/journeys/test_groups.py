"""Groups: the coordinators' one, which may move, and those where the bot is not wanted."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.demo.world import DemoWorld, bot_running, set_up
from bot.telegram.limits import SendLimits
from sandbox import Group
from storage.tables import events, facts, people
from tests.conftest import NOW
from tests.journeys import records
from tests.journeys.steps import POSTAL_ADDRESS, register, request


async def test_words_in_the_coordinators_group_are_ignored_and_commands_answered(
    world: DemoWorld,
) -> None:
    office, group = world.coordinator, world.group
    await office.says("bonjour à tous", chat=group)
    await office.says("/help", chat=group)
    helped = await office.sees("Ici arrivent les demandes", chat=group)
    before = len(group.screen)
    await office.says("merci", chat=group, reply_to=helped)
    await office.says("/status@another_bot", chat=group)
    await world.sandbox.settled()

    assert len(group.screen) == before + 2


async def test_anybody_learns_the_numbers_that_the_settings_ask_for(world: DemoWorld) -> None:
    other = world.sandbox.group("Vacances", [world.coordinator])
    await world.coordinator.says("/id", chat=other)
    await world.coordinator.sees(str(other.id), chat=other)
    await world.coordinator.says("/id")
    await world.coordinator.sees(str(world.coordinator.id))


async def test_status_in_the_group_shows_what_waits_to_coordinators_only(world: DemoWorld) -> None:
    await register(world.client)
    await request(world.client)
    await world.coordinator.sees("DEM-2026-0001 ·", chat=world.group)
    await world.coordinator.says("/status", chat=world.group)
    await world.coordinator.sees("À suivre", chat=world.group)
    await world.crew[0].joins(world.group)
    mark = world.coordinator.mark()
    await world.crew[0].says("/status", chat=world.group)
    told = await world.coordinator.sees_after(mark, "Ici arrivent", chat=world.group)
    assert "DEM-2026-0001" not in told.text


async def test_a_group_where_the_bot_is_not_wanted_stays_silent(world: DemoWorld) -> None:
    stranger = world.sandbox.person("stranger", first_name="Zoé")
    other = world.sandbox.group("Vacances", [stranger])
    known = await records.rows(world, select(func.count()).select_from(people))
    for words in ("/start", "/help@r4_demo_bot", "/status", "/new", "bonjour"):
        await stranger.says(words, chat=other)
    newcomer = world.sandbox.person("newcomer", first_name="Yves")
    await newcomer.joins(other)
    await newcomer.leaves(other)
    await stranger.removes_bot(other)
    await world.sandbox.settled()

    assert [seen for seen in other.screen if seen.from_bot] == []
    assert not [seen for seen in world.group.screen if seen.from_bot]
    assert await records.rows(world, select(func.count()).select_from(people)) == known


async def _agree(world: DemoWorld, group: Group) -> None:
    client = world.client
    await world.coordinator.taps("Envoyer le devis", chat=group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Jeanne Duval")
    await client.sees("Quelle est sa fonction")
    await client.says("Directrice de travaux")
    await client.sees("adresse postale")
    await client.says(POSTAL_ADDRESS)


async def test_a_group_that_moves_takes_its_cards_along(tmp_path: Path) -> None:
    limits = SendLimits(0, 0, 0)
    async with set_up(tmp_path, now=NOW, send_limits=limits) as world:
        small = world.sandbox.group("Petit groupe", [world.coordinator], supergroup=False)
        settings = world.settings.model_copy(update={"coordinator_chat_id": small.id})
        async with bot_running(settings, world.clock):
            await register(world.client)
            await request(world.client)
            await world.coordinator.sees("DEM-2026-0001 ·", chat=small)
            old = small.id
            await world.coordinator.upgrades(small)
            assert small.id != old
            await _agree(world, small)
            card = await world.coordinator.sees("Accord de Jeanne Duval", chat=small)
            assert card.chat_id == small.id
            await world.sandbox.settled()
            assert [seen for seen in world.coordinator.screen if "⚠️" in seen.text] == []
            assert not [seen for seen in small.screen if "⚠️" in seen.text]
        async with bot_running(settings, world.clock):  # the settings still say the old id
            await world.coordinator.says("/help", chat=small)
            await world.coordinator.sees("Ici arrivent", chat=small)
    found = await records.rows(world, select(facts.c.value).where(facts.c.name.like("coord%")))
    assert found == [({"chat": small.id, "configured": old},)]


@pytest.mark.parametrize("said", [True, False])
async def test_while_the_group_is_lost_coordinators_are_told_in_private(
    world: DemoWorld,
    said: bool,
) -> None:
    office, group = world.coordinator, world.group
    await office.says("/start")
    await register(world.client)
    if said:
        await office.removes_bot(group)
        await office.sees("Je ne peux plus écrire dans le groupe")
    else:
        group.chat.bot_gone = True
    await request(world.client)
    await office.sees("Je ne peux plus écrire dans le groupe")
    if said:
        await office.sees("Nouvelle demande DEM-2026-0001")
    await office.taps("Voir ce qui attend")
    await office.sees("DEM-2026-0001")
    await world.sandbox.settled()
    told = [seen for seen in office.screen if "Je ne peux plus écrire" in seen.text]

    await office.adds_bot(group)
    await office.sees("DEM-2026-0001 ·", chat=group)

    assert len(told) == 1


async def test_without_a_group_a_request_reaches_the_coordinators_in_private(
    tmp_path: Path,
) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as world:
        settings = world.settings.model_copy(update={"coordinator_chat_id": None})
        async with bot_running(settings, world.clock):
            await world.coordinator.says("/start")
            await register(world.client)
            await request(world.client)
            await world.coordinator.sees("Nouvelle demande DEM-2026-0001")


async def test_a_group_named_later_in_the_settings_counts(tmp_path: Path) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as world:
        small = world.sandbox.group("Petit groupe", [world.coordinator], supergroup=False)
        settings = world.settings.model_copy(update={"coordinator_chat_id": small.id})
        async with bot_running(settings, world.clock):
            await world.coordinator.upgrades(small)
            await world.sandbox.settled()
        other = world.sandbox.group("Nouveau groupe", [world.coordinator])
        settings = world.settings.model_copy(update={"coordinator_chat_id": other.id})
        async with bot_running(settings, world.clock):
            await world.coordinator.says("/help", chat=other)
            await world.coordinator.sees("Ici arrivent", chat=other)


async def test_an_answer_goes_to_the_topic_that_it_was_asked_in(world: DemoWorld) -> None:
    office = world.coordinator
    forum = world.sandbox.group("Équipe", [office], forum=True)
    topic = forum.opens_topic("Chantiers")
    await office.says("/id", chat=forum, topic=topic)
    answer = await office.sees(str(forum.id), chat=forum)
    assert answer.topic == topic

    mark = office.mark()
    await office.says("/id", chat=forum)
    assert (await office.sees_after(mark, str(forum.id), chat=forum)).topic is None


async def test_an_answer_goes_to_general_where_its_topic_is_gone(world: DemoWorld) -> None:
    office = world.coordinator
    forum = world.sandbox.group("Équipe", [office], forum=True)
    topic = forum.opens_topic("Chantiers")
    asked = await office.says("/id", chat=forum, topic=topic)
    forum.deletes_topic(topic)
    assert asked.topic == topic
    assert (await office.sees(str(forum.id), chat=forum)).topic is None


async def test_an_administrator_who_adds_the_bot_may_make_it_the_coordinators_group(
    world: DemoWorld,
) -> None:
    office, old = world.coordinator, world.group
    await office.says("/start")
    await register(world.client)
    await request(world.client)
    await office.sees("DEM-2026-0001 ·", chat=old)
    other = world.sandbox.group("Bureau", [office, world.crew[0]])
    await office.removes_bot(other)
    await office.adds_bot(other)
    offer = await office.sees("Est-ce ici que les demandes", chat=other)
    assert "pas pour vous" in (await world.crew[0].presses("a:ourgroup:0:0", offer) or "")

    await office.taps("Oui, ce groupe", chat=other)
    await office.sees("DEM-2026-0001 ·", chat=other)
    await office.sees("arrivent désormais dans un autre groupe", chat=old)
    await office.taps("↩ Annuler", chat=other)
    await office.sees("dans le groupe d’avant", chat=other)
    await office.sees("arrivent de nouveau ici", chat=old)
    c = events.c
    trail = select(c.what, c.actor_id).where(c.subject == "group").order_by(c.id)
    assert await records.rows(world, trail) == [
        ("group_chosen", office.id),
        ("group_taken_back", office.id),
    ]


async def test_a_group_without_an_administrator_is_offered_nothing(world: DemoWorld) -> None:
    stranger = world.sandbox.person("stranger", first_name="Zoé")
    other = world.sandbox.group("Vacances", [stranger])
    await stranger.removes_bot(other)
    await stranger.adds_bot(other)
    await world.sandbox.settled()

    assert [seen for seen in other.screen if seen.from_bot] == []
