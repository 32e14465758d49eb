"""From Telegram's updates to plain inputs."""

from typing import Any

import pytest

from handlers.context.updates import Input, TelegramUser, read
from handlers.conversation.given import (
    SentDocument,
    SentOther,
    SentPhoto,
    SentVoice,
    SharedContact,
    SharedPlace,
    Typed,
)

ANNA = {"id": 7, "is_bot": False, "first_name": "Anna", "language_code": "fr"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Anna"}
GROUP = {"id": -100, "type": "supergroup", "title": "Desk"}


def sent_by(sender: dict[str, Any], **content: Any) -> Input:
    return message(**{"from": sender, **content})


def message(kind: str = "message", chat: dict[str, Any] = PRIVATE, **content: Any) -> Input:
    body = {"message_id": 3, "date": 1_700_000_000, "chat": chat, "from": ANNA} | content
    return read({"update_id": 1, kind: body}, "r4_bot")


def test_text_is_typed() -> None:
    update = message(text="12 rue Hoche")

    assert update == Input(
        1, 7, "private", TelegramUser(7, "Anna", None, "fr"), Typed("12 rue Hoche"), message_id=3
    )
    assert update.may_answer_form


def test_a_command_has_a_name_and_an_argument() -> None:
    update = message(text="/start plan-12")

    assert (update.command, update.argument, update.may_answer_form) == ("start", "plan-12", False)


def test_a_command_addressed_to_us_is_ours_and_to_others_is_not() -> None:
    assert message(text="/help@R4_bot").command == "help"
    assert message(text="/help@other_bot").command == ""


def test_a_lone_slash_is_text() -> None:
    assert message(text="/").given == Typed("/")


def test_a_contact_is_own_only_if_it_is_the_senders() -> None:
    own = message(contact={"phone_number": "+33639980001", "first_name": "A", "user_id": 7})
    other = message(contact={"phone_number": "+33639980001", "first_name": "B", "user_id": 8})
    unknown = message(contact={"phone_number": "+33639980001", "first_name": "C"})

    contacts = [update.given for update in (own, other, unknown)]
    assert [isinstance(contact, SharedContact) and contact.own for contact in contacts] == [
        True,
        False,
        False,
    ]


def test_of_a_photo_the_largest_size_is_taken() -> None:
    sizes = [
        {"file_id": f"f{n}", "file_unique_id": f"u{n}", "width": n, "height": n, "file_size": n}
        for n in (90, 1280, 320)
    ]

    assert message(photo=sizes, media_group_id="g", caption="hall").given == SentPhoto(
        "f1280", "u1280", 1280, "hall", "g"
    )


def test_a_document_keeps_its_name_and_kind() -> None:
    document = {
        "file_id": "f",
        "file_unique_id": "u",
        "file_name": "plan.pdf",
        "mime_type": "application/pdf",
        "file_size": 12,
    }

    assert message(document=document).given == SentDocument(
        "f", "u", "plan.pdf", "application/pdf", 12
    )


def test_a_place_and_a_voice() -> None:
    place = message(location={"latitude": 48.9, "longitude": 2.4}).given
    voice = message(
        voice={"file_id": "f", "file_unique_id": "u", "duration": 3, "file_size": 9}
    ).given

    assert (place, voice) == (SharedPlace(48.9, 2.4), SentVoice("f", "u", 3, 9))


def test_what_no_question_takes_is_named() -> None:
    sticker = {
        "file_id": "f",
        "file_unique_id": "u",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
        "type": "regular",
    }

    assert message(sticker=sticker).given == SentOther("sticker")


def test_an_edited_message_answers_nothing() -> None:
    update = message("edited_message", text="13 rue Hoche")

    assert (update.edited, update.may_answer_form) == (True, False)


def test_a_message_in_a_group_answers_nothing() -> None:
    assert not message(chat=GROUP, text="hello").may_answer_form


def test_a_reply_names_the_message_it_replies_to() -> None:
    replied = {"message_id": 2, "date": 1, "chat": PRIVATE, "text": "where?"}

    assert message(text="12 rue Hoche", reply_to_message=replied).reply_to == 2


def test_a_tap_carries_its_data() -> None:
    query = {
        "id": "q1",
        "from": ANNA,
        "chat_instance": "c",
        "data": "f:12:3:goods",
        "message": {"message_id": 9, "date": 1, "chat": PRIVATE, "text": "lift?"},
    }
    update = read({"update_id": 5, "callback_query": query}, "r4_bot")

    assert (update.tapped, update.callback_id, update.message_id) == ("f:12:3:goods", "q1", 9)
    assert update.may_answer_form


def test_a_block_is_known() -> None:
    member = {"user": {"id": 1, "is_bot": True, "first_name": "R4"}, "until_date": 0}
    change = {
        "chat": PRIVATE,
        "from": ANNA,
        "date": 1,
        "old_chat_member": {**member, "status": "member"},
        "new_chat_member": {**member, "status": "kicked"},
    }

    assert read({"update_id": 5, "my_chat_member": change}, "r4_bot").blocked is True


def test_a_group_that_moves_names_its_new_id() -> None:
    assert message(chat=GROUP, migrate_to_chat_id=-1001).migrated_to == -1001


def test_an_unknown_kind_of_update_is_empty() -> None:
    assert read({"update_id": 5, "something_new": {}}, "r4_bot") == Input(5)


def test_signs_without_a_shape_stay_at_the_door() -> None:
    assert message(text="\u202a06\u00a012\u202c\ufeff").given == Typed("06 12")


def test_a_command_ends_at_any_white_space() -> None:
    update = message(text="/start\nplan-12")

    assert (update.command, update.argument) == ("start", "plan-12")


def test_an_animation_is_no_file_although_telegram_describes_it_as_one() -> None:
    gif = {"file_id": "a", "file_unique_id": "b"}

    assert message(animation=gif, document=gif).given == SentOther("animation")


def test_empty_words_beside_a_photo_are_no_answer() -> None:
    size = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}

    assert message(text="", photo=[size]).given == SentPhoto("a", "b")


def test_the_tasks_of_a_checklist_are_lines() -> None:
    tasks = [{"id": 1, "text": "12 chaises"}, {"id": 2, "text": "3 bureaux"}]

    assert message(checklist={"title": "Salle 2", "tasks": tasks}).given == Typed(
        "12 chaises\n3 bureaux"
    )


@pytest.mark.parametrize("kind", ["paid_media", "gift", "users_shared", "game", "of_next_year"])
def test_a_kind_that_we_do_not_know_is_something_sent(kind: str) -> None:
    content: dict[str, Any] = {kind: {}}
    assert message(**content).given == SentOther("unnamed")


@pytest.mark.parametrize("kind", ["pinned_message", "chat_background_set", "boost_added"])
def test_what_telegram_writes_into_a_chat_is_nothing_sent(kind: str) -> None:
    content: dict[str, Any] = {kind: {}}
    assert message(**content).given is None


def test_another_bot_is_nobody() -> None:
    bot: Any = {"id": 99, "is_bot": True, "first_name": "Poll"}

    assert sent_by(bot, text="hello").who.id == 0


def test_an_administrator_who_hides_is_known_as_such() -> None:
    hidden: Any = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group"}

    assert sent_by(hidden, chat=GROUP, text="/status").anonymous
