"""The postal address of a client company, as it is printed on papers."""

from handlers.conversation.kinds import Text

LEAST, MOST = 8, 200


class PostalAddress(Text):
    """Street and town in one line; a number stands in every French one (the postcode)."""

    def __init__(self) -> None:
        super().__init__(at_least=LEAST, at_most=MOST, needs_letter=True)
