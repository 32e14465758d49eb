"""What a client is asked once: the notice read, company, name, phone; the SIRET may come later."""

from enum import StrEnum

from handlers.accounts.first_said_kind import FirstSaid
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Contact, Text, Told
from handlers.requests.company_number_kind import CompanyNumber


class Notice(StrEnum):
    READ = "read"


@form("registration", version=1)
class RegistrationForm:
    """Who asks (§2.1)."""

    notice: Notice = ask(Choice(Notice))
    siret: str | None = ask(CompanyNumber(), optional=True)
    company: str = ask(Text(at_most=120, needs_letter=True))
    name: str = ask(Text(at_most=120, needs_letter=True))
    phone: str = ask(Contact())
    first: Told | None = ask(FirstSaid(), optional=True, unasked=True)
