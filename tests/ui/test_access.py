"""Who is let in: tokens, host names, origins."""

import base64
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from canvas_desk import Desk, TestClient, office
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit import config

from qualcode import Project
from qualcode.ui import access
from qualcode.ui.access import MONTH, Permit
from qualcode.ui.gate import Gate, host_allowed

PERMIT = Permit("/somewhere/studie.qualcode", "Åse")
NOW = 1_800_000_000.0
STREAM = "ws://localhost:8501/_stcore/stream"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's own folder is read or written."""
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path / "home"))


@pytest.fixture
def sit_down(coded: Project) -> Iterator[Callable[..., Desk]]:
    """Makes coders."""
    with office(coded) as made:
        yield made


@pytest.fixture
def nina(sit_down: Callable[..., Desk]) -> Desk:
    """The coder who made the project."""
    return sit_down()


def test_a_token_says_project_and_coder() -> None:
    assert access.read(access.issue(PERMIT)) == PERMIT


def test_a_token_does_not_tell_the_browser_a_databases_password() -> None:
    token = access.issue(Permit("postgresql://ada:hemmelig@example.org/studie", "Ada"))
    assert b"hemmelig" not in base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    found = access.read(token)
    assert found and "hemmelig" in found.address


@pytest.mark.parametrize("length", [0, 1, 31, 32, 33, 500])
def test_a_token_holds_addresses_of_any_length(length: int) -> None:
    permit = Permit("å" * length, "Ada")
    assert access.read(access.issue(permit)) == permit


def test_a_page_drawn_again_carries_the_same_token() -> None:
    assert access.issue(PERMIT, now=NOW) == access.issue(PERMIT, now=NOW + 3600)


def test_a_token_ends_after_one_to_two_months() -> None:
    token = access.issue(PERMIT, now=NOW)
    assert access.read(token, now=NOW + MONTH) == PERMIT
    assert access.read(token, now=NOW + 2 * MONTH) is None


@pytest.mark.parametrize(
    "change", [lambda t: t[:-2] + "AA", lambda t: "x" + t, lambda t: t[:40], lambda t: ""]
)
def test_a_changed_token_is_worth_nothing(change: Callable[[str], str]) -> None:
    assert access.read(change(access.issue(PERMIT))) is None


def test_a_token_of_another_persons_secret_is_worth_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = access.issue(PERMIT)
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path / "another"))
    assert access.read(token) is None


def test_a_token_outlives_the_server(tmp_path: Path) -> None:
    token = access.issue(PERMIT)
    access._secret.cache_clear()
    assert access.read(token) == PERMIT


def test_the_secret_is_its_owners_alone(tmp_path: Path) -> None:
    access.issue(PERMIT)
    file = access.home() / "secret"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in access.home().iterdir()] == ["secret"]


def test_without_a_token_nothing_is_told_or_done(nina: Desk) -> None:
    for headers in ({}, {"X-Qualcode-Token": "x.y"}):
        for path in (f"text/{nina.document.id}/{nina.document.sha}", f"codings/{nina.document.id}"):
            assert nina.client.get(f"/qualcode/api/{path}", headers=headers).status_code == 401
        body = {"have": 0, "sha": nina.document.sha, "ops": [nina.add(0, 8)]}
        answer = nina.client.post(f"/qualcode/api/ops/{nina.document.id}", json=body, headers=headers)
        assert answer.status_code == 401
    assert nina.project.codings.of(nina.document.id) == ()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8501"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "null"},
    ],
)
def test_foreign_pages_and_names_are_turned_away_even_with_a_token(
    nina: Desk, headers: dict[str, str]
) -> None:
    assert nina.get(f"codings/{nina.document.id}", **headers).status_code == 403


def test_a_page_from_another_site_is_turned_away_even_with_a_token(nina: Desk) -> None:
    path = f"codings/{nina.document.id}"
    assert nina.get(path, **{"Sec-Fetch-Site": "cross-site"}).status_code == 401
    assert nina.get(path, **{"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_the_page_is_told_to_speak_to_this_server_only(nina: Desk) -> None:
    policy = nina.get(f"codings/{nina.document.id}").headers["content-security-policy"]
    assert "connect-src 'self' ws://localhost:8501 wss://localhost:8501 blob: data:" in policy
    assert "frame-ancestors 'self'" in policy


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_this_machine_may_be_called_by_its_loopback_names(host: str) -> None:
    assert host_allowed(host)


@pytest.mark.parametrize(
    "host", ["192.168.1.20:8501", "localhost.evil.example", "a@localhost@evil.example", "[", ""]
)
def test_other_names_are_refused_while_bound_to_this_machine(host: str) -> None:
    assert not host_allowed(host)


def test_beyond_this_machine_numbers_are_safe_and_names_must_be_configured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = config.get_option("server.address")
    config.set_option("server.address", "0.0.0.0")
    monkeypatch.setenv("QUALCODE_HOSTS", "koding.example.org, annet.example.org")
    try:
        assert host_allowed("192.168.1.20:8501")
        assert host_allowed("koding.example.org")
        assert not host_allowed("evil.example")
    finally:
        config.set_option("server.address", before)


@pytest.mark.parametrize(
    ("headers", "welcome"),
    [
        ({"Origin": "http://localhost:8501"}, True),
        ({"Origin": "http://localhost:3000"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "http://evil.example", "Host": "evil.example"}, False),
        ({}, False),
    ],
)
def test_a_websocket_is_opened_for_our_own_page_only(headers: dict[str, str], welcome: bool) -> None:
    async def echo(socket: WebSocket) -> None:
        await socket.accept()
        await socket.close()

    app = Starlette(routes=[WebSocketRoute("/_stcore/stream", echo)], middleware=[Middleware(Gate)])
    client = TestClient(app, base_url="http://localhost:8501")
    if welcome:
        with client.websocket_connect(STREAM, headers=headers):
            pass
    else:
        with pytest.raises(WebSocketDisconnect), client.websocket_connect(STREAM, headers=headers):
            pass
