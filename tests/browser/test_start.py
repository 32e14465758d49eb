"""The demo's start: a busy port, a second start with yesterday's data, a new beginning."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import starting, story
from tests.browser.phones import Desk

pytestmark = pytest.mark.browser


def test_a_second_start_goes_on_where_the_first_stopped(window: Desk, tmp_path: Path) -> None:
    client = window.client
    with starting.demo(tmp_path) as address:
        window.opens(address)
        client.part("start").click()
        client.taps("Français")
        client.taps("J’ai compris")
        client.asked("SIRET")
        today = window.part("clock-now").inner_text().partition(",")[0]
        window.part("jump-day").click()
        expect(window.part("clock-now")).not_to_contain_text(today)
    expect(window.part("offline")).to_be_visible()
    client.says("lost, and kept in the box")
    expect(client.part("composer")).to_have_value("lost, and kept in the box")
    window.faults.clear()  # a line that breaks is told on the console

    port = urlsplit(address).port or 0
    with starting.demo(tmp_path, port) as again:
        assert again == address
        expect(window.part("offline")).to_be_hidden()
        window.faults.clear()
        client.says(story.SIRET)
        client.asked("nom de votre entreprise")
        window.page.reload()
        window.ready()
        expect(window.part("clock-now")).not_to_contain_text(today)
        client.asked("nom de votre entreprise")
    window.faults.clear()

    (tmp_path / "notes.txt").write_text("not the demo's")
    with starting.demo(tmp_path, port, reset=True):
        window.page.reload()
        window.ready()
        expect(client.part("start")).to_be_visible()
        expect(client.bubbles).to_have_count(0)
        expect(window.part("story-step")).to_contain_text("1. Client")
        expect(window.part("clock-now")).to_contain_text(today)
        window.page.goto("about:blank")  # it would complain that nobody answers any more
        window.faults.clear()
    assert (tmp_path / "notes.txt").exists()


def test_a_busy_port_moves_to_the_next_free_one(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with starting.demo(tmp_path, port) as address:
            assert port < (urlsplit(address).port or 0) <= port + 50
