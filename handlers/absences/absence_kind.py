"""When somebody is away, tapped or written."""

from collections.abc import Sequence
from datetime import timedelta

from domain.absences import AbsencePeriod
from domain.json_fields import BadJson, from_json, to_json
from handlers.absences.absence_reading import read_absence
from handlers.absences.absence_words import period_words
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.kind import Facts, Json, Kind, Option, Rejected, reject
from handlers.words.catalogue import Say


class AbsenceKind(Kind[AbsencePeriod]):
    """Days from today on, or half of one."""

    expects = "absence"
    needs = ("today",)
    columns = 2

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed | Tapped):
            return self.unexpected(given)
        text = given.text if isinstance(given, Typed) else given.code
        found = read_absence(text, facts["today"])
        return found if isinstance(found, Rejected) else to_json(found)

    def load(self, raw: Json) -> AbsencePeriod | Rejected:
        try:
            return from_json(AbsencePeriod, raw if isinstance(raw, dict) else None)
        except BadJson:
            return reject("expected-absence", got="text")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        today = facts["today"]
        return [
            Option("today", key="absence-today"),
            Option("tomorrow", key="absence-tomorrow"),
            Option("this-week", key="absence-this-week"),
            *(
                Option((today + timedelta(n)).isoformat(), text=today + timedelta(n))
                for n in range(2, 6)
            ),
        ]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        found = self.load(raw)
        return "" if isinstance(found, Rejected) else period_words(say, found)
