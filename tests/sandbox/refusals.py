"""What the Bot API answers when it refuses."""

from typing import Any

import pytest

from tests.sandbox.line import Line, RefusedError


async def refusal(bot: Line, method: str, **params: Any) -> str:
    """The description with which a call is refused."""
    with pytest.raises(RefusedError) as refused:
        await bot(method, **params)
    return str(refused.value.args[1])
