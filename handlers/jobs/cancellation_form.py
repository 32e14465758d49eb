"""Why the office cancels a job: the client reads it."""

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Text


@form("canceljob", version=1)
class CancellationForm:
    """The reason, in words for the client."""

    reason: str = ask(Text(at_least=3, at_most=500, needs_letter=True))
