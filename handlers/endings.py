"""What a finished form brings about."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from handlers import completing
from handlers.clients import joining as colleague
from handlers.clients import quotes, registration, second_thoughts, sites
from handlers.coordinators import costing, planning, quoting, ruling, surveys
from handlers.crews import joining
from handlers.visit import Visit

Ending = Callable[[Visit, Any, Mapping[str, Any]], Awaitable[None]]

ENDINGS: Mapping[str, Ending] = {
    "registration": registration.finish,
    "request": completing.finish,
    "poster": sites.hung,
    "question": quoting.question_put,
    "refusal": quoting.refused,
    "ruling": ruling.ruled,
    "surveying": surveys.offered,
    "reply": quotes.replied,
    "agreement": quotes.agreed,
    "order": second_thoughts.ordered,
    "change": second_thoughts.change_asked,
    "decline": quotes.declined,
    "renewal": second_thoughts.renewal_asked,
    "cost_item": costing.item_told,
    "cost_quantity": costing.quantity_told,
    "cost_hours": costing.hours_told,
    "cost_discount": costing.discount_told,
    "cost_extra": costing.extra_told,
    "planning": planning.drafted,
    "joining": joining.joined,
    "colleague": colleague.joined,
}
