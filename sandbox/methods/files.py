"""Files on their way to the bot."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_LIMIT
from sandbox.methods.base import Call, method


@method("getFile", "file_id")
def get_file(call: Call) -> dict[str, Any]:
    file = call.core.files.find(call.params.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {**file.api(), "file_path": file.path}
