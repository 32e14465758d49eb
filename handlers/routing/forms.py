"""The conversations of the trade, by name."""

from collections.abc import Mapping
from typing import Any

from handlers.accounts.colleague_form import ColleagueForm
from handlers.accounts.registration_form import RegistrationForm
from handlers.conversation.form import form_of
from handlers.crews.member_join_form import MemberJoinForm
from handlers.jobs.planning_form import PlanningForm
from handlers.quotes.costing_forms import COSTING_FORMS
from handlers.quotes.decision_forms import (
    AgreementForm,
    ChangeForm,
    DeclineForm,
    OrderForm,
    QuestionForm,
    RefusalForm,
    RenewalForm,
    ReplyForm,
    RulingForm,
)
from handlers.requests.poster_form import PosterForm
from handlers.requests.request_form import RequestForm
from handlers.surveys.survey_form import SurveyForm

FORMS: tuple[type[Any], ...] = (
    RegistrationForm,
    RequestForm,
    QuestionForm,
    ReplyForm,
    RefusalForm,
    RulingForm,
    SurveyForm,
    AgreementForm,
    OrderForm,
    ChangeForm,
    DeclineForm,
    RenewalForm,
    PlanningForm,
    MemberJoinForm,
    ColleagueForm,
    *COSTING_FORMS,
    PosterForm,
)

REGISTRY: Mapping[str, type[Any]] = {form_of(one).name: one for one in FORMS}
