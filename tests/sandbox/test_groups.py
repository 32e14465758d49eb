"""Groups: privacy mode, topics, pins, members, and groups that change their id."""

from typing import Any

import pytest

from sandbox import CannotError, Group, Sandbox, SandboxPerson
from tests.sandbox.line import Line, RefusedError, asking
from tests.sandbox.refusals import refusal


@pytest.fixture
async def sofia(sandbox: Sandbox) -> SandboxPerson:
    return sandbox.person("coordinator", first_name="Sofia")


@pytest.fixture
async def group(sandbox: Sandbox, bot: Line, sofia: SandboxPerson) -> Group:
    made = sandbox.group("Coordination", [sofia], forum=True)
    await asking(bot)
    return made


async def test_the_bot_learns_that_it_is_in(
    sandbox: Sandbox, bot: Line, sofia: SandboxPerson
) -> None:
    group = sandbox.group("Coordination", [sofia])
    change = (await asking(bot))[0]["my_chat_member"]
    assert change["chat"] == {"id": group.id, "type": "supergroup", "title": "Coordination"}
    assert change["new_chat_member"]["status"] == "administrator"
    assert change["new_chat_member"]["user"]["username"] == "r4_demo_bot"


async def test_privacy_mode_hides_talk(bot: Line, sofia: SandboxPerson, group: Group) -> None:
    await sofia.says("on en parle demain", chat=group)
    await sofia.says("voir 1/2", chat=group)
    await sofia.says("/status@another_bot", chat=group)
    assert await asking(bot) == []
    await sofia.says("/status", chat=group)
    await sofia.says("/status@r4_demo_bot", chat=group)
    texts = [update["message"]["text"] for update in await asking(bot)]
    assert texts == ["/status", "/status@r4_demo_bot"]


async def test_replies_to_the_bot_are_heard(bot: Line, sofia: SandboxPerson, group: Group) -> None:
    await bot("sendMessage", chat_id=group.id, text="carte")
    said = await sofia.says("bavardage", chat=group)
    await sofia.says("à la bavarde", chat=group, reply_to=said)
    await sofia.says("au robot", chat=group, reply_to=group.screen[0])
    assert [u["message"]["text"] for u in await asking(bot)] == ["au robot"]


async def test_an_edit_is_heard_where_the_message_was(
    bot: Line, sofia: SandboxPerson, group: Group
) -> None:
    hidden = await sofia.says("bavardage", chat=group)
    heard = await sofia.says("/status", chat=group)
    await asking(bot)
    await sofia.edits(hidden, "encore")
    changed = await sofia.edits(heard, "/status tout")
    assert (changed.edited, changed.text) == (True, "/status tout")
    assert [u["edited_message"]["text"] for u in await asking(bot)] == ["/status tout"]


async def test_only_own_messages_can_be_edited(
    bot: Line, sofia: SandboxPerson, group: Group
) -> None:
    await bot("sendMessage", chat_id=group.id, text="carte")
    with pytest.raises(CannotError):
        await sofia.edits(group.screen[0], "ma carte")


async def test_everyone_of_the_group_sees_it(
    sandbox: Sandbox, bot: Line, sofia: SandboxPerson, group: Group
) -> None:
    karim, omar = sandbox.person("karim"), sandbox.person("omar")
    await karim.joins(group)
    await bot("sendMessage", chat_id=group.id, text="carte")
    for member in (sofia, karim):
        assert (await member.sees("carte", chat=group)).from_bot
    assert omar.screen_of(group) == ()
    with pytest.raises(CannotError):
        await omar.says("/status", chat=group)


async def test_who_comes_and_goes_is_told(
    sandbox: Sandbox, bot: Line, sofia: SandboxPerson, group: Group
) -> None:
    karim = sandbox.person("karim", first_name="Karim")
    await karim.joins(group)
    await karim.joins(group)
    await karim.leaves(group)
    came, went = (update["message"] for update in await asking(bot))
    assert [user["first_name"] for user in came["new_chat_members"]] == ["Karim"]
    assert went["left_chat_member"]["id"] == karim.id
    member = await bot("getChatMember", chat_id=group.id, user_id=karim.id)
    assert member["status"] == "left"


async def test_members(bot: Line, sofia: SandboxPerson, group: Group) -> None:
    statuses = [
        (await bot("getChatMember", chat_id=group.id, user_id=user))["status"]
        for user in (sofia.id, 7_000_000_001)
    ]
    assert statuses == ["member", "administrator"]
    fault = await refusal(bot, "getChatMember", chat_id=group.id, user_id=1)
    assert fault == "Bad Request: PARTICIPANT_ID_INVALID"


async def test_a_topic_has_its_own_messages(bot: Line, sofia: SandboxPerson, group: Group) -> None:
    topic = await bot("createForumTopic", chat_id=group.id, name="DEM-2026-0001")
    thread = topic["message_thread_id"]
    assert group.topics == {thread: "DEM-2026-0001"}
    sent = await bot("sendMessage", chat_id=group.id, text="carte", message_thread_id=thread)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert group.screen[-1].topic == thread
    said = await sofia.says("/status", chat=group, topic=thread)
    assert (said.topic, (await asking(bot))[0]["message"]["message_thread_id"]) == (thread, thread)


async def test_a_topic_is_renamed_closed_and_opened(bot: Line, group: Group) -> None:
    topic = await bot("createForumTopic", chat_id=group.id, name="un")
    place = {"chat_id": group.id, "message_thread_id": topic["message_thread_id"]}
    assert await bot("editForumTopic", **place, name="deux")
    assert list(group.topics.values()) == ["deux"]
    assert await bot("closeForumTopic", **place)
    assert group.chat.topics[topic["message_thread_id"]].closed
    assert await refusal(bot, "closeForumTopic", **place) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await bot("sendMessage", **place, text="administrateur")
    assert await bot("reopenForumTopic", **place)
    assert await refusal(bot, "editForumTopic", **place, name="deux") == (
        "Bad Request: TOPIC_NOT_MODIFIED"
    )


@pytest.mark.parametrize(
    ("method", "params", "fault"),
    [
        ("createForumTopic", {"name": " "}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"name": "x" * 129}, "TOPIC_TITLE_TOO_LONG"),
        ("sendMessage", {"text": "x", "message_thread_id": 999}, "message thread not found"),
        ("closeForumTopic", {"message_thread_id": 999}, "message thread not found"),
    ],
)
async def test_topics_that_are_refused(
    bot: Line, group: Group, method: str, params: dict[str, Any], fault: str
) -> None:
    assert await refusal(bot, method, chat_id=group.id, **params) == f"Bad Request: {fault}"


async def test_a_group_without_topics(sandbox: Sandbox, bot: Line, sofia: SandboxPerson) -> None:
    plain = sandbox.group("Bureau", [sofia])
    fault = await refusal(bot, "createForumTopic", chat_id=plain.id, name="x")
    assert fault == "Bad Request: the chat is not a forum"


async def test_a_message_is_pinned(bot: Line, group: Group) -> None:
    sent = await bot("sendMessage", chat_id=group.id, text="planning")
    place = {"chat_id": group.id, "message_id": sent["message_id"]}
    assert await bot("pinChatMessage", **place)
    assert (await bot("getChat", chat_id=group.id))["pinned_message"]["text"] == "planning"
    assert list(group.pinned) == [sent["message_id"]]
    assert await bot("unpinChatMessage", chat_id=group.id)
    assert not group.pinned
    fault = await refusal(bot, "pinChatMessage", chat_id=group.id, message_id=999)
    assert fault == "Bad Request: message to pin not found"


async def test_a_group_becomes_a_supergroup(
    sandbox: Sandbox, bot: Line, sofia: SandboxPerson
) -> None:
    group = sandbox.group("Bureau", [sofia], supergroup=False)
    old = group.id
    assert (await bot("getChat", chat_id=old))["type"] == "group"
    await asking(bot)
    await sofia.upgrades(group)
    assert group.id < -1_000_000_000_000
    to, origin = (update["message"] for update in await asking(bot))
    assert (to["chat"]["id"], to["migrate_to_chat_id"]) == (old, group.id)
    assert (origin["chat"]["id"], origin["migrate_from_chat_id"]) == (group.id, old)
    with pytest.raises(RefusedError) as refused:
        await bot("sendMessage", chat_id=old, text="x")
    assert refused.value.args == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    assert refused.value.parameters == {"migrate_to_chat_id": group.id}
    await bot("sendMessage", chat_id=group.id, text="ici")
    await sofia.sees("ici", chat=group)


async def test_a_bot_that_was_removed(bot: Line, sofia: SandboxPerson, group: Group) -> None:
    await sofia.removes_bot(group)
    change = (await asking(bot))[0]["my_chat_member"]
    assert change["new_chat_member"]["status"] == "kicked"
    fault = await refusal(bot, "sendMessage", chat_id=group.id, text="x")
    assert fault == "Forbidden: bot was kicked from the supergroup chat"
    await sofia.says("/status", chat=group)
    assert await asking(bot) == []


async def test_a_bot_that_was_blocked(bot: Line, claire: SandboxPerson) -> None:
    await claire.blocks_bot()
    change = (await asking(bot))[0]["my_chat_member"]
    assert change["new_chat_member"]["status"] == "kicked"
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text="x")
    assert fault == "Forbidden: bot was blocked by the user"
    with pytest.raises(CannotError):
        await claire.says("/start")
    await claire.unblocks_bot()
    await claire.unblocks_bot()
    assert [u["my_chat_member"]["new_chat_member"]["status"] for u in await asking(bot)] == [
        "member"
    ]
    assert await bot("sendMessage", chat_id=claire.id, text="x")


async def test_an_account_that_was_deleted(bot: Line, claire: SandboxPerson) -> None:
    await claire.deletes_account()
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text="x")
    assert fault == "Forbidden: user is deactivated"
    with pytest.raises(CannotError):
        await claire.says("toc toc")


async def test_a_private_chat(bot: Line, claire: SandboxPerson) -> None:
    chat = await bot("getChat", chat_id=claire.id)
    assert (chat["type"], chat["first_name"], chat["last_name"]) == ("private", "Claire", "Martin")
    assert await refusal(bot, "getChat", chat_id=1) == "Bad Request: chat not found"


async def test_a_group_is_made_once(sandbox: Sandbox, sofia: SandboxPerson) -> None:
    first = sandbox.group("Coordination", [sofia])
    assert sandbox.group("Coordination").id == first.id


async def test_the_one_person_of_a_private_chat(bot: Line, claire: SandboxPerson) -> None:
    for user in (claire.id, 7_000_000_001):
        member = await bot("getChatMember", chat_id=claire.id, user_id=user)
        assert member["status"] == "member"
