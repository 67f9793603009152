"""The web server: the app with its routes and gate, and the one way to start it.

Streamlit's own launcher leaves Nagle's algorithm on (40 ms on back-to-back requests), so `serve` starts uvicorn itself.
"""

import os
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from qualcode.ui.gate import LOOPBACK, Gate
from qualcode.ui.projects import close_all
from qualcode.ui.routes import routes
from qualcode.ui.theme import settings as theme_settings

PROJECT = "QUALCODE_PROJECT"
"""Environment variable that tells the script which project to open first; `sample` for the sample project."""
SCRIPT = Path(__file__).parent / "script" / "run.py"
PORT = 8501
SETTINGS: dict[str, Any] = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "runner.postScriptGC": False,
    "server.disconnectedSessionTTL": 86400,
    "server.fileWatcherType": "none",
    "server.headless": True,
    **theme_settings(),
}
"""What must hold however the app is started; `.streamlit/config.toml` says the same for `streamlit run`."""


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Close the open projects when the server ends."""
    sys.setswitchinterval(0.0005)  # a thread that computes must not hold up the answer to a coding
    yield
    close_all()


def parts(script: Path = SCRIPT) -> dict[str, Any]:
    """What `st.App` is made of."""
    prefix = (config.get_option("server.baseUrlPath") or "").strip("/")
    return {
        "script_path": script,
        "routes": routes(f"/{prefix}" if prefix else ""),
        "middleware": [Middleware(Gate)],
        "lifespan": lifespan,
    }


def application(script: Path = SCRIPT) -> st.App:
    """The app for any ASGI server."""
    return st.App(**parts(script))


def serve(
    address: str = "",
    *,
    port: int | None = None,
    host: str = "127.0.0.1",
    open_browser: bool = True,
    say: Callable[[str], None] = lambda _url: None,
    script: Path = SCRIPT,
) -> None:
    """Serve the app until interrupted. `say` is told the address to open once the server listens.

    Without `port` the usual one is taken, or the next free one where it is busy. Raises `OSError` when the
    given port is taken.
    """
    import uvicorn

    listening = _listen(host, port)
    chosen = listening.getsockname()[1]
    os.environ[PROJECT] = address or "sample"
    for name, value in {**SETTINGS, "server.address": host, "server.port": chosen}.items():
        config.set_option(name, value)
    url = f"http://{'localhost' if host in LOOPBACK or host in {'0.0.0.0', '::'} else host}:{chosen}"
    listening.listen(128)  # from here on a browser waits instead of being turned away
    say(url)
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    uvicorn_config = uvicorn.Config(
        application(script),
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_ping_interval=30,
        ws_ping_timeout=30,
        ws_max_size=200_000_000,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(uvicorn_config).run(sockets=[listening])


def _listen(host: str, port: int | None) -> socket.socket:
    """A listening socket at `port`, or at the first free port from the usual one on.

    The protocol number is given, because asyncio switches Nagle off only on sockets that name TCP.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for wanted in [port] if port is not None else [*range(PORT, PORT + 50), 0]:
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name != "nt":  # on Windows this option would let two servers share one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, wanted))
        except OSError:
            listening.close()
            if port is not None or wanted == 0:
                raise
            continue
        return listening
    raise OSError("no free port")
