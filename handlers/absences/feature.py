"""Absences: who cannot come, when, and who comes no more."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.absences import absences, appointments, departure, week_answers
from handlers.absences.absence_form import AbsenceForm, OwnAbsenceForm
from handlers.absences.appointment_form import AppointmentForm
from handlers.context.feature import Callback, Command, Feature, FormEnding, SubjectKind

AWAY = Command(absences.show, Action.MANAGE_ROSTER)

FEATURE = Feature(
    "absences",
    forms={
        AbsenceForm: FormEnding(absences.told, Action.MANAGE_ROSTER, SubjectKind.MEMBER, "member"),
        AppointmentForm: FormEnding(
            appointments.added, Action.MANAGE_ROSTER, SubjectKind.MEMBER, "member"
        ),
        OwnAbsenceForm: FormEnding(absences.own_told, Action.SAY_ABSENCE),
    },
    callbacks={
        "away": Callback(absences.list_tapped, Action.MANAGE_ROSTER),
        "awayof": Callback(absences.of_tapped, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "member": Callback(departure.show_tapped, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "leave": Callback(departure.leave_tapped, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "leaveyes": Callback(departure.leave_confirmed, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "unleave": Callback(departure.undo_tapped, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "sick": Callback(absences.sick_tapped, Action.SAY_ABSENCE),
        "ownaway": Callback(absences.own_tapped, Action.SAY_ABSENCE),
        "busy": Callback(appointments.list_tapped, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "addbusy": Callback(appointments.add_tapped, Action.MANAGE_ROSTER, SubjectKind.MEMBER),
        "unbusy": Callback(appointments.drop_tapped, Action.MANAGE_ROSTER),
        "ownweek": Callback(week_answers.begin_tapped, Action.SAY_ABSENCE),
        "week": Callback(week_answers.turn_tapped, Action.SAY_ABSENCE),
        "weekok": Callback(week_answers.ok_tapped, Action.SAY_ABSENCE),
        "back": Callback(absences.back_tapped, Action.TAKE_ABSENCE_BACK, SubjectKind.ABSENCE),
    },
    reminders={ReminderKind.WEEK_CARD: week_answers.ask_week},
    commands={"away": AWAY, "absence": AWAY, "absences": AWAY},
)
