"""The form for a coordinators' poster: the site where it hangs."""

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Text
from handlers.requests.address_kinds import (
    CommuneOf,
    SitePostcode,
    postcode_unsaid,
    several_communes,
)


@form("poster", version=1)
class PosterForm:
    """The site where the poster hangs."""

    address: str = ask(Text(at_least=5, at_most=200, needs_letter=True))
    postcode: str | None = ask(SitePostcode(), when=postcode_unsaid)
    commune: str | None = ask(CommuneOf(), when=several_communes)
