"""The page's side: state, fingers, files, clock, and who may drive it."""

from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, SandboxPerson
from sandbox.pictures import room_picture, small_picture
from tests.sandbox.browser import Browser
from tests.sandbox.line import Line, asking, button, inline

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def test_the_page_itself(browser: Browser) -> None:
    async with browser.session.get(browser.url) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/html"


async def test_the_state_of_everything(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    karim = sandbox.person("crew", first_name="Karim", language="ar", title="Chef d’équipe")
    group = sandbox.group("Coordination", [karim], forum=True)
    sandbox.show((claire, None), (karim, group))
    await bot("setMyCommands", commands=[{"command": "help", "description": "Aide"}])
    state = await browser.state()
    assert state["bot"] == {"username": "r4_demo_bot", "name": "R4"}
    assert state["phones"] == [
        {"person": claire.id, "chat": claire.id},
        {"person": karim.id, "chat": group.id},
    ]
    assert state["people"][1] == {
        "id": karim.id,
        "key": "crew",
        "first_name": "Karim",
        "last_name": None,
        "language": "ar",
        "title": "Chef d’équipe",
        "rtl": True,
        "blocked": False,
        "deleted": False,
        "commands": [{"command": "help", "description": "Aide"}],
    }
    chats = {chat["id"]: chat for chat in state["chats"]}
    assert chats[claire.id]["person_id"] == claire.id
    assert (chats[group.id]["type"], chats[group.id]["members"]) == ("supergroup", [karim.id])
    assert [message["text"] for message in state["messages"]] == ["/start"]
    assert state["clock"]["next"] is None


async def test_without_a_choice_the_first_three_are_shown(
    sandbox: Sandbox, browser: Browser
) -> None:
    people = [sandbox.person(f"p{n}") for n in range(4)]
    shown = [phone["person"] for phone in (await browser.state())["phones"]]
    assert shown == [person.id for person in people[:3]]


async def test_a_message_as_the_page_reads_it(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    sandbox.clock.now = lambda: NOW
    keys = inline([button("Oui", "y", style="success"), {"text": "Site", "url": "https://r4.fr"}])
    sent = await bot(
        "sendMessage",
        chat_id=claire.id,
        text="<b>1 &lt; 2</b>",
        parse_mode="HTML",
        reply_markup=keys,
        disable_notification=True,
    )
    assert (await browser.state())["messages"][-1] == {
        "chat_id": claire.id,
        "message_id": sent["message_id"],
        "from": "bot",
        "date": "2026-11-23T09:00:00+00:00",
        "edited": False,
        "html": "<b>1 &lt; 2</b>",
        "text": "1 < 2",
        "kind": "text",
        "silent": True,
        "topic": None,
        "album": None,
        "reply_to": None,
        "reactions": [],
        "inline": [
            [
                {"text": "Oui", "style": "success", "url": None, "index": 0},
                {"text": "Site", "style": None, "url": "https://r4.fr", "index": 1},
            ]
        ],
    }


async def test_what_a_finger_does(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    where = {"person": claire.id, "chat": claire.id}
    await browser.post("/phones/say", **where, text="bonjour")
    await browser.post("/phones/photos", **where, count=2)
    for act in ("contact", "location", "voice", "sticker"):
        await browser.post(f"/phones/{act}", **where)
    said = claire.screen[1]
    await browser.post("/phones/edit", **where, message_id=said.message_id, text="bonsoir")
    updates = await asking(bot)
    kinds = [next(k for k in update if k != "update_id") for update in updates]
    assert kinds == ["message"] * 7 + ["edited_message"]
    assert updates[-1]["edited_message"]["text"] == "bonsoir"
    shown = [seen.kind for seen in claire.screen[1:]]
    assert shown == ["text", "album", "contact", "location", "voice", "sticker"]


@pytest.mark.parametrize("now", [inline([button("Trois", "3")]), None])
async def test_a_tap_on_a_card_that_was_just_replaced_is_told_in_plain_words(
    bot: Line, claire: SandboxPerson, browser: Browser, now: Any
) -> None:
    keys = inline([button("Un", "1")], [button("Deux", "2")])
    sent = await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=keys)
    card = {"chat_id": claire.id, "message_id": sent["message_id"]}
    await bot("editMessageReplyMarkup", **card, reply_markup=now)
    place = {"person": claire.id, "chat": claire.id, "message_id": sent["message_id"], "col": 0}
    for row, text in enumerate(("Un", "Deux")):
        tap = {**place, "row": row, "text": text}
        status, answer = await browser.send("/phones/tap", json=tap)
        assert status == 409
        assert answer["error"] == "This button is gone: the message changed at that moment."
    status, answer = await browser.send("/phones/key", json={**place, "row": 0, "text": "Un"})
    assert (status, answer["error"].startswith("This button is gone")) == (409, True)


async def test_a_reply_and_a_topic(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    group = sandbox.group("Coordination", [claire], forum=True)
    topic = (await bot("createForumTopic", chat_id=group.id, name="un"))["message_thread_id"]
    place = {"person": claire.id, "chat": group.id, "topic": topic}
    await browser.post("/phones/say", **place, text="/status", reply_to=topic)
    seen = group.screen[-1]
    assert (seen.topic, seen.reply_to) == (topic, topic)


async def test_buttons_are_tapped_by_row_and_column(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    rows = [button("Un", "1")], [button("Deux", "2"), {"text": "Site", "url": "https://r4.fr"}]
    link = [{"text": "Suite", "url": "https://t.me/r4_demo_bot?start=suite"}]
    sent = await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=inline(*rows, link))
    place = {"person": claire.id, "chat": claire.id, "message_id": sent["message_id"]}
    await browser.post("/phones/tap", **place, row=1, col=0)
    assert (await asking(bot))[-1]["callback_query"]["data"] == "2"
    opened = await browser.post("/phones/tap", **place, row=1, col=1)
    assert opened == {"url": "https://r4.fr"}
    await browser.post("/phones/tap", **place, row=2, col=0)
    assert claire.screen[-1].text == "/start suite"


async def test_keys_are_tapped_by_row_and_column(
    bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    keys = [[{"text": "Mon numéro", "request_contact": True}], [{"text": "Passer"}]]
    board = {"keyboard": keys, "one_time_keyboard": True}
    await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=board)
    shown = (await browser.state())["chats"][0]["keyboard"][str(claire.id)]
    assert [[key["kind"] for key in row] for row in shown["rows"]] == [["contact"], ["text"]]
    where = {"person": claire.id, "chat": claire.id}
    await browser.post("/phones/key", **where, row=1, col=0)
    assert claire.screen[-1].text == "Passer"
    status, _ = await browser.send("/phones/key", json={**where, "row": 1, "col": 0})
    assert status == 409


async def test_files_are_sent_by_kind(bot: Line, claire: SandboxPerson, browser: Browser) -> None:
    form = aiohttp.FormData({"person": str(claire.id), "chat": str(claire.id)})
    for n in range(2):
        form.add_field("files", small_picture(n), filename=f"{n}.jpg", content_type="image/jpeg")
    form.add_field("files", b"%PDF", filename="plan.pdf", content_type="application/pdf")
    form.add_field("files", b"heic", filename="a.heic", content_type="image/heic")
    status, answer = await browser.send("/phones/upload", data=form)
    assert status == 200, answer
    assert [seen.kind for seen in claire.screen[1:]] == ["album", "document", "document"]
    assert (claire.screen[-2].name, await claire.screen[-2].bytes()) == ("plan.pdf", b"%PDF")


async def test_a_file_that_is_no_picture_is_refused_kindly(
    claire: SandboxPerson, browser: Browser
) -> None:
    form = aiohttp.FormData({"person": str(claire.id), "chat": str(claire.id)})
    form.add_field("files", b"not", filename="a.jpg", content_type="image/jpeg")
    status, answer = await browser.send("/phones/upload", data=form)
    assert (status, answer["error"]) == (409, "Bad Request: IMAGE_PROCESS_FAILED")


async def test_files_are_shown_or_saved(claire: SandboxPerson, browser: Browser) -> None:
    await claire.sends_document("plan.pdf", b"%PDF", "application/pdf")
    await claire.sends_document("page.html", b"<script>", "text/html")
    await claire.sends_document("logo.svg", b"<svg>", "image/svg+xml")
    found = []
    for message in (await browser.state())["messages"][1:]:
        async with browser.session.get(browser.url + message["file"]["url"]) as answer:
            how = answer.headers["Content-Disposition"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            found.append((message["file"]["name"], answer.content_type, how))
    assert found == [
        ("plan.pdf", "application/pdf", "inline"),
        ("page.html", "application/octet-stream", "attachment"),
        ("logo.svg", "application/octet-stream", "attachment"),
    ]
    async with browser.session.get(f"{browser.url}/phones/file/99") as answer:
        assert answer.status == 404


async def test_someone_new(sandbox: Sandbox, browser: Browser) -> None:
    made = await browser.post("/phones/person", first_name=" Amal ", language="ar")
    assert (made["first_name"], made["rtl"]) == ("Amal", True)
    assert [person.user.first_name for person in sandbox.people] == ["Amal"]
    await browser.post("/phones/say", person=made["id"], chat=made["id"], text="/start")
    status, _ = await browser.send("/phones/person", json={"first_name": " "})
    assert status == 409


async def test_a_bot_is_blocked_by_a_finger(claire: SandboxPerson, browser: Browser) -> None:
    await browser.post("/phones/block", person=claire.id, on=True)
    assert (await browser.state())["people"][0]["blocked"] is True
    status, answer = await browser.send(
        "/phones/say", json={"person": claire.id, "chat": claire.id, "text": "x"}
    )
    assert (status, answer) == (409, {"error": "Claire has blocked the bot"})


async def test_nobody_writes_where_they_are_not(
    sandbox: Sandbox, claire: SandboxPerson, browser: Browser
) -> None:
    group = sandbox.group("Coordination", [sandbox.person("sofia")])
    body = {"person": claire.id, "chat": group.id, "text": "x"}
    status, answer = await browser.send("/phones/say", json=body)
    assert (status, answer["error"]) == (409, "Claire is not in Coordination")


@pytest.mark.parametrize(
    "body", [{}, [], {"person": 1, "text": "x"}, {"person": "x", "text": "x"}, {"person": None}]
)
async def test_nonsense(browser: Browser, body: Any) -> None:
    status, answer = await browser.send("/phones/say", json=body)
    assert status == 400
    assert answer["error"].startswith("The sandbox did not understand that.")


async def test_a_foreign_page_cannot_drive_it(claire: SandboxPerson, browser: Browser) -> None:
    body = {"person": claire.id, "chat": claire.id, "text": "x"}
    async with browser.session.post(f"{browser.url}/phones/say", json=body) as answer:
        assert answer.status == 403
    async with browser.session.options(f"{browser.url}/phones/say") as answer:
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert len(claire.screen) == 1


async def test_a_foreign_name_is_not_served(browser: Browser) -> None:
    headers = {"Host": "evil.example"}
    async with browser.session.get(f"{browser.url}/phones/state", headers=headers) as answer:
        assert answer.status == 403


async def test_a_button_of_a_message_that_is_gone(
    bot: Line, claire: SandboxPerson, browser: Browser
) -> None:
    keys = inline([button("Oui", "y")])
    sent = await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=keys)
    place = {"chat_id": claire.id, "message_id": sent["message_id"]}
    await bot("deleteMessage", **place)
    body = {"person": claire.id, "chat": claire.id, "message_id": sent["message_id"]}
    status, answer = await browser.send("/phones/tap", json={**body, "row": 0, "col": 0})
    assert (status, answer["error"]) == (409, "That message is gone.")


async def test_the_rooms_of_the_last_pictures_are_emptied(
    claire: SandboxPerson, browser: Browser
) -> None:
    where = {"person": claire.id, "chat": claire.id}
    await browser.post("/phones/photos", **where, count=1)
    full = await claire.screen[-1].bytes()
    await browser.post("/phones/photos", **where, count=1, emptied=True)
    bare = await claire.screen[-1].bytes()
    seed = claire.core.world.counters["picture"] * 100
    assert (full, bare) == (room_picture(seed), room_picture(seed, emptied=True))
    assert full != bare
