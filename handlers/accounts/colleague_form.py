"""What a client is asked who comes by a colleague's link: the company is known."""

from handlers.accounts.registration_form import Notice
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Contact, Text


@form("colleague", version=1)
class ColleagueForm:
    """Who else asks for the company (§2.1)."""

    notice: Notice = ask(Choice(Notice))
    name: str = ask(Text(at_most=120, needs_letter=True))
    phone: str = ask(Contact())
