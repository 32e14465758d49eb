"""Which item a word means, picked or written where none of the nearest is it."""

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Pick


@form("teaching", version=1)
class TeachingForm:
    """The item that a word means."""

    item: str = ask(Pick("catalogue"))
