"""Everyone sees the commands that are theirs, in their language; the menu follows the person."""

from pathlib import Path

import orjson

from bot.demo.world import DemoWorld, playing, set_up
from bot.telegram.limits import SendLimits
from sandbox.watching import WITHIN, until
from storage import people
from storage.engine import Database
from tests import trade
from tests.conftest import NOW
from tests.journeys.colleague_steps import comes_in, invites, opens_card
from tests.journeys.joining_steps import invitation
from tests.journeys.steps import register

CLIENT = ["new", "status", "poster", "help", "language", "cancel", "privacy"]
LEAD = ["new", "status", "invite", "poster", "help", "language", "cancel", "privacy"]
CREW = ["status", "help", "language", "cancel", "privacy"]
COORDINATOR = [
    "status",
    "find",
    "cold",
    "crew",
    "away",
    "poster",
    "help",
    "language",
    "cancel",
    "privacy",
]
ADMIN = [*COORDINATOR, "books"]
FRENCH, ENGLISH = "Aide", "Help"


def told(scene: DemoWorld, *scope: str | int) -> tuple[list[str], str]:
    """Say which commands Telegram was told for a scope, and its word for help."""
    key = orjson.dumps([str(one) for one in scope] + ([""] if len(scope) == 1 else [])).decode()
    menu = scene.sandbox.core.world.commands.get(key, [])
    words = {one["command"]: one["description"] for one in menu}
    return list(words), words.get("help", "")


def own(scene: DemoWorld, chat_id: int) -> tuple[list[str], str]:
    return told(scene, "chat", chat_id, "")


async def sees_menu(scene: DemoWorld, chat_id: int, names: list[str], words: str) -> None:
    """Wait until a chat has these commands in this language."""
    wanted = (names, words)
    await until(scene.sandbox.core, chat_id, lambda: own(scene, chat_id) == wanted or None, WITHIN)
    assert own(scene, chat_id) == wanted


async def test_each_scope_has_its_commands_in_each_language(scene: DemoWorld) -> None:
    for language, words in (("fr", FRENCH), ("en", ENGLISH), ("", FRENCH)):
        assert told(scene, "default", language) == (["start", "help"], words)
        assert told(scene, "all_private_chats", language) == (CLIENT, words)
    moussa, olena = scene.crew[0], scene.crew[4]
    assert own(scene, scene.group.id) == (["status", "help"], FRENCH)
    assert own(scene, moussa.id) == (CREW, FRENCH)
    assert own(scene, olena.id) == (CREW, ENGLISH)
    assert own(scene, scene.client.id) == ([], "")


async def test_who_gains_a_role_gets_its_menu_and_keeps_it_in_another_language(
    scene: DemoWorld,
) -> None:
    office, tariq = scene.coordinator, scene.crew[-1]
    assert own(scene, office.id) == own(scene, tariq.id) == ([], "")
    await office.says("/start")
    await sees_menu(scene, office.id, ADMIN, FRENCH)

    await tariq.says(f"/start {await invitation(office)}")
    await tariq.taps("English")
    await tariq.shares_contact()
    await sees_menu(scene, tariq.id, CREW, ENGLISH)

    await tariq.says("/language")
    await tariq.taps("Français")
    await sees_menu(scene, tariq.id, CREW, FRENCH)


async def test_who_leads_a_company_may_invite_until_they_lead_no_more(scene: DemoWorld) -> None:
    claire, hugo = scene.client, scene.other_client
    await register(claire)
    await sees_menu(scene, claire.id, LEAD, FRENCH)
    mark = claire.mark()
    await claire.says("/language")
    await claire.sees_after(mark, "Which language?")
    await claire.taps("English")
    await sees_menu(scene, claire.id, LEAD, ENGLISH)
    await comes_in(hugo, await invites(claire))
    assert own(scene, hugo.id) == ([], "")
    await opens_card(claire, "Hugo Petit")
    await claire.taps("Hand over")
    await sees_menu(scene, hugo.id, LEAD, ENGLISH)
    await sees_menu(scene, claire.id, [], "")


async def test_who_led_a_company_before_the_start_finds_the_menu(tmp_path: Path) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as scene:
        db = Database(scene.settings.database_url)
        async with db.begin(NOW) as tx:
            claire = await trade.client(tx, scene.client.id)
            await people.change(tx, claire, leads_company=True)
        await db.close()
        scene.client.acts.private_chat(scene.client.user).started = True
        async with playing(scene.settings, scene.clock):
            await sees_menu(scene, scene.client.id, LEAD, FRENCH)


async def test_the_menu_moves_with_the_coordinators_group(tmp_path: Path) -> None:
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as scene:
        small = scene.sandbox.group("Petit groupe", [scene.coordinator], supergroup=False)
        settings = scene.settings.model_copy(update={"coordinator_chat_id": small.id})
        async with playing(settings, scene.clock):
            old = small.id
            await scene.coordinator.upgrades(small)
            assert small.id != old
            await sees_menu(scene, small.id, ["status", "help"], FRENCH)
