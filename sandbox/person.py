"""People for tests: they say, tap, send, and wait until they see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox.core import Core, SandboxTap
from sandbox.group import Group
from sandbox.pictures import small_picture
from sandbox.seen import Seen, read_out, see
from sandbox.watching import WITHIN, Watcher, until
from sandbox.world import Chat, Message, User


class SandboxPerson(Watcher):
    """Someone with a phone; what they do arrives at the bot as Telegram would tell it."""

    def __init__(self, core: Core, user: User) -> None:
        super().__init__(core, user)
        self.opened: list[str] = []
        """Links that were tapped and lead out of Telegram."""

    async def says(
        self,
        text: str,
        chat: Group | None = None,
        reply_to: Seen | None = None,
        topic: int | None = None,
    ) -> Seen:
        target = self._chat(chat)
        sent = self.acts.text(
            self.user,
            target,
            text,
            reply_to=reply_to.message_id if reply_to else None,
            thread_id=topic or (reply_to.topic if reply_to else None),
        )
        return see(self.core, sent[-1])

    async def taps(
        self,
        label: str,
        chat: Group | None = None,
        on: Seen | None = None,
        index: int = 0,
        within: float = WITHIN,
    ) -> str | None:
        """Taps a visible button, newest message first, and returns what flashes up.

        Waits for the button and then for the answer, `within` seconds each. Raises AssertionError
        when there is no such button; a tap that stays unanswered returns None, as one that is
        answered without a text.
        """
        target = self._chat(chat)

        def look() -> tuple[Message | None, dict[str, Any]] | None:
            found = self._buttons(target, label, on)
            return found[index] if len(found) > index else None

        found = await until(self.core, target.id, look, within)
        if found is None:
            where = f" on {on}" if on else ""
            raise AssertionError(
                f"{self.user.first_name} has no button {label!r}{where}:\n{self.printed(chat)}"
            )
        message, button = found
        if message is None:
            self.acts.key(self.user, target, button)
            return None
        return await self._tap(message, button, within)

    def _buttons(
        self, chat: Chat, label: str, on: Seen | None
    ) -> list[tuple[Message | None, dict[str, Any]]]:
        messages = [m for m in self.core.world.messages.get(chat.id, {}).values() if not m.deleted]
        if on is not None:
            messages = [m for m in messages if m.message_id == on.message_id]
        found: list[tuple[Message | None, dict[str, Any]]] = [
            (message, button)
            for message in reversed(messages)
            for row in message.inline or []
            for button in row
            if label in read_out(button["text"])
        ]
        if on is None:
            board = [b for row in self._board(chat) for b in row if label in read_out(b["text"])]
            found += [(None, button) for button in board]
        return sorted(found, key=lambda pair: read_out(pair[1]["text"]) != label)

    async def _tap(self, message: Message, button: dict[str, Any], within: float) -> str | None:
        if "callback_data" in button:
            return await self._answered(
                self.acts.tap(self.user, message, button["callback_data"]), within
            )
        url = str(button.get("url", ""))
        payload = self.acts.start_of(url)
        if payload is not None:
            await self.says(f"/start {payload}".strip())
        else:
            self.opened.append(url)
        return None

    async def presses(
        self, callback_data: str, message: Seen, within: float = WITHIN
    ) -> str | None:
        """A callback with data of one's own making, on any message: what a bad client can send."""
        original = self.core.world.messages[message.chat_id][message.message_id]
        return await self._answered(self.acts.tap(self.user, original, callback_data), within)

    async def _answered(self, tap: SandboxTap, within: float) -> str | None:
        done = lambda: tap if tap.answered else None  # noqa: E731 - a condition to wait for
        await until(self.core, tap.chat_id, done, within)
        return None if tap.text is None else read_out(tap.text)

    async def sends_photos(
        self,
        photos: int | Sequence[bytes] = 1,
        captions: Sequence[str] | None = None,
        *,
        album: bool = True,
        chat: Group | None = None,
    ) -> tuple[Seen, ...]:
        """So many pictures, or these; as one album unless told otherwise."""
        pictures = [small_picture(n) for n in range(photos)] if isinstance(photos, int) else photos
        texts = [*(captions or ()), *[""] * len(pictures)][: len(pictures)]
        target = self._chat(chat)
        if album:
            sent = self.acts.photos(self.user, target, pictures, texts)
        else:
            pairs = zip(pictures, texts, strict=True)
            sent = [m for p, t in pairs for m in self.acts.photos(self.user, target, [p], [t])]
        return tuple(see(self.core, message) for message in sent)

    async def sends_document(
        self,
        name: str,
        content: bytes,
        mime: str = "application/pdf",
        *,
        caption: str = "",
        size: int | None = None,
        chat: Group | None = None,
    ) -> Seen:
        """`size` in bytes makes Telegram say another size than `content` has."""
        file = self.core.files.add(content, "document", name=name, mime=mime, size=size)
        return see(self.core, self.acts.document(self.user, self._chat(chat), file, caption))

    async def sends_voice(self, seconds: int = 3, content: bytes = b"OggS") -> Seen:
        return see(self.core, self.acts.voice(self.user, self._chat(None), content, seconds))

    async def sends_sticker(self, emoji: str = "👍") -> Seen:
        return see(self.core, self.acts.sticker(self.user, self._chat(None), emoji))

    async def sends_video(self, seconds: int = 5, size: int | None = None) -> Seen:
        return see(self.core, self.acts.video(self.user, self._chat(None), seconds, size))

    async def shares_contact(self, of: SandboxPerson | None = None) -> Seen:
        """The own contact by default."""
        whose = of.user if of else self.user
        return see(self.core, self.acts.contact(self.user, self._chat(None), whose))

    async def shares_location(
        self, latitude: float | None = None, longitude: float | None = None
    ) -> Seen:
        """The own place by default."""
        here = self.user.place
        place = (
            here[0] if latitude is None else latitude,
            here[1] if longitude is None else longitude,
        )
        return see(self.core, self.acts.location(self.user, self._chat(None), *place))

    async def edits(self, seen: Seen, text: str) -> Seen:
        message = self.core.world.messages[seen.chat_id][seen.message_id]
        self.acts.edit(self.user, message, text)
        return see(self.core, message)

    async def reacts(self, seen: Seen, emoji: str) -> Seen:
        message = self.core.world.messages[seen.chat_id][seen.message_id]
        self.acts.react(self.user, message, emoji)
        return see(self.core, message)

    async def blocks_bot(self) -> None:
        self.acts.block(self.user, on=True)

    async def unblocks_bot(self) -> None:
        self.acts.block(self.user, on=False)

    async def deletes_account(self) -> None:
        self.user.deleted = True
        self.core.world.touch_chat(self._chat(None))

    async def joins(self, group: Group) -> None:
        self.acts.join(self.user, group.chat)

    async def leaves(self, group: Group) -> None:
        self.acts.leave(self.user, group.chat)

    async def removes_bot(self, group: Group) -> None:
        self.acts.expel_bot(self.user, group.chat)

    async def adds_bot(self, group: Group) -> None:
        self.acts.readmit_bot(self.user, group.chat)

    async def upgrades(self, group: Group) -> None:
        """Turns a plain group into a supergroup, which has another id."""
        self.acts.upgrade(self.user, group.chat)
