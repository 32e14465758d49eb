"""Long polling: what is confirmed is gone, everything else comes again."""

import asyncio

import pytest

from sandbox import Sandbox, SandboxPerson
from tests.sandbox.line import Line, RefusedError, asking, button, inline
from tests.sandbox.polled import texts

OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
    "the webhook first"
)


async def test_updates_come_until_a_higher_offset_confirms_them(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    await claire.says("un")
    await claire.says("deux")
    first = await bot("getUpdates")
    assert texts(first) == ["un", "deux"]
    assert await bot("getUpdates") == first
    assert texts(await bot("getUpdates", offset=first[0]["update_id"] + 1)) == ["deux"]
    assert sandbox.updates_pending() == 1
    assert await bot("getUpdates", offset=first[1]["update_id"] + 1) == []
    assert await bot("getUpdates") == []


async def test_update_ids_rise_by_one(bot: Line, claire: SandboxPerson) -> None:
    for text in "abc":
        await claire.says(text)
    ids = [update["update_id"] for update in await asking(bot)]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]


async def test_the_limit_holds(bot: Line, claire: SandboxPerson) -> None:
    for number in range(5):
        await claire.says(str(number))
    assert texts(await bot("getUpdates", limit=2)) == ["0", "1"]
    assert len(await bot("getUpdates", limit=1000)) == 5
    assert len(await bot("getUpdates", limit=0)) == 1


async def test_a_negative_offset_keeps_the_newest_only(bot: Line, claire: SandboxPerson) -> None:
    for number in range(4):
        await claire.says(str(number))
    assert texts(await bot("getUpdates", offset=-1)) == ["3"]
    assert texts(await bot("getUpdates")) == ["3"]


async def test_a_long_poll_ends_with_the_first_update(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=30))
    await sandbox.called("getUpdates", 3)
    await claire.says("enfin")
    assert texts(await poll) == ["enfin"]


async def test_a_second_poller_ends_the_first(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    first = asyncio.create_task(bot("getUpdates", timeout=30))
    await sandbox.called("getUpdates", 3)
    second = asyncio.create_task(bot("getUpdates", timeout=30))
    with pytest.raises(RefusedError) as refusal:
        await first
    assert refusal.value.args == (409, OTHER_POLLER)
    await claire.says("pour la seconde")
    assert texts(await second) == ["pour la seconde"]


async def test_an_open_poll_ends_with_the_sandbox(bot: Line) -> None:
    async with Sandbox() as other:
        bot.url, bot.token = other.url, other.token
        poll = asyncio.create_task(bot("getUpdates", timeout=50))
        await other.called("getUpdates")
    assert await poll == []


async def test_kinds_that_were_not_asked_for_do_not_come(bot: Line, claire: SandboxPerson) -> None:
    await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=inline([button("Oui", "y")]))
    await bot("getUpdates", allowed_updates=["callback_query"])
    await claire.says("ne vient pas")
    await claire.taps("Oui", within=0.0)
    updates = await asking(bot)
    assert [sorted(update) for update in updates] == [["callback_query", "update_id"]]
    await bot("getUpdates", allowed_updates=[])
    await claire.says("vient")
    assert texts(await asking(bot)) == ["vient"]


async def test_updates_are_kept_for_a_day(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    await claire.says("hier")
    started = sandbox.core.updates.wall()
    sandbox.core.updates.wall = lambda: started + 24 * 3600 + 5
    await claire.says("aujourd’hui")
    assert texts(await bot("getUpdates")) == ["aujourd’hui"]


async def test_no_polling_beside_a_webhook(bot: Line) -> None:
    await bot("setWebhook", url="http://127.0.0.1:9/hook")
    with pytest.raises(RefusedError) as refusal:
        await bot("getUpdates")
    assert refusal.value.args == (409, WEBHOOK_ACTIVE)
    await bot("deleteWebhook")
    assert await bot("getUpdates") == []


async def test_a_webhook_ends_an_open_poll(bot: Line, sandbox: Sandbox) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=30))
    await sandbox.called("getUpdates")
    await bot("setWebhook", url="http://127.0.0.1:9/hook")
    with pytest.raises(RefusedError, match="terminated by setWebhook request"):
        await poll


async def test_everything_can_be_dropped(bot: Line, claire: SandboxPerson) -> None:
    await claire.says("oublié")
    await bot("deleteWebhook", drop_pending_updates=True)
    assert await bot("getUpdates") == []


async def test_deleting_a_webhook_keeps_the_updates(bot: Line, claire: SandboxPerson) -> None:
    await claire.says("gardé")
    await bot("deleteWebhook")
    assert texts(await bot("getUpdates")) == ["gardé"]


async def test_settled_waits_for_the_last_confirmation(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    await claire.says("un")
    with pytest.raises(AssertionError, match="1 updates are not confirmed"):
        await sandbox.settled(within=0)
    waiting = asyncio.create_task(sandbox.settled())
    await asking(bot)
    await waiting


async def test_a_new_webhook_may_drop_what_waits(bot: Line, claire: SandboxPerson) -> None:
    await claire.says("oublié")
    await bot("setWebhook", url="http://127.0.0.1:9/hook", drop_pending_updates=True)
    assert (await bot("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_long_poll_may_end_with_nothing(sandbox: Sandbox) -> None:
    assert await sandbox.core.updates.take(0, 100, 0.01) == []
    assert await sandbox.core.updates.take(0, 100, 0.01) == []
