"""The shape of what is read of Telegram's updates; the rest of an update is not looked at."""

from collections.abc import Mapping
from typing import Annotated, Any, NotRequired

from pydantic import Field, TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

TelegramId = Annotated[int, Field(ge=-(2**63), lt=2**63)]
SentNumber = Annotated[int, Field(ge=0, lt=2**31)]
UnixTime = Annotated[int, Field(ge=0, lt=2**37)]  # seconds; up to the year 6325
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class RawChat(TypedDict):
    id: TelegramId
    type: str


class RawUser(TypedDict):
    id: TelegramId
    first_name: str
    is_bot: NotRequired[bool]
    last_name: NotRequired[str]
    language_code: NotRequired[str]


class RawMembership(TypedDict):
    status: str
    can_send_messages: NotRequired[bool]


class RawReplied(TypedDict):
    message_id: TelegramId


class RawContact(TypedDict):
    phone_number: str
    first_name: NotRequired[str]
    last_name: NotRequired[str]
    user_id: NotRequired[TelegramId]


class RawPlace(TypedDict):
    latitude: Latitude
    longitude: Longitude


class RawFile(TypedDict):
    file_id: str
    file_unique_id: str
    file_size: NotRequired[TelegramId]


class RawPicture(RawFile):
    width: SentNumber
    height: SentNumber


class RawDocument(RawFile):
    file_name: NotRequired[str]
    mime_type: NotRequired[str]


class RawVoice(RawFile):
    duration: SentNumber


class RawTask(TypedDict):
    text: str


class RawChecklist(TypedDict):
    tasks: list[RawTask]


class RawPlaceOfMessage(TypedDict):
    """Where a message stands."""

    message_id: TelegramId
    chat: RawChat
    is_topic_message: NotRequired[bool]
    message_thread_id: NotRequired[TelegramId]


_Sender = TypedDict("_Sender", {"from": NotRequired[RawUser]})


class RawMessage(RawPlaceOfMessage, _Sender):
    reply_to_message: NotRequired[RawReplied]
    edit_date: NotRequired[UnixTime]
    migrate_to_chat_id: NotRequired[TelegramId]
    media_group_id: NotRequired[str]
    text: NotRequired[str]
    caption: NotRequired[str]
    checklist: NotRequired[RawChecklist]
    contact: NotRequired[RawContact]
    location: NotRequired[RawPlace]
    animation: NotRequired[object]
    photo: NotRequired[list[RawPicture]]
    document: NotRequired[RawDocument]
    voice: NotRequired[RawVoice]


class RawQuery(_Sender):
    id: str
    data: NotRequired[str]
    message: NotRequired[RawPlaceOfMessage]


class RawMemberChange(_Sender):
    chat: RawChat
    new_chat_member: RawMembership


class RawUpdate(TypedDict):
    update_id: TelegramId
    message: NotRequired[RawMessage]
    edited_message: NotRequired[RawMessage]
    callback_query: NotRequired[RawQuery]
    my_chat_member: NotRequired[RawMemberChange]


_UPDATE: TypeAdapter[RawUpdate] = TypeAdapter(RawUpdate)


class UnreadableUpdate(Exception):
    """An update has another shape than Telegram's; says where, never what stood there."""


def checked(raw: Mapping[str, Any]) -> RawUpdate:
    """Return what is read of an update, each value of its kind. Raises UnreadableUpdate."""
    try:
        return _UPDATE.validate_python(raw, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        places = (".".join(map(str, fault["loc"])) + f": {fault['type']}" for fault in found)
        raise UnreadableUpdate("; ".join(places)) from None
