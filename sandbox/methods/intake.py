"""How the bot gets its updates: long polling or a webhook, never both."""

from __future__ import annotations

import re
from typing import Any

from telegram.constants import PollingLimit, WebhookLimit

from sandbox.errors import bad_request, conflict
from sandbox.methods.base import Call, method

WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook "
    "first"
)
LONGEST_POLL = 50


def _allowed(call: Call) -> list[str] | None:
    kinds = call.params.json("allowed_updates")
    if kinds is not None and not isinstance(kinds, list):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    return kinds


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(call: Call) -> list[dict[str, Any]]:
    core, params = call.core, call.params
    if core.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    core.updates.allow(_allowed(call))
    limit = min(max(params.integer("limit", 100), PollingLimit.MIN_LIMIT), PollingLimit.MAX_LIMIT)
    timeout = min(max(params.integer("timeout"), 0), LONGEST_POLL)
    return await core.updates.take(params.integer("offset"), limit, timeout)


@method(
    "setWebhook",
    "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
)
def set_webhook(call: Call) -> bool:
    """Plain http is taken, as a Bot API server of one's own does."""
    core, params = call.core, call.params
    url, secret = params.text("url"), params.text("secret_token")
    if url and not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    core.updates.allow(_allowed(call))
    if params.flag("drop_pending_updates"):
        core.updates.clear()
    core.updates.interrupt(conflict("terminated by setWebhook request"))
    most = params.integer("max_connections", 40)
    core.webhook.start(url, secret, min(max(most, 1), WebhookLimit.MAX_CONNECTIONS_LIMIT))
    return True


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(call: Call) -> bool:
    if call.params.flag("drop_pending_updates"):
        call.core.updates.clear()
    call.core.webhook.stop()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    return call.core.webhook.info()
