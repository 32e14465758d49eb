"""A member's week: five big buttons, a sign for each day, one to say that it is right."""

from datetime import date

from domain.availability import DayMark, Marks, days_of, turned
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, Screen
from handlers.words.catalogue import Say

SIGNS = {DayMark.COMES: "✅", DayMark.AWAY: "❌", DayMark.FIXED: "🗓"}


def card_key(monday: date) -> str:
    return f"week:{monday}"


def draw(say: Say, monday: date, marks: Marks) -> Screen:
    """Draw the week as it would be; a tap on a day turns it around."""
    number = monday.toordinal()
    rows: list[tuple[Button, ...]] = [
        (
            button(
                f"{SIGNS[mark]} {say.day_short(day)}",
                "week",
                number,
                more="".join(turned(marks, at)),
            ),
        )
        for at, (day, mark) in enumerate(zip(days_of(monday), marks, strict=True))
    ]
    done = button(say.plain("week-ok"), "weekok", number, more="".join(marks), style="success")
    return Screen(say("week-head", first=monday), (*rows, (done,)))


def draw_done(say: Say, monday: date, marks: Marks) -> Screen:
    """Say the week as it was noted, with a way to change it."""
    days = zip(days_of(monday), marks, strict=True)
    lines = [f"{SIGNS[mark]} {say.day_short(day)}" for day, mark in days]
    change = button(say.plain("week-change"), "week", monday.toordinal(), more="".join(marks))
    return Screen("\n".join([say("week-done"), *lines]), ((change,),))
