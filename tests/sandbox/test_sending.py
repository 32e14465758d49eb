"""Messages of the bot: what arrives, what is refused and in which words."""

from typing import Any

import pytest

from sandbox import Sandbox, SandboxPerson
from tests.sandbox.line import Line, button, inline
from tests.sandbox.refusals import refusal


async def test_a_message_arrives_as_it_was_sent(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot(
        "sendMessage", chat_id=claire.id, text="<b>Bonjour</b> Claire", parse_mode="HTML"
    )
    assert sent["from"]["username"] == "r4_demo_bot"
    assert sent["chat"] == {
        "id": claire.id,
        "type": "private",
        "first_name": "Claire",
        "last_name": "Martin",
    }
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 7}]
    seen = claire.screen[-1]
    assert (seen.text, seen.html) == ("Bonjour Claire", "<b>Bonjour</b> Claire")
    assert (seen.from_bot, seen.sender, seen.kind, seen.edited) == (True, "R4", "text", False)


async def test_entities_may_be_given_instead_of_html(bot: Line, claire: SandboxPerson) -> None:
    bold = {"type": "bold", "offset": 2, "length": 7}
    sent = await bot("sendMessage", chat_id=claire.id, text="  Bonjour", entities=[bold])
    assert (sent["text"], sent["entities"]) == ("Bonjour", [{**bold, "offset": 0}])


async def test_without_a_parse_mode_markup_is_text(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot("sendMessage", chat_id=claire.id, text="<b>x</b>")
    assert sent["text"] == "<b>x</b>"
    assert "entities" not in sent


@pytest.mark.parametrize("text", ["", "   ", "<b></b>", "\n"])
async def test_an_empty_text(bot: Line, claire: SandboxPerson, text: str) -> None:
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text=text, parse_mode="HTML")
    assert fault == "Bad Request: message text is empty"


async def test_4096_characters_and_one_more(bot: Line, claire: SandboxPerson) -> None:
    long = "é" * 4096
    assert (await bot("sendMessage", chat_id=claire.id, text=long))["text"] == long
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text=long + "é")
    assert fault == "Bad Request: message is too long"
    marked = f"<b>{long}</b>"
    assert await bot("sendMessage", chat_id=claire.id, text=marked, parse_mode="HTML")


async def test_markup_that_does_not_parse(bot: Line, claire: SandboxPerson) -> None:
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text="<b>x", parse_mode="HTML")
    assert fault == (
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    )
    assert len(claire.screen) == 1


async def test_a_chat_that_is_not_there(bot: Line, sandbox: Sandbox) -> None:
    assert await refusal(bot, "sendMessage", chat_id=42, text="x") == "Bad Request: chat not found"
    stranger = sandbox.person("stranger")
    fault = await refusal(bot, "sendMessage", chat_id=stranger.id, text="x")
    assert fault == "Bad Request: chat not found"


async def test_someone_of_a_group_who_never_started_the_bot(bot: Line, sandbox: Sandbox) -> None:
    karim = sandbox.person("crew")
    sandbox.group("Coordination", [karim])
    fault = await refusal(bot, "sendMessage", chat_id=karim.id, text="x")
    assert fault == "Forbidden: bot can't initiate conversation with a user"


async def test_a_reply_names_its_message(bot: Line, claire: SandboxPerson) -> None:
    said = await claire.says("combien ?")
    reply = {"message_id": said.message_id}
    sent = await bot("sendMessage", chat_id=claire.id, text="12", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "combien ?"
    assert claire.screen[-1].reply_to == said.message_id


async def test_a_reply_to_nothing(bot: Line, claire: SandboxPerson) -> None:
    reply: dict[str, Any] = {"message_id": 999}
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text="x", reply_parameters=reply)
    assert fault == "Bad Request: message to be replied not found"
    reply["allow_sending_without_reply"] = True
    assert await bot("sendMessage", chat_id=claire.id, text="x", reply_parameters=reply)


async def test_messages_of_private_chats_share_their_numbers(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    omar = sandbox.person("omar")
    first = await claire.says("un")
    assert (await omar.says("deux")).message_id == first.message_id + 1
    group = sandbox.group("Coordination", [omar])
    assert (await omar.says("trois", chat=group)).message_id == 1


async def test_an_inline_keyboard_is_kept_with_its_colours(
    bot: Line, claire: SandboxPerson
) -> None:
    markup = inline(
        [button("Oui", "y", style="success"), button("Non", "n", style="danger")],
        [{"text": "Site", "url": "https://r4.fr"}],
    )
    sent = await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=markup)
    assert sent["reply_markup"] == markup
    seen = claire.screen[-1]
    assert seen.buttons == (("Oui", "Non"), ("Site",))
    assert seen.styles == (("success", "danger"), ("",))
    assert (seen.code("Non"), seen.urls[1]) == ("n", ("https://r4.fr",))


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        (inline([button("x", "d" * 65)]), "BUTTON_DATA_INVALID"),
        (inline([button("x", "é" * 33)]), "BUTTON_DATA_INVALID"),
        (inline([button("x", "")]), "BUTTON_DATA_INVALID"),
        (inline([{"text": "x"}]), "Text buttons are unallowed in the inline keyboard"),
        (inline([button("x", "d", url="https://r4.fr")]), "BUTTON_TYPE_INVALID"),
        (inline([button("x", "d", style="pink")]), "invalid button style specified"),
        (
            inline([button(" ", "d")]),
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            inline([{"text": "x", "url": "nowhere"}]),
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (inline(*[[button("x", "d")]] * 101), "reply markup is too long"),
        ({"inline_keyboard": "x"}, "object expected as reply markup"),
        ([1], "object expected as reply markup"),
        ({"keyboard": [[]]}, "reply keyboard must have at least one button"),
        (
            {"keyboard": [[{"text": ""}]]},
            'can\'t parse keyboard button: Field "text" must be of type String',
        ),
    ],
)
async def test_keyboards_that_are_refused(
    bot: Line, claire: SandboxPerson, markup: dict[str, Any], fault: str
) -> None:
    said = await refusal(bot, "sendMessage", chat_id=claire.id, text="x", reply_markup=markup)
    assert said == f"Bad Request: {fault}"
    assert len(claire.screen) == 1


async def test_64_bytes_of_data_are_taken(bot: Line, claire: SandboxPerson) -> None:
    markup = inline([button("x", "é" * 32)])
    assert await bot("sendMessage", chat_id=claire.id, text="x", reply_markup=markup)


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Line, claire: SandboxPerson) -> None:
    board = {"keyboard": [[{"text": "Mon numéro", "request_contact": True}], ["Passer"]]}
    await bot("sendMessage", chat_id=claire.id, text="Votre numéro ?", reply_markup=board)
    await bot("sendMessage", chat_id=claire.id, text="C’est pour vous joindre.")
    assert claire.keyboard == (("Mon numéro",), ("Passer",))
    gone = {"remove_keyboard": True}
    await bot("sendMessage", chat_id=claire.id, text="Merci", reply_markup=gone)
    assert not claire.keyboard


async def test_a_contact_is_asked_for_in_private_only(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    group = sandbox.group("Coordination", [claire])
    board = {"keyboard": [[{"text": "Mon numéro", "request_contact": True}]]}
    fault = await refusal(bot, "sendMessage", chat_id=group.id, text="x", reply_markup=board)
    assert fault == "Bad Request: phone number can be requested in private chats only"


async def test_a_location(bot: Line, claire: SandboxPerson) -> None:
    sent = await bot("sendLocation", chat_id=claire.id, latitude=48.9, longitude=2.4)
    assert sent["location"] == {"latitude": 48.9, "longitude": 2.4}
    assert claire.screen[-1].kind == "location"
    fault = await refusal(bot, "sendLocation", chat_id=claire.id, latitude=48.9)
    assert fault == "Bad Request: latitude and longitude must be specified"
    fault = await refusal(bot, "sendLocation", chat_id=claire.id, latitude=91, longitude=0)
    assert fault == "Bad Request: wrong location specified"


async def test_a_contact(bot: Line, claire: SandboxPerson) -> None:
    card = {"phone_number": "+33639980009", "first_name": "Karim"}
    assert (await bot("sendContact", chat_id=claire.id, **card))["contact"] == card
    fault = await refusal(bot, "sendContact", chat_id=claire.id, first_name="Karim")
    assert fault == "Bad Request: contact phone number must be non-empty"
    long = {"vcard": "x" * 2049}
    assert await refusal(bot, "sendContact", chat_id=claire.id, **card, **long) == (
        "Bad Request: VCARD_TOO_LONG"
    )


async def test_the_typing_sign(bot: Line, claire: SandboxPerson) -> None:
    assert await bot("sendChatAction", chat_id=claire.id, action="typing") is True
    fault = await refusal(bot, "sendChatAction", chat_id=claire.id, action="sleeping")
    assert fault == "Bad Request: wrong parameter action in request"


async def test_markdown_is_not_read_here(bot: Line, claire: SandboxPerson) -> None:
    fault = await refusal(bot, "sendMessage", chat_id=claire.id, text="*x*", parse_mode="Markdown")
    assert fault.startswith("Bad Request: unsupported parse_mode")
