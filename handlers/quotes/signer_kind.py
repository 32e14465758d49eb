"""The signer: a typed name, or an earlier signer chosen by button."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import Facts, Json, Kind, Option, Rejected, reject
from handlers.conversation.kinds.text import Text
from handlers.words.catalogue import Say

SIGNERS = "signers"  # the fact: those who signed before
LONGEST, PAIR = 120, 2
_NAME = Text(at_most=LONGEST, needs_letter=True)


@dataclass(frozen=True, slots=True)
class Signatory:
    """A signer; the role is empty while it must be asked."""

    name: str
    role: str | None = None
    code: str = ""

    @property
    def words(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name


class Signer(Kind[Signatory]):
    """A name in words, or a button for each earlier signer with their role."""

    expects = "text"
    free_text = True
    columns = 1
    needs = (SIGNERS,)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return _NAME.read(given, before, facts)
        found = next(
            (signatory for signatory in facts[SIGNERS] if signatory.code == given.code), None
        )
        return [found.name, found.role] if found else reject("not-offered")

    def load(self, raw: Json) -> Signatory | Rejected:
        if isinstance(raw, list):
            return Signatory(*map(str, raw)) if len(raw) == PAIR else reject("not-offered")
        name = _NAME.load(raw)
        return name if isinstance(name, Rejected) else Signatory(name)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [
            Option(signatory.code, text=signatory.words) for signatory in facts.get(SIGNERS) or ()
        ]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        value = self.load(raw)
        return value.words if isinstance(value, Signatory) else ""
