"""A visit before a price: three slots to choose from, and who goes."""

from datetime import date, time

from handlers.conversation.form import ask, each, form
from handlers.conversation.kinds import Choice, Day, Hours, TimeSlot

SLOTS = 3


@form("slot")
class SlotAnswer:
    """A day and an hour, or hours, that suit the surveyor."""

    day: date = ask(Day(notice=1, working=True))
    hour: Hours = ask(TimeSlot(time(7), time(19), buttons=(time(8), time(10), time(14), time(16))))


@form("surveying", version=1)
class SurveyForm:
    """What is offered to the client."""

    slots: tuple[SlotAnswer, ...] = each(SlotAnswer, at_least=SLOTS, at_most=SLOTS)
    surveyor: str = ask(Choice(needs="surveyors"))
