"""How the app is started."""

import socket
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.web.server.app_discovery import discover_asgi_app

from qualcode.ui import server

ROOT = Path(__file__).resolve().parents[2]


def flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def test_both_ways_of_starting_have_the_same_settings() -> None:
    written = dict(flat(tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))))
    assert written.pop("server.address") == "localhost"
    assert written == server.SETTINGS


def test_streamlit_knows_every_setting() -> None:
    config.get_option("server.port")
    assert set(server.SETTINGS) <= set(config._config_options_template)


def test_streamlit_run_finds_the_app() -> None:
    found = discover_asgi_app(ROOT / "app.py")
    assert (found.is_asgi_app, found.app_name) == (True, "app")


def test_the_script_is_where_the_server_looks_for_it() -> None:
    assert server.SCRIPT.is_file()


def test_a_busy_port_leads_to_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with server._listen("127.0.0.1", 0) as first:
        first.listen()
        monkeypatch.setattr(server, "PORT", first.getsockname()[1])
        with server._listen("127.0.0.1", None) as second:
            assert second.getsockname()[1] != server.PORT


def test_a_port_that_was_asked_for_is_not_exchanged() -> None:
    with server._listen("127.0.0.1", 0) as first:
        first.listen()
        with pytest.raises(OSError, match="in use"):
            server._listen("127.0.0.1", first.getsockname()[1])


def test_answers_are_not_held_back_to_be_bundled() -> None:
    """asyncio switches Nagle's algorithm off only on sockets that name TCP as their protocol."""
    with server._listen("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP
