"""What a crew member is asked once: their own number, by the button."""

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Contact


@form("joining", version=1)
class MemberJoinForm:
    """Nobody types: the number is shared with one tap (§7.5)."""

    phone: str = ask(Contact(typed=False))
