"""Who may use the routes: signed tokens, and the addresses a browser may call us by.

A page that the app has drawn carries a token which names a project and a coder. Any other page in the same browser
has none, and cannot send our header across origins. The secret that signs tokens lies in the person's own data
folder, so that work waiting in the browser is still accepted after the server has been started again.
"""

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HEADER = "x-qualcode-token"
MONTH = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Permit:
    """What a token allows: working as `coder` in the project at `address`."""

    address: str
    coder: str


def home() -> Path:
    """The person's own data folder for qualcode; `QUALCODE_HOME` overrides the system's usual place."""
    if chosen := os.environ.get("QUALCODE_HOME"):
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "qualcode"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "qualcode"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "qualcode"


def issue(permit: Permit, *, now: float | None = None) -> str:
    """A token for `permit`, good for one to two months.

    The expiry is rounded to whole months, so that a page drawn again carries the same token: the canvas is not
    disturbed, and texts the browser has kept stay usable. What it says cannot be read in the browser: the address of
    a database may hold a password.
    """
    expires = (int(time.time() if now is None else now) // MONTH + 2) * MONTH
    plain = json.dumps([permit.address, permit.coder, expires], ensure_ascii=False).encode()
    seal = _keyed(b"seal", plain)
    return base64.urlsafe_b64encode(seal + _veil(seal, plain)).decode().rstrip("=")


def read(token: str, *, now: float | None = None) -> Permit | None:
    """What `token` allows; None when it is not ours, changed, or expired."""
    try:
        whole = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    seal, plain = whole[:32], _veil(whole[:32], whole[32:])
    if not hmac.compare_digest(seal, _keyed(b"seal", plain)):
        return None
    address, coder, expires = json.loads(plain)
    return Permit(address, coder) if expires > (time.time() if now is None else now) else None


def _veil(seal: bytes, data: bytes) -> bytes:
    """`data` made unreadable, or readable again, under a seal that is its own keyed hash (synthetic IV, as RFC 5297)."""
    blocks = (_keyed(b"veil", seal + count.to_bytes(4, "big")) for count in range(len(data) // 32 + 1))
    return bytes(one ^ other for one, other in zip(data, b"".join(blocks), strict=False))


def _keyed(purpose: bytes, data: bytes) -> bytes:
    return hmac.digest(_secret(home()), purpose + data, hashlib.sha256)


@cache
def _secret(folder: Path) -> bytes:
    """The signing secret; made at first use, readable by its owner only."""
    file = folder / "secret"
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"secret-{secrets.token_hex(8)}"
    if not file.exists():
        descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(secrets.token_hex(32).encode())
        _keep_first(fresh, file)
    return file.read_bytes()


def _keep_first(fresh: Path, file: Path) -> None:
    """Put `fresh` at `file` unless another process was first; either way `file` is complete when it exists."""
    try:
        os.link(fresh, file)
    except FileExistsError:
        fresh.unlink()
    except OSError:  # a file system without hard links
        fresh.replace(file)
    else:
        fresh.unlink()
