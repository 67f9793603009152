"""Set qualcode up beside this file, then start it. Needs Python 3.11 or newer and nothing else.

python3 start.py                       opens the app in the browser, with the sample project
python3 start.py app MY.qualcode       opens the app with a project of yours
python3 start.py COMMAND ...           any other command of qualcode: import, codings, export ...
python3 start.py test [ARGUMENTS]      runs the tests, with what they need installed as well
python3 start.py sizes                 prints what each dependency weighs on this disk

The first start makes the folder .venv and installs the pinned packages into it; later starts find them there.
"""
# Old Pythons must be able to read this file, so that they can say the sentence below: no syntax newer than 3.6.

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "qualcode needs Python 3.11 or newer, and this is Python {}.{}. "
        "Install a newer one (from python.org or your system) and run this again with it.".format(
            *sys.version_info
        )
    )

import hashlib
import json
import os
import platform
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "start.json"
LOG = VENV / "start.log"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN, TEST, PROJECT = "requirements.txt", "requirements-test.txt", "pyproject.toml"
MACHINE = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"

UNREACHED = (
    "Connection",
    "timed out",
    "resolution",
    "unreachable",
    "SSLError",
    "ProxyError",
    "IncompleteRead",
)
NO_NETWORK = (
    "the packages could not be downloaded. Check the network (and the proxy, if there is one) and run this again; "
    "what has arrived is kept."
)
REMEDIES = {
    "No space left on device": "the disk is full. Make room (about 1 GB) and run this again.",
    "DO NOT MATCH THE HASHES": "a download is not the package that was pinned, and was refused. Run this again; "
    "if it happens again, something between this machine and the package index alters downloads.",
    "No matching distribution": f"a package does not come ready-made for {MACHINE}. Run this again with Python 3.12.",
    "Permission denied": f"{ROOT} may not be written to. Move it to a folder of your own and run this again.",
}
"""What pip or venv says, and what the reader can do about it."""


class CannotStart(Exception):
    """Set-up stopped; the message is one sentence that says why and what to do."""


def main(arguments):
    """Sets up what is missing, then runs the command; returns its exit status."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    try:
        set_up(testing=arguments[:1] == ["test"])
    except CannotStart as reason:
        print(f"qualcode cannot start: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run this again to go on from here.", file=sys.stderr)
        return 130
    return hand_over([str(PYTHON), *command(arguments)])


def command(arguments):
    """What the environment's Python is asked to run."""
    first, rest = arguments[:1], arguments[1:]
    if first == ["test"]:
        os.chdir(str(ROOT))
        return ["-m", "pytest", *(rest or ["-n", "2", "--dist", "loadfile"])]
    if first == ["sizes"]:
        return [str(ROOT / "tools" / "sizes.py"), *rest]
    return ["-m", "qualcode", *(arguments or ["app"])]


def hand_over(line):
    """Runs the command in this process's place, or, on Windows, which cannot do that, beside it."""
    if os.name != "nt":
        os.execv(line[0], line)
    try:
        return subprocess.call(line)
    except KeyboardInterrupt:
        return 130


def set_up(testing):
    """Makes the environment and installs what is pinned, as far as that is not already done."""
    home = {"python": platform.python_version(), "folder": str(ROOT)}
    done = read_stamp()
    if any(done.get(name) != value for name, value in home.items()) or not PYTHON.exists():
        make_environment()
        done = home
    for name in (TEST if testing else RUN, PROJECT):
        wanted = digest(ROOT / name)
        if done.get(name) == wanted:
            continue
        install(name)
        done[name] = wanted
        if name == TEST:  # holds everything that running needs, in the same versions
            done[RUN] = digest(ROOT / RUN)
        write_stamp(done)


def make_environment():
    """Makes `.venv` with this Python; one that another Python or folder left behind is emptied first."""
    if VENV.exists() and not is_ours():
        try:
            shutil.rmtree(str(VENV))
        except OSError as error:
            raise CannotStart(
                f"{VENV} is in use ({error.strerror}). Close qualcode and run this again."
            ) from error
    try:
        VENV.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotStart(REMEDIES["Permission denied"]) from error
    step(
        f"Environment in .venv, Python {platform.python_version()}", [sys.executable, "-m", "venv", str(VENV)]
    )


def is_ours():
    """Whether `.venv` was made here by this version of Python, be it only half-way."""
    done = read_stamp()
    if done and done.get("folder") != str(ROOT):
        return False
    try:
        asked = subprocess.check_output([str(PYTHON), "-V"], stderr=subprocess.STDOUT)
    except (OSError, subprocess.CalledProcessError):
        return False
    return asked.decode().split()[-1:] == [platform.python_version()]


def install(name):
    """Installs what a requirements file pins, or the project itself, into the environment."""
    pip = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--no-input", "--disable-pip-version-check"]
    if name == PROJECT:
        step("qualcode itself", [*pip, "--no-index", "--no-build-isolation", "--editable", str(ROOT)])
        return
    what = "Packages to run and test with" if name == TEST else "Packages to run with"
    # The file pins everything, so that pip has nothing to work out and nothing to build.
    step(what, [*pip, "--only-binary", ":all:", "--require-hashes", "--requirement", str(ROOT / name)])


def step(what, line):
    """Runs one step and shows it on one line: what, and how long it took."""
    began = time.monotonic()
    live = sys.stdout.isatty()
    print(f"  {what} ...", end="", flush=True)
    with LOG.open("a+b") as log:
        start = log.tell()
        process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=surroundings())
        while process.poll() is None:
            time.sleep(0.1)
            if live:
                print(f"\r  {what} ... {time.monotonic() - began:.0f} s", end="", flush=True)
        print(f"{f'{chr(13)}  {what} ...' if live else ''} {time.monotonic() - began:.0f} s", flush=True)
        if process.returncode:
            log.seek(start)
            raise CannotStart(remedy(log.read().decode("utf-8", "replace")))


def surroundings():
    """The environment variables for a step, without those of pip that would send packages elsewhere."""
    elsewhere = (
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_REQUIRE_VIRTUALENV",
        "PIP_NO_BINARY",
    )
    return {name: value for name, value in os.environ.items() if name not in elsewhere}


def remedy(said):
    """The sentence for what a failed step said."""
    if "ensurepip" in said or "No module named venv" in said:
        version = ".".join(platform.python_version_tuple()[:2])
        return (
            "this Python lacks the module that makes environments. On Debian and Ubuntu: "
            f"sudo apt install python{version}-venv; then run this again."
        )
    known = [sentence for sign, sentence in REMEDIES.items() if sign in said]
    # Without a network, pip tries in vain and then says that it found no package of that name.
    if any(sign in said for sign in UNREACHED) and known in ([], [REMEDIES["No matching distribution"]]):
        return NO_NETWORK
    return known[0] if known else f"a step failed; {LOG} says why. Running this again starts from there."


def digest(path):
    """The hash of a file's content, the same whatever its line ends."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read_stamp():
    """What has been installed, by file; empty when nothing was, or when the stamp cannot be read."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(done):
    """Records what is installed, whole or not at all."""
    half = STAMP.with_suffix(".new")
    half.write_text(json.dumps(done, indent=1), encoding="utf-8")
    half.replace(STAMP)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
