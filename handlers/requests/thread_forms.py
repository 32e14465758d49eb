"""Forms of the request thread: a question to the client, and the answer."""

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Saying, Text, Told


@form("question", version=1)
class QuestionForm:
    """A coordinator's question to the client."""

    text: str = ask(Text(at_least=2, at_most=1000))


@form("reply", version=1)
class ReplyForm:
    """The client's answer."""

    text: Told = ask(Saying(Text(at_least=1, at_most=1000)))
