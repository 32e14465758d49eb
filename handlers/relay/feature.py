"""Relay: a live chat between coordinator and client through the bot."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.feature import Callback, DeepLink, Feature, SubjectKind
from handlers.relay import live_chat

FEATURE = Feature(
    "relay",
    callbacks={
        "giveback": Callback(live_chat.give_back_tapped, Action.GIVE_BACK, SubjectKind.TAKEOVER)
    },
    links={"take": DeepLink(live_chat.take, Action.TAKE_OVER, SubjectKind.REQUEST)},
    reminders={ReminderKind.TAKEOVER_END: live_chat.end_silent},
)
