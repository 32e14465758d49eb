"""Which certificate somebody has."""

from collections.abc import Callable, Sequence

from domain.certificate_kinds import CertificateKind, certificate_kinds, certificate_label
from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import Facts, Json, Kind, Option, Rejected, reject
from handlers.words.catalogue import Say


class Proof(Kind[str]):
    """A kind of §7.2, by its button."""

    columns = 2

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        return given.code if given.code in certificate_kinds() else reject("not-offered")

    def load(self, raw: Json) -> str | Rejected:
        known = isinstance(raw, str) and raw in certificate_kinds()
        return str(raw) if known else reject("not-offered")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(kind.code, text=_labelled(kind)) for kind in certificate_kinds().values()]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return certificate_label(str(raw), say.lang)


def _labelled(kind: CertificateKind) -> Callable[[Say], str]:
    return lambda say: kind.label(say.lang)
