"""A card that is a picture: edited in place, and sent again where it is gone."""

from typing import Any

import orjson
from telegram import InputFile
from telegram.error import BadRequest

from bot.telegram.delivery import Delivery, deliver
from storage.media import Medium
from storage.outbox import Letter, Post

CHAT, OLD, NEW = 7, 50, 51
ROWS = {"inline_keyboard": [[{"text": "▶", "callback_data": "a:onweek:0:0"}]]}


class Line:
    """Takes calls down and answers like the Bot API; `fault` is what an edit is answered with."""

    def __init__(self, fault: str = "") -> None:
        self.fault, self.calls = fault, list[tuple[str, dict[str, Any]]]()

    async def call(self, method: str, /, **params: Any) -> Any:
        self.calls.append((method, params))
        if method == "editMessageMedia" and self.fault:
            raise BadRequest(self.fault)
        return {"message_id": NEW, "photo": [{"file_id": "small"}, {"file_id": "large"}]}

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]


async def shows(line: Line, *, fresh: bool = False, file_id: str | None = None) -> int | None:
    async def media(_ids: tuple[int, ...]) -> list[Medium]:
        return [Medium(1, "u", "photo", file_id, "x.png", "image/png", 3, "0" * 64)]

    async def content(_medium: Medium) -> bytes:
        return b"png"

    async def uploaded(_media_id: int, name: str) -> None:
        line.calls.append(("uploaded", {"file_id": name}))

    post = Post(CHAT, "<b>Semaine</b>", ROWS, card="schedule", fresh=fresh, photos=(1,))
    letter = Letter(1, post, 0, in_doubt=False, message_id=OLD, had_buttons=True, current=True)
    return await deliver(Delivery(line, media, content, uploaded), letter, None)


async def test_the_picture_and_the_words_of_a_card_are_edited_in_place() -> None:
    line = Line()
    assert await shows(line) == OLD

    [(method, params), (_, uploaded)] = line.calls
    assert (method, params["message_id"], params["reply_markup"]) == ("editMessageMedia", OLD, ROWS)
    assert orjson.loads(params["media"]) == {
        "type": "photo",
        "media": "attach://file0",
        "caption": "<b>Semaine</b>",
        "parse_mode": "HTML",
    }
    assert isinstance(params["file0"], InputFile)
    assert uploaded == {"file_id": "large"}


async def test_a_picture_that_telegram_has_is_not_uploaded_again() -> None:
    line = Line()
    await shows(line, file_id="known")

    [(_, params)] = line.calls
    assert orjson.loads(params["media"])["media"] == "known"
    assert "file0" not in params


async def test_a_picture_that_is_the_same_stays() -> None:
    line = Line("Bad Request: message is not modified")
    assert await shows(line) == OLD
    assert line.methods == ["editMessageMedia"]


async def test_a_card_that_is_gone_is_sent_again() -> None:
    line = Line("Bad Request: message to edit not found")
    assert await shows(line) == NEW
    assert line.methods[:2] == ["editMessageMedia", "sendPhoto"]


async def test_a_fresh_picture_takes_the_buttons_off_the_old_one() -> None:
    line = Line()
    assert await shows(line, fresh=True, file_id="known") == NEW
    assert line.methods == ["sendPhoto", "editMessageReplyMarkup"]
