"""Forms of the request thread: a question to the client, and the answer."""

from enum import StrEnum

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Saying, Text, Told


class ChangeReply(StrEnum):
    """What a coordinator says to a change that a client asks for."""

    AGREED = "agreed"
    KEPT = "kept"
    ASK = "ask"


@form("question", version=1)
class QuestionForm:
    """A coordinator's question to the client."""

    text: str = ask(Text(at_least=2, at_most=1000))


@form("reply", version=1)
class ReplyForm:
    """The client's answer."""

    text: Told = ask(Saying(Text(at_least=1, at_most=1000)))


@form("writing", version=1)
class WritingForm:
    """What a client writes of their own accord."""

    text: Told = ask(Saying(Text(at_least=1, at_most=1000)))


@form("change_reply", version=1)
class ChangeReplyForm:
    """A coordinator's answer to a change of the quote."""

    reply: ChangeReply = ask(Choice(ChangeReply, columns=1))
    text: str = ask(Text(at_least=2, at_most=1000))
