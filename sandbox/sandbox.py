"""The sandbox as tests and the demo hold it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Self

from sandbox.acts import Acts
from sandbox.clock import SandboxClock
from sandbox.core import Core
from sandbox.faults import Faults
from sandbox.files import SandboxFiles
from sandbox.group import Group
from sandbox.journal import Journal, OnLine, Transcript
from sandbox.page import Page
from sandbox.person import SandboxPerson
from sandbox.seen import Seen, see
from sandbox.server import Server, api_routes
from sandbox.store import Store
from sandbox.updates import Updates
from sandbox.watching import WITHIN
from sandbox.webhook import Webhook
from sandbox.world import Chat, SandboxChange, World

TOKEN = "7000000001:SANDBOX-token-that-no-real-bot-has"  # noqa: S105 - of no use elsewhere
OnSend = Callable[[SandboxPerson, Seen], Awaitable[None] | None]


class Sandbox:
    """A Telegram of its own, with one bot, from `async with` to its end.

    `port` 0 takes a free one; `store` keeps everything over a restart; `clock` gives the time of
    messages (limits and timeouts use real time).
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        store: Path | None = None,
        token: str = TOKEN,
        username: str = "r4_demo_bot",
        name: str = "R4",
        clock: SandboxClock | None = None,
    ) -> None:
        faults = Faults()
        updates = Updates(faults)
        self.core = Core(
            token,
            World(int(token.partition(":")[0]), username, name),
            SandboxFiles(),
            faults,
            updates,
            Webhook(updates),
            clock or SandboxClock(),
        )
        self.acts = Acts(self.core)
        self.journal = Journal(self.core)
        self.page = Page(self.core, self.acts)
        self.server = Server([*api_routes(self.core), *self.page.routes(host)], host, port)
        self._store_folder = store
        self.store: Store | None = None
        self._on_send: list[OnSend] = []
        self._running: set[asyncio.Future[None]] = set()

    async def __aenter__(self) -> Self:
        await self.server.start()
        world = self.core.world
        world.listeners = [self.journal.note, self._tell, self.page.note]
        if self._store_folder is not None:
            self.store = Store(self._store_folder, self.core)
            self.store.load()
            world.listeners.append(self.store.note)
            self.core.updates.on_change = self.store.note
        self.core.webhook.resume()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.core.updates.close()
        self.page.close()
        await self.server.stop()
        await self.core.webhook.close()
        for running in self._running:
            running.cancel()
        if self.store:
            self.store.close()

    @property
    def url(self) -> str:
        """What `TELEGRAM_API_URL` is set to."""
        host = f"[{self.server.host}]" if ":" in self.server.host else self.server.host
        return f"http://{host}:{self.server.port}"

    @property
    def clock(self) -> SandboxClock:
        """Its functions may be set while the sandbox runs."""
        return self.core.clock

    @property
    def token(self) -> str:
        return self.core.token

    @property
    def username(self) -> str:
        return self.core.world.username

    @property
    def faults(self) -> Faults:
        return self.core.faults

    @property
    def calls(self) -> dict[str, int]:
        """How often each method was called."""
        return self.core.calls

    def updates_pending(self) -> int:
        """Updates that the bot has not confirmed."""
        return len(self.core.updates.pending)

    async def settled(self, within: float = WITHIN) -> None:
        """Waits until the bot has confirmed every update.

        Raises:
            AssertionError: some were left after `within` seconds.
        """
        if not await self.core.updates.emptied(within):
            raise AssertionError(f"{self.updates_pending()} updates are not confirmed")

    async def called(self, method: str, times: int = 1, within: float = WITHIN) -> None:
        """Waits until the bot has called a method so many times in all.

        Raises:
            AssertionError: it had not after `within` seconds.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while self.calls.get(method, 0) < times:
            if not await self.core.called.wait(end - loop.time()):
                raise AssertionError(f"{method} was not called {times} times: {self.calls}")

    def unanswered_taps(self) -> int:
        """Callback queries that nobody has answered."""
        return sum(not tap.answered for tap in self.core.taps.values())

    def person(
        self,
        key: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
        language: str | None = "fr",
        phone: str | None = None,
        title: str = "",
        place: tuple[float, float] | None = None,
        started: bool = False,
    ) -> SandboxPerson:
        """The person of that key, made at the first call; `started` if they know the bot."""
        users = self.core.world.users.values()
        user = next((one for one in users if one.key == key), None)
        if user is None:
            known = {"last_name": last_name, "phone": phone, "title": title, "place": place}
            given = {name: value for name, value in known.items() if value}
            user = self.acts.newcomer(first_name or key.capitalize(), language, key=key, **given)
            self.acts.private_chat(user).started = started
        return SandboxPerson(self.core, user)

    @property
    def people(self) -> tuple[SandboxPerson, ...]:
        return tuple(SandboxPerson(self.core, user) for user in self.core.world.users.values())

    def group(
        self,
        title: str,
        members: Sequence[SandboxPerson] = (),
        *,
        forum: bool = False,
        supergroup: bool = True,
    ) -> Group:
        """The group of that title, made at the first call; the bot is its administrator."""
        world = self.core.world
        for chat in world.chats.values():
            if not chat.private and chat.title == title and not chat.migrated_to:
                return Group(self.core, chat)
        number = world.count("group", 1_900_000_001)
        chat_id = -1_000_000_000_000 - number if supergroup else -number
        chat = Chat(chat_id, "supergroup" if supergroup else "group", title)
        chat.members = [person.id for person in members]
        chat.forum, chat.started = forum, True
        world.chats[chat_id] = chat
        world.touch_chat(chat)
        if members:
            self.core.membership(chat, members[0].id, "left", "administrator")
        return Group(self.core, chat)

    def show(self, *phones: tuple[SandboxPerson, Group | None]) -> None:
        """Who is on which phone of the page at first, and whether in a group."""
        self.page.phones = [(phone.id, group.id if group else phone.id) for phone, group in phones]

    def on_send(self, callback: OnSend) -> None:
        """Called at every new or edited message of the bot in a private chat."""
        self._on_send.append(callback)

    def _tell(self, change: SandboxChange) -> None:
        message = change.message
        if message is None or message.deleted or message.sender_id != self.core.world.bot_id:
            return
        user = self.core.world.users.get(message.chat_id)
        for callback in self._on_send if user else []:
            assert user is not None
            result = callback(SandboxPerson(self.core, user), see(self.core, message))
            if inspect.isawaitable(result):
                task = asyncio.ensure_future(result)
                self._running.add(task)
                task.add_done_callback(self._running.discard)

    def transcript(self, of: SandboxPerson | Group) -> Transcript:
        """All that went through a private chat or a group since the start."""
        title = of.title if isinstance(of, Group) else f"{of.user.first_name} and the bot"
        return Transcript(title, tuple(self.journal.lines.get(of.id, ())))

    def on_line(self, callback: OnLine) -> None:
        """Called with chat id and line as a transcript grows."""
        self.journal.on_line = callback
