"""An update of another shape than Telegram's is set aside alone; what came with it is not."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.clock import SystemClock, real_now
from bot.services import build_services
from bot.settings import read_settings
from bot.telegram.intake import Intake
from storage.engine import Database
from storage.tables import outbox

BOT, ANNA, GROUP = 7, 11, -13
DROPPED = object()
WRONG: tuple[Any, ...] = (
    DROPPED,
    None,
    [],
    {},
    [1],
    True,
    -1,
    1.5,
    2**70,
    "",
    "x",
    "a\x00b",
    "\ud800",
)
CHAT = {"id": ANNA, "type": "private", "first_name": "Anna"}
FROM = {"id": ANNA, "is_bot": False, "first_name": "Anna", "language_code": "fr"}
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 9}
SENT: tuple[dict[str, Any], ...] = (
    {"text": "20 bureaux", "reply_to_message": {"message_id": 2}},
    {"text": "/start plan-12"},
    {"photo": [FILE | {"width": 9, "height": 9}], "caption": "salle 2", "media_group_id": "7"},
    {"document": FILE | {"file_name": "liste.csv", "mime_type": "text/csv"}},
    {"voice": FILE | {"duration": 3}},
    {"contact": {"phone_number": "+33639980001", "first_name": "Anna", "user_id": ANNA}},
    {"location": {"latitude": 48.9, "longitude": 2.4}},
    {"checklist": {"tasks": [{"text": "20 bureaux"}]}},
    {"text": "20 bureaux", "message_thread_id": 3, "is_topic_message": True},
)


def message(content: dict[str, Any]) -> dict[str, Any]:
    return {"message_id": 3, "date": 1_800_000_000, "chat": CHAT, "from": FROM} | content


def updates() -> Iterator[dict[str, Any]]:
    """Give an update of each kind that is asked for."""
    for content in SENT:
        yield {"message": message(content)}
    yield {"edited_message": message({"text": "21 bureaux", "edit_date": 1_800_000_001})}
    query = {"id": "9", "from": FROM, "data": "home", "message": message({})}
    yield {"callback_query": query}
    member = {"status": "restricted", "can_send_messages": False}
    yield {"my_chat_member": {"chat": CHAT, "from": FROM, "new_chat_member": member}}


def changed() -> Iterator[dict[str, Any]]:
    """Give each of them with one value of another kind, at every place."""
    for update in updates():
        for path in _paths(update):
            for wrong in WRONG:
                yield _with(update, path, wrong)


def _paths(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if at:
        yield at
    if isinstance(node, dict | list):
        for key in node if isinstance(node, dict) else range(len(node)):
            yield from _paths(node[key], (*at, key))


def _with(update: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    copy = deepcopy(update)
    node: Any = copy
    for key in path[:-1]:
        node = node[key]
    if value is DROPPED:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return copy


@pytest.mark.timeout(600)
async def test_whatever_is_changed_in_an_update_the_next_one_has_its_effect(db: Database) -> None:
    settings = read_settings(telegram_token="1:" + "x" * 30, _env_file=None)
    intake = Intake(db, BOT, build_services(settings, "r4_bot"), SystemClock(), lambda _: None)
    intake.cautious = False
    batch, n, batches = list[dict[str, Any]](), 0, 0
    for update in [*changed(), None]:
        if update is not None:
            n += 1
            batch.append(update | {"update_id": n})
        if update is None or len(batch) == 49:
            n, batches = n + 1, batches + 1
            good = {"text": "/help", "chat": CHAT | {"id": 1000 + batches}}
            good["from"] = FROM | {"id": 1000 + batches}
            await intake.take([*batch, {"update_id": n, "message": message(good)}])
            batch.clear()

    async with db.read(real_now()) as tx:
        query = select(func.count(func.distinct(outbox.c.chat_id))).where(outbox.c.chat_id > 1000)
        row = await tx.first(query)
    assert row is not None
    assert row[0] == batches


async def test_many_set_aside_are_one_alert_with_a_count(db: Database) -> None:
    settings = read_settings(
        telegram_token="1:" + "x" * 30, coordinator_chat_id=GROUP, _env_file=None
    )
    intake = Intake(db, BOT, build_services(settings, "r4_bot"), SystemClock(), lambda _: None)

    await intake.take([{"update_id": n, "message": []} for n in (1, 2, 3)])

    async with db.read(real_now()) as tx:
        alerts = await tx.rows(select(outbox.c.post).where(outbox.c.chat_id == GROUP))
    assert len(alerts) == 1
    assert "3 messages" in alerts[0].post["text"]
