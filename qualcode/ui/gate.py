"""The gate before everything: no foreign host name, no foreign page.

A page on the open web can make the browser call `localhost`, and can point its own host name at 127.0.0.1 (DNS
rebinding). Both are stopped here, for pages, uploads, our routes and the websocket alike.
"""

import ipaddress
import os
import re
import socket
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

_PLAIN = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HOSTS = "QUALCODE_HOSTS"
"""Environment variable: more host names the app may be reached by, parted by commas."""


def host_allowed(host: str) -> bool:
    """Whether a `Host` header names this machine as it may be named.

    Numeric addresses are safe from rebinding (a page from there is our own page), so all of them are allowed once
    the server listens beyond this machine; names must be this machine's or configured.
    """
    name = _name(host)
    if name in LOOPBACK or name in _configured():
        return True
    bound = config.get_option("server.address") or "localhost"
    if bound in LOOPBACK:
        return False
    return name == bound or _is_number(name) or name == socket.gethostname().lower()


def origin_allowed(origin: str, host: str) -> bool:
    """Whether an `Origin` header is the page we served ourselves under `host`."""
    parts = urlsplit(origin)
    return parts.scheme in {"http", "https"} and bool(host) and parts.netloc.lower() == host.lower()


def refusal(kind: str, headers: Mapping[str, str]) -> str:
    """Why a request is not let in; empty when it is. `kind` is `http` or `websocket`."""
    host, origin = headers.get("host", ""), headers.get("origin")
    if not host_allowed(host):
        return "This host name is not served here."
    if origin is None:
        return "A websocket must say which page it comes from." if kind == "websocket" else ""
    return "" if origin_allowed(origin, host) else "Pages from elsewhere are not let in."


class Gate:
    """ASGI middleware that answers 403 to what `refusal` refuses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = scope["type"]
        why = refusal(kind, _headers(scope["headers"])) if kind in {"http", "websocket"} else ""
        if not why:
            await self.app(scope, receive, _guarded(scope, send) if kind == "http" else send)
        elif kind == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": why})
        else:
            await PlainTextResponse(why, status_code=403)(scope, receive, send)


def _guarded(scope: Scope, send: Send) -> Send:
    """`send` with headers that let the page load from and speak to this server only, and be framed by no other page."""
    host = _headers(scope["headers"]).get("host", "")
    own = "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:"
    speak = f"connect-src 'self' ws://{host} wss://{host} blob: data:"
    policy = f"{own}; {speak}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    extra = {
        "content-security-policy": policy,
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN",
    }

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            pairs = [(name.encode(), value.encode("latin-1")) for name, value in extra.items()]
            message = {**message, "headers": [*message.get("headers", []), *pairs]}
        await send(message)

    return guarded


def _headers(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in pairs}


def _name(host: str) -> str:
    if not _PLAIN.fullmatch(host):
        return ""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _configured() -> frozenset[str]:
    return frozenset(filter(None, (part.strip().lower() for part in os.environ.get(HOSTS, "").split(","))))


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
