"""The postal address of a client company, as it is printed on papers."""

import re

from handlers.conversation.kind import Rejected, reject
from handlers.conversation.kinds import Text

LEAST, MOST = 8, 200
_POSTCODE = re.compile(r"\b\d{2} ?\d{3}\b|\b\d{4,6}\b")  # 93500, 93 500, 1000 Bruxelles


class PostalAddress(Text):
    """Street, postcode and town in one line: an invoice needs the postcode (§10.2)."""

    def __init__(self) -> None:
        super().__init__(at_least=LEAST, at_most=MOST, needs_letter=True)

    def _fault(self, text: str) -> Rejected | None:
        fault = super()._fault(text)
        if fault is None and not _POSTCODE.search(text):
            return reject("postal-address-no-postcode")
        return fault
