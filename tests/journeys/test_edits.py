"""People edit what they wrote, or only put a mark on it."""

from bot.demo.world import DemoWorld
from tests.journeys.steps import register, request

NOT_READ = "Je ne relis pas"


async def test_a_mark_on_a_message_gets_no_answer(world: DemoWorld) -> None:
    client = world.client
    written = await client.says("bonjour")
    await client.sees("Bonjour")
    await client.reacts(written, "👍")
    written = await client.edits(written, "bonsoir")
    await client.sees(NOT_READ)
    await client.reacts(written, "🎉")
    await client.says("/help")
    await client.sees("/start")

    assert sum(NOT_READ in seen.text for seen in client.screen) == 1


async def test_a_mark_in_the_group_does_not_give_the_command_again(world: DemoWorld) -> None:
    office, group = world.coordinator, world.group
    asked = await office.says("/help", chat=group)
    await office.sees("Ici arrivent les demandes", chat=group)
    await office.reacts(asked, "👍")
    await office.says("/id", chat=group)
    await office.sees(str(group.id), chat=group)

    assert sum("Ici arrivent" in seen.text for seen in group.screen) == 1


async def test_a_mark_is_not_relayed_as_words(world: DemoWorld) -> None:
    client, office = world.client, world.coordinator
    await register(client)
    await request(client)
    await office.taps("🗣️ Parler", chat=world.group)
    await client.sees("vous répond en personne")
    written = await client.says("Il y a un badge")
    await office.sees("Il y a un badge")
    await client.reacts(written, "👍")
    await client.says("À l’accueil")
    await office.sees("À l’accueil")

    assert sum("Il y a un badge" in seen.text for seen in office.screen) == 1
