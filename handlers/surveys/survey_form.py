"""The survey form: three slots and a surveyor."""

from datetime import date, time

from handlers.conversation.form import ask, each, form
from handlers.conversation.kinds import Choice, Day, Hours, TimeSlot

SLOTS = 3


@form("slot")
class SlotAnswer:
    """A day with an hour or a period that suits the surveyor."""

    day: date = ask(Day(notice=1, working=True))
    hour: Hours = ask(TimeSlot(time(7), time(19), buttons=(time(8), time(10), time(14), time(16))))


@form("surveying", version=1)
class SurveyForm:
    """The slots offered to the client, and the surveyor."""

    slots: tuple[SlotAnswer, ...] = each(SlotAnswer, at_least=SLOTS, at_most=SLOTS)
    surveyor: str = ask(Choice(needs="surveyors"))
