"""A file in a call: uploaded, attached by name, or known by its file_id."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad_request
from sandbox.files import File
from sandbox.methods.base import Call
from sandbox.params import Upload


def given_file(call: Call, value: str, name: str) -> Upload | File:
    """`value` is a file_id or `attach://name`; a file may also come in the field `name` itself.

    Raises:
        ApiError: 400 where there is no such file.
    """
    uploads = call.params.uploads
    upload = uploads.get(value.removeprefix("attach://")) if value else uploads.get(name)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return upload
    if not value:
        raise bad_request(f"there is no {name} in the request")
    known = call.core.files.find(value)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return known


def photo(call: Call, value: str, name: str) -> dict[str, Any]:
    given = given_file(call, value, name)
    files = call.core.files
    if isinstance(given, Upload):
        return {"photo": files.photo_api(files.photo(given.content))}
    if given.kind != "photo":
        raise bad_request(f"can't use file of type {given.kind.title()} as Photo")
    return {"photo": files.photo_api(files.sizes_of(given))}


def document(call: Call, value: str, name: str) -> dict[str, Any]:
    given = given_file(call, value, name)
    if isinstance(given, Upload):
        given = call.core.files.add(given.content, "document", name=given.name, mime=given.mime)
    elif given.kind == "photo":
        raise bad_request("can't use file of type Photo as Document")
    return document_content(given)


def document_content(file: File) -> dict[str, Any]:
    return {"document": {**file.api(), "file_name": file.name, "mime_type": file.mime}}


def voice(call: Call, value: str) -> dict[str, Any]:
    given = given_file(call, value, "voice")
    if isinstance(given, Upload):
        seconds = call.params.integer("duration")
        given = call.core.files.add(given.content, "voice", mime="audio/ogg", seconds=seconds)
    return voice_content(given)


def voice_content(file: File) -> dict[str, Any]:
    return {"voice": {**file.api(), "duration": file.seconds, "mime_type": file.mime}}
