"""Surveys: offered, booked, cancelled."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.feature import Callback, DeepLink, Feature, FormEnding, SubjectKind
from handlers.surveys import coordinator_survey, survey_facts
from handlers.surveys.survey_form import SurveyForm

REQUEST, SURVEY = SubjectKind.REQUEST, SubjectKind.SURVEY

FEATURE = Feature(
    "surveys",
    forms={
        SurveyForm: FormEnding(coordinator_survey.offered, Action.OFFER_SURVEY, REQUEST, "request")
    },
    callbacks={
        "visit": Callback(coordinator_survey.choice_tapped, Action.ANSWER_SURVEY, SURVEY),
        "unsurvey": Callback(coordinator_survey.cancel_tapped, Action.CANCEL_SURVEY, SURVEY),
    },
    reminders={ReminderKind.SURVEY_EVE: coordinator_survey.remind},
    facts={"surveyors": survey_facts.surveyors},
    links={"survey": DeepLink(coordinator_survey.offer, Action.OFFER_SURVEY, REQUEST)},
)
