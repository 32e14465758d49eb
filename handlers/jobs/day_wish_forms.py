"""Another day for agreed work: the client's wish, and what we offer instead."""

from datetime import date

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Day
from handlers.jobs.planning_form import SiteDay


@form("anotherday", version=1)
class AnotherDayForm:
    """The day that suits the client better."""

    day: date = ask(Day(notice=1, working=True))


@form("offerday", version=1)
class OfferDayForm:
    """The day that we can offer instead."""

    day: date = ask(SiteDay(), needs="candidates")
