"""What an agreement needs to know of the client company, and registration let wait."""

from handlers.conversation.form import ask, form
from handlers.requests.company_number_kind import CompanyNumber


@form("company_details", version=1)
class CompanyDetailsForm:
    """Who is bound by an agreement (§10.1)."""

    siret: str = ask(CompanyNumber())
