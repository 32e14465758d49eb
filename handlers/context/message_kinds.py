"""Which kinds of message there are, beside those that are read."""

from collections.abc import Iterable

NAMED = ("sticker", "video", "animation", "audio", "video_note", "poll", "dice", "venue", "story")
ABOUT_THE_MESSAGE = frozenset(  # what a message has beside its content
    [
        "message_id",
        "date",
        "chat",
        "from",
        "sender_chat",
        "sender_boost_count",
        "sender_business_bot",
        "edit_date",
        "message_thread_id",
        "is_topic_message",
        "direct_messages_topic",
        "business_connection_id",
        "forward_origin",
        "is_automatic_forward",
        "forward_date",
        "forward_from",
        "forward_from_chat",
        "forward_from_message_id",
        "forward_signature",
        "forward_sender_name",
        "reply_to_message",
        "external_reply",
        "quote",
        "reply_to_story",
        "reply_to_checklist_task_id",
        "via_bot",
        "has_protected_content",
        "is_from_offline",
        "is_paid_post",
        "media_group_id",
        "author_signature",
        "paid_star_count",
        "effect_id",
        "entities",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "has_media_spoiler",
        "link_preview_options",
        "suggested_post_info",
        "reply_markup",
        "text",
    ]
)
OF_THE_CHAT = frozenset(  # what Telegram itself writes into a chat
    [
        "pinned_message",
        "message_auto_delete_timer_changed",
        "chat_background_set",
        "write_access_allowed",
        "connected_website",
        "boost_added",
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "group_chat_created",
        "supergroup_chat_created",
        "channel_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "proximity_alert_triggered",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
        "video_chat_scheduled",
        "video_chat_started",
        "video_chat_ended",
        "video_chat_participants_invited",
        "checklist_tasks_done",
        "checklist_tasks_added",
    ]
)


def kind_of_other(keys: Iterable[str]) -> str | None:
    """Name the kind of a message by its keys, `unnamed` where we have no word for it.

    None for what Telegram itself writes into a chat, and for a message without content.
    """
    kinds = set(keys) - ABOUT_THE_MESSAGE
    if not kinds or kinds & OF_THE_CHAT:
        return None
    return next((kind for kind in NAMED if kind in kinds), "unnamed")
