"""A question to the client, and their answer."""

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Saying, Text, Told


@form("question", version=1)
class QuestionForm:
    """What a coordinator wants to know of the client."""

    text: str = ask(Text(at_least=2, at_most=1000))


@form("reply", version=1)
class ReplyForm:
    """What the client answers."""

    text: Told = ask(Saying(Text(at_least=1, at_most=1000)))
