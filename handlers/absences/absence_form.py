"""When somebody is away: the member is named by what the form is about."""

from domain.absences import AbsencePeriod
from handlers.absences.absence_kind import AbsenceKind
from handlers.conversation.form import ask, form


@form("absence", version=1)
class AbsenceForm:
    """A coordinator says when a member is away."""

    when: AbsencePeriod = ask(AbsenceKind())


@form("ownabsence", version=1)
class OwnAbsenceForm:
    """A member says when they are away."""

    when: AbsencePeriod = ask(AbsenceKind())
