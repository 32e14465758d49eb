"""What a finished form brings about."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from handlers.accounts import colleague_join, registration
from handlers.context.update_context import UpdateContext
from handlers.crews import member_join
from handlers.jobs import planning
from handlers.quotes import client_answer, client_changes, costing, issue
from handlers.requests import brief_request, hazard_ruling, known_sites
from handlers.surveys import coordinator_survey

FormHandler = Callable[[UpdateContext, Any, Mapping[str, Any]], Awaitable[None]]

FORM_HANDLERS: Mapping[str, FormHandler] = {
    "registration": registration.finish,
    "request": brief_request.finish,
    "poster": known_sites.poster_finished,
    "question": issue.question_put,
    "refusal": issue.refused,
    "ruling": hazard_ruling.ruled,
    "surveying": coordinator_survey.offered,
    "reply": client_answer.replied,
    "agreement": client_answer.agreed,
    "order": client_changes.ordered,
    "change": client_changes.change_asked,
    "decline": client_answer.declined,
    "renewal": client_changes.renewal_asked,
    "cost_item": costing.item_told,
    "cost_quantity": costing.quantity_told,
    "cost_hours": costing.hours_told,
    "cost_discount": costing.discount_told,
    "cost_extra": costing.extra_told,
    "planning": planning.drafted,
    "joining": member_join.joined,
    "colleague": colleague_join.joined,
}
