"""Everyone sees the commands that are theirs, in their language; the menu follows the person."""

from pathlib import Path

import orjson

from bot.demo.world import DemoWorld, bot_running, set_up
from bot.telegram.limits import SendLimits
from sandbox.watching import WITHIN, until
from storage import people
from storage.engine import Database
from tests import trade
from tests.conftest import NOW
from tests.journeys.colleague_steps import comes_in, invites, opens_card
from tests.journeys.joining_steps import invitation
from tests.journeys.steps import register

CLIENT = ["new", "status", "history", "poster", "help", "language", "cancel", "privacy"]
LEAD = ["new", "status", "history", "invite", "poster", "help", "language", "cancel", "privacy"]
CREW = ["status", "help", "language", "cancel", "privacy"]
COORDINATOR = [
    "status",
    "today",
    "week",
    "find",
    "cold",
    "crew",
    "away",
    "words",
    "poster",
    "help",
    "language",
    "cancel",
    "privacy",
]
ADMIN = [*COORDINATOR, "coordinators", "books"]
FRENCH, ENGLISH = "Aide", "Help"


def told(world: DemoWorld, *scope: str | int) -> tuple[list[str], str]:
    """Say which commands Telegram was told for a scope, and its word for help."""
    key = orjson.dumps([str(one) for one in scope] + ([""] if len(scope) == 1 else [])).decode()
    menu = world.sandbox.core.world.commands.get(key, [])
    words = {one["command"]: one["description"] for one in menu}
    return list(words), words.get("help", "")


def own(world: DemoWorld, chat_id: int) -> tuple[list[str], str]:
    return told(world, "chat", chat_id, "")


async def sees_menu(world: DemoWorld, chat_id: int, names: list[str], words: str) -> None:
    """Wait until a chat has these commands in this language."""
    wanted = (names, words)
    await until(world.sandbox.core, chat_id, lambda: own(world, chat_id) == wanted or None, WITHIN)
    assert own(world, chat_id) == wanted


async def test_each_scope_has_its_commands_in_each_language(world: DemoWorld) -> None:
    for language, words in (("fr", FRENCH), ("en", ENGLISH), ("", FRENCH)):
        assert told(world, "default", language) == (["start", "help"], words)
        assert told(world, "all_private_chats", language) == (CLIENT, words)
    moussa, olena = world.crew[0], world.crew[4]
    assert own(world, world.group.id) == (["status", "help"], FRENCH)
    assert own(world, moussa.id) == (CREW, FRENCH)
    assert own(world, olena.id) == (CREW, ENGLISH)
    assert own(world, world.client.id) == ([], "")


async def test_who_gains_a_role_gets_its_menu_and_keeps_it_in_another_language(
    world: DemoWorld,
) -> None:
    office, tariq = world.coordinator, world.crew[-1]
    assert own(world, office.id) == own(world, tariq.id) == ([], "")
    await office.says("/start")
    await sees_menu(world, office.id, ADMIN, FRENCH)

    await tariq.says(f"/start {await invitation(office)}")
    await tariq.taps("English")
    await tariq.shares_contact()
    await sees_menu(world, tariq.id, CREW, ENGLISH)

    await tariq.says("/language")
    await tariq.taps("Français")
    await sees_menu(world, tariq.id, CREW, FRENCH)


async def test_who_leads_a_company_may_invite_until_they_lead_no_more(world: DemoWorld) -> None:
    claire, hugo = world.client, world.other_client
    await register(claire)
    await sees_menu(world, claire.id, LEAD, FRENCH)
    mark = claire.mark()
    await claire.says("/language")
    await claire.sees_after(mark, "Which language?")
    await claire.taps("English")
    await sees_menu(world, claire.id, LEAD, ENGLISH)
    await comes_in(hugo, await invites(claire))
    assert own(world, hugo.id) == ([], "")
    await opens_card(claire, "Hugo Petit")
    await claire.taps("Hand over")
    await sees_menu(world, hugo.id, LEAD, ENGLISH)
    await sees_menu(world, claire.id, [], "")


async def test_who_led_a_company_before_the_start_finds_the_menu(tmp_path: Path) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as world:
        db = Database(world.settings.database_url)
        async with db.begin(NOW) as tx:
            claire = await trade.client(tx, world.client.id)
            await people.change(tx, claire, leads_company=True)
        await db.close()
        world.client.acts.private_chat(world.client.user).started = True
        async with bot_running(world.settings, world.clock):
            await sees_menu(world, world.client.id, LEAD, FRENCH)


async def test_the_menu_moves_with_the_coordinators_group(tmp_path: Path) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as world:
        small = world.sandbox.group("Petit groupe", [world.coordinator], supergroup=False)
        settings = world.settings.model_copy(update={"coordinator_chat_id": small.id})
        async with bot_running(settings, world.clock):
            old = small.id
            await world.coordinator.upgrades(small)
            assert small.id != old
            await sees_menu(world, small.id, ["status", "help"], FRENCH)
