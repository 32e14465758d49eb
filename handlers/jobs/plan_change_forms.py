"""One answer each: what of a published plan gets another value."""

from datetime import date, time

from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Time
from handlers.jobs.planning_form import STARTS, SiteDay


@form("moveday", version=1)
class MoveDayForm:
    """On which day the job starts instead."""

    day: date = ask(SiteDay(), needs="candidates")


@form("movehour", version=1)
class MoveHourForm:
    """At which hour the crew starts instead."""

    hour: time = ask(Time(earliest=time(5), latest=time(20), buttons=STARTS))
