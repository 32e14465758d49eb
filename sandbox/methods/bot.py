"""The bot itself: who it is, its commands, its answers to taps."""

from __future__ import annotations

import re
from typing import Any

import orjson
from telegram.constants import BotCommandLimit, CallbackQueryLimit

from sandbox.errors import bad_request
from sandbox.markup import length
from sandbox.methods.base import Call, method, place_of
from sandbox.world import SandboxChange

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("getMe")
def get_me(call: Call) -> dict[str, Any]:
    return {
        **call.core.world.bot(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(call: Call) -> bool:
    core, params = call.core, call.params
    tap = core.taps.get(params.text("callback_query_id"))
    if tap is None or tap.answered or not core.query_alive(tap):
        raise bad_request(TOO_OLD)
    text = params.text("text")
    if length(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    if params.has("url") and f"t.me/{core.world.username}?" not in params.text("url"):
        raise bad_request("URL_INVALID")
    tap.answered, tap.text, tap.alert = True, text or None, params.flag("show_alert")
    core.toast(tap)
    return True


def _scope(call: Call) -> str:
    scope = call.params.record("scope") or {"type": "default"}
    return _scope_key(scope, call.params.text("language_code"))


def _scope_key(scope: dict[str, Any], language: str) -> str:
    whose = [str(scope[name]) for name in ("chat_id", "user_id") if name in scope]
    return orjson.dumps([scope.get("type", "default"), *whose, language]).decode()


@method("setMyCommands", "commands scope language_code")
def set_my_commands(call: Call) -> bool:
    commands = call.params.records("commands")
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", "")).lstrip("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= BotCommandLimit.MAX_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    scope = call.params.record("scope") or {}
    whose = place_of(call, int(scope["chat_id"])).id if "chat_id" in scope else None
    call.core.world.commands[_scope(call)] = commands
    call.core.world.changed(SandboxChange("people", whose))
    return True


@method("getMyCommands", "scope language_code")
def get_my_commands(call: Call) -> list[dict[str, str]]:
    return call.core.world.commands.get(_scope(call), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(call: Call) -> bool:
    call.core.world.commands.pop(_scope(call), None)
    call.core.world.changed(SandboxChange("people"))
    return True


def menu(commands: dict[str, list[dict[str, str]]], user_id: int, language: str) -> list[Any]:
    """The commands a person sees in the private chat: nearest scope first, language before none."""
    scopes: list[dict[str, Any]] = [
        {"type": "chat", "chat_id": user_id},
        {"type": "all_private_chats"},
        {"type": "default"},
    ]
    for scope in scopes:
        for code in (language.partition("-")[0], ""):
            found = commands.get(_scope_key(scope, code))
            if found:
                return found
    return []
