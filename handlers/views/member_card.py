"""A member's card: what is known of them, and what a coordinator can do."""

from domain.certificate_kinds import certificate_label
from domain.crews import Member
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, ButtonRows, Screen
from handlers.views.roster_words import value_of
from handlers.words.catalogue import Say

FIELDS = (
    "name",
    "phone",
    "languages",
    "roles",
    "contract_from",
    "contract_until",
    "weekly_hours",
)


def card_key(member_id: int) -> str:
    return f"member:{member_id}"


def draw(say: Say, member: Member, *, joined: bool) -> Screen:
    """Draw it; of somebody who left only what is known."""
    rows = _rows(say, member, joined=joined) if member.active else ()
    return Screen(_text(say, member), rows)


def _text(say: Say, member: Member) -> str:
    roles = value_of(say, tuple(sorted(member.roles)), "roles")
    lines = [
        say("member-head", name=member.name),
        say("member-roles", roles=roles, hours=member.weekly_hours),
        say("member-phone", phone=value_of(say, member.phone, "phone")),
    ]
    if member.languages:
        lines.append(say("member-speaks", languages=value_of(say, member.languages, "languages")))
    if member.contract_start is not None:
        lines.append(say("member-contract-from", since=member.contract_start))
    if member.contract_end is not None:
        lines.append(say("member-contract", until=member.contract_end))
    lines += [
        say("member-proof", kind=certificate_label(held.kind, say.lang), until=held.valid_until)
        for held in sorted(member.certificates, key=lambda one: one.kind)
    ]
    if not member.active:
        lines.append(say("member-left", name=member.name))
    return "\n".join(lines)


def _rows(say: Say, member: Member, *, joined: bool) -> ButtonRows:
    change = button(say.plain("member-change"), "editmember", member.id)
    away = button(say.plain("absence-list"), "awayof", member.id)
    prove = button(say.plain("certificate-add"), "addproof", member.id)
    photos = [
        button(
            f"📷 {certificate_label(held.kind, say.lang)}", "proofpic", member.id, more=held.kind
        )
        for held in member.certificates
        if held.photo is not None
    ]
    if joined:
        invite = button(say.plain("member-invite-again"), "reinvite", member.id)
    else:
        invite = button(say.plain("roster-invite", name=member.name), "invite", member.id)
    busy = button(say.plain("appointment-list"), "busy", member.id)
    leave = button(say.plain("member-leave"), "leave", member.id, style="danger")
    return ((change, prove), *[(photo,) for photo in photos], (away, busy), (invite,), (leave,))


def draw_fields(say: Say, member: Member) -> Screen:
    """Draw the card with a button for each value that can be changed by itself."""
    values: list[Button] = [
        button(say.plain(f"roster-field-{name}"), "setmember", member.id, more=name)
        for name in FIELDS
    ]
    rows = [tuple(values[at : at + 2]) for at in range(0, len(values), 2)]
    rows += [
        (
            button(
                f"🗑 {certificate_label(held.kind, say.lang)}",
                "dropproof",
                member.id,
                more=held.kind,
            ),
        )
        for held in member.certificates
    ]
    rows.append((button(say.plain("member-back"), "member", member.id),))
    return Screen(f"{_text(say, member)}\n\n{say('member-which')}", tuple(rows))
