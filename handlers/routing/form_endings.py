"""What sessions are told of forms: their classes, what each brings about, how it begins anew."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from handlers.context import refusals
from handlers.context.feature import FormEnding, SubjectKind
from handlers.context.rights import allowed, allowed_on
from handlers.context.services import FreshStart
from handlers.context.update_context import UpdateContext
from handlers.routing.features import FORM_ENDINGS
from storage.transaction import Unknown

Finish = Callable[[UpdateContext, Any, Mapping[str, Any]], Awaitable[None]]


def ending(name: str, declared: FormEnding) -> Finish:
    """Make what a finished form does: its right is asked once more, then its handler runs."""

    async def finish(ctx: UpdateContext, answers: Any, about: Mapping[str, Any]) -> None:
        if await _may(ctx, declared, about):
            await declared.handler(ctx, answers, about)
        else:
            await refusals.refuse(ctx, name, about.get(declared.key, 0))

    return finish


async def _may(ctx: UpdateContext, declared: FormEnding, about: Mapping[str, Any]) -> bool:
    if declared.subject is SubjectKind.NONE or declared.key not in about:
        return allowed(ctx, declared.action)
    try:
        subject_id = int(about[declared.key])
        return await allowed_on(ctx, declared.action, declared.subject, subject_id)
    except Unknown:
        return False


FORMS: Mapping[str, type[Any]] = {name: form for name, (form, _) in FORM_ENDINGS.items()}
ENDINGS: Mapping[str, Finish] = {
    name: ending(name, declared) for name, (_, declared) in FORM_ENDINGS.items()
}
BEGINNINGS: Mapping[str, FreshStart] = {
    name: FreshStart(declared.begin_anew, declared.key)
    for name, (_, declared) in FORM_ENDINGS.items()
    if declared.begin_anew is not None
}
