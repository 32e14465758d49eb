"""From an hour to another."""

from collections.abc import Sequence

from handlers.conversation.kind import Facts, Json, Option, Rejected, reject
from handlers.conversation.kinds import Hours, TimeSlot

USUAL = ("08:00-12:00", "13:00-17:00", "09:00-10:00", "14:00-16:00")


class BusyHours(TimeSlot):
    """Hours with an end; a time alone is no answer."""

    columns = 2

    def load(self, raw: Json) -> Hours | Rejected:
        found = super().load(raw)
        if isinstance(found, Hours) and found.end is None:
            return reject("hours-end")
        return found

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(hours, text=hours.replace("-", "–")) for hours in USUAL]
