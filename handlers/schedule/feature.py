"""The schedule: the day and the week of everybody, by person and by vehicle."""

from domain.people import Action
from handlers.context.feature import Callback, Command, Feature, SubjectKind
from handlers.schedule import schedule

TODAY = Command(schedule.today, Action.SEE_SCHEDULE)
WEEK = Command(schedule.week, Action.SEE_SCHEDULE)

FEATURE = Feature(
    "schedule",
    callbacks={
        "onday": Callback(schedule.period_tapped, Action.SEE_SCHEDULE),
        "onweek": Callback(schedule.period_tapped, Action.SEE_SCHEDULE),
        "who": Callback(schedule.members_tapped, Action.SEE_SCHEDULE),
        "vans": Callback(schedule.vehicles_tapped, Action.SEE_SCHEDULE),
        "weekof": Callback(schedule.member_tapped, Action.SEE_SCHEDULE, SubjectKind.MEMBER),
        "vanof": Callback(schedule.vehicle_tapped, Action.SEE_SCHEDULE, SubjectKind.VEHICLE),
    },
    commands={"today": TODAY, "jour": TODAY, "week": WEEK, "semaine": WEEK},
    errands=frozenset({schedule.DRAW}),
)
