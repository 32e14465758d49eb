"""What is asked of a certificate: its kind, its dates, a photo of the paper."""

from datetime import date
from types import SimpleNamespace

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import SentFile
from handlers.crews.proof_kind import Proof
from handlers.crews.roster_kinds import OnePhoto, RosterDate


def _issued(so_far: SimpleNamespace) -> date | None:
    issued: date | None = so_far.issued_on
    return issued


@form("certificate", version=1)
class CertificateForm:
    """A certificate of a member; it replaces an earlier one of its kind."""

    kind: str = ask(Proof())
    issued_on: date | None = ask(RosterDate(), optional=True)
    valid_until: date = ask(RosterDate(begin=_issued))
    photo: tuple[SentFile, ...] | None = ask(OnePhoto(), optional=True)
