"""A coordinator enters, shows and removes the certificates of a member."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.certificate_kinds import certificate_label
from domain.crews import Certificate, Member
from domain.roster import MemberEntry, entry_of
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.conversation.screen import Screen
from handlers.crews import roster_edits, roster_writing
from handlers.crews.certificate_form import CertificateForm
from handlers.crews.member_editing import active_member
from handlers.sessions import lifecycle
from storage import media
from storage.media import Arrived


async def add_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for a certificate, unless the member left."""
    member = await active_member(ctx, tap.id)
    if member is not None:
        await lifecycle.start_once(ctx, "certificate", about={"member": member.id})


async def added(ctx: UpdateContext, answers: CertificateForm, about: Mapping[str, Any]) -> None:
    """Write it down in place of an earlier one of its kind; a leaver gets none."""
    member = await active_member(ctx, int(about["member"]))
    if member is None:
        return
    photo = await _photo(ctx, answers.photo)
    proof = Certificate(answers.kind, answers.valid_until, answers.issued_on, photo)
    await _put(ctx, member, (*_others(member, proof.kind), proof))


async def _photo(ctx: UpdateContext, files: tuple[SentFile, ...] | None) -> int | None:
    """Note the photo, and have its bytes fetched."""
    if not files:
        return None
    sent = files[0]
    kind = "document" if sent.name else "photo"
    arrived = Arrived(sent.unique_id, sent.file_id, kind, sent.name, sent.mime, sent.size)
    (media_id,) = await media.receive(ctx.tx, [arrived])
    return media_id


def _others(member: Member, kind: str) -> tuple[Certificate, ...]:
    return tuple(one for one in member.certificates if one.kind != kind)


async def _put(ctx: UpdateContext, member: Member, held: tuple[Certificate, ...]) -> None:
    before = entry_of(member)
    after = replace(before, certificates=tuple(sorted(held, key=lambda one: one.kind)))
    await roster_writing.put_member(ctx.tx, member, after, ctx.services.words.languages)
    await roster_edits.keep(ctx, MemberEntry, member.id, before)


async def drop_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Remove a certificate that was entered by mistake."""
    member = await active_member(ctx, tap.id)
    if member is None:
        return
    if member.certificate(tap.more) is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _put(ctx, member, _others(member, tap.more))


async def photo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the photo of a certificate's paper to the coordinator who asks."""
    member = await active_member(ctx, tap.id)
    held = member.certificate(tap.more) if member is not None else None
    if member is None:
        return
    if held is None or held.photo is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    kind = certificate_label(held.kind, ctx.say.lang)
    words = ctx.say("certificate-photo-of", name=member.name, kind=kind)
    await ctx.show(Screen(words), photos=(held.photo,), protect=True)
