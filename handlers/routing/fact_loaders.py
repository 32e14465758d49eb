"""Who loads a fact that a question needs and that differs from chat to chat."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from handlers.context.update_context import UpdateContext
from handlers.jobs import planning_facts
from handlers.quotes import signer_facts
from handlers.surveys import survey_facts
from storage.sessions import StoredSession

FactLoader = Callable[[UpdateContext, StoredSession], Awaitable[Any]]

FACT_LOADERS: Mapping[str, FactLoader] = {
    **planning_facts.FACTS,
    **signer_facts.FACTS,
    **survey_facts.FACTS,
}
