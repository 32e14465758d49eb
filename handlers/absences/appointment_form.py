"""When a member is busy each week."""

from datetime import date

from domain.appointments import Weekday
from handlers.absences.busy_hours_kind import BusyHours
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Hours
from handlers.crews.roster_kinds import RosterDate


@form("appointment", version=1)
class AppointmentForm:
    """A coordinator says at which hours a member is busy; why is not asked."""

    weekday: Weekday = ask(Choice(Weekday, columns=2))
    hours: Hours = ask(BusyHours())
    last: date | None = ask(RosterDate(ahead=(28, 91), coming=True), optional=True)
