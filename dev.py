#!/usr/bin/env python3
"""Set up and start everything: `python3 dev.py run`, `python3 dev.py test`, `python3 dev.py check`.

run    install what is missing and open the program
test   install what is missing and run the tests
check  install what is missing and run the fast checks (format, lint, types, layers, content)
accessibility  install what is missing and go through the program as a screen reader does (Linux)

Needs Python 3.11 or later and nothing else. Further arguments are handed on, for example
`python3 dev.py run exercises --json` or `python3 dev.py test tests/motion -k mirror`.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
UV_REQUIREMENT = "uv>=0.9,<1"
STAMP = ".venv/up-to-date"

# Shared libraries that Qt links to and a slim Linux lacks, each with its Debian package.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libXext.so.6": "libxext6",
    "libdrm.so.2": "libdrm2",
}
# What a real window on X11 needs on top; tests and commands draw without a screen.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What a program reads another one with: a screen that nobody sees, a session bus, and the bus of
# screen readers, which comes with a service file and is no program on the path.
READER_PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}
READER_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")

CONTENT = sorted(os.fspath(path.relative_to(ROOT)) for path in ROOT.glob("assets/content/*/*.toml"))

CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "format", "--check", "--diff", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("python", "-m", "sijoint_desktop", "check", *CONTENT),
)


READINGS = ("tests/accessibility", "tests/bootstrap/test_accessible.py")
"""What goes through the program as a screen reader does: from outside, and within."""


def loads(soname: str) -> bool:
    """Tell whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_packages(*, window: bool, reader: bool = False) -> list[str]:
    """Name the Debian packages that this machine lacks; empty on other systems.

    ``window`` asks for what a real window needs as well, ``reader`` for what reads it.
    """
    if not sys.platform.startswith("linux"):
        return []
    needed = LIBRARIES | WINDOW_LIBRARIES if window else LIBRARIES
    missing = [package for soname, package in needed.items() if not loads(soname)]
    if reader:
        missing += [name for program, name in READER_PROGRAMS.items() if not shutil.which(program)]
        if not READER_SERVICE.exists():
            missing.append("at-spi2-core")
    if not uv_on_path() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def install_system_packages(*, window: bool, reader: bool) -> None:
    """Install missing system packages as root, or stop with the one command that does it."""
    missing = missing_packages(window=window, reader=reader)
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        sys.exit(
            "dev.py: parts of the system were not found. Install your system's packages"
            f" for: {', '.join(missing)} (Debian's names), then try again."
        )
    if os.geteuid() != 0:
        line = "sudo " + " ".join(command)
        sys.exit(f"dev.py: parts of the system are missing. Run this, then try again:\n  {line}")
    print("dev.py: installing", *missing, flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=env)
    subprocess.run([*command, "-qq"], check=True, env=env, stdout=subprocess.DEVNULL)


def uv_on_path() -> str | None:
    """Return the uv that is already installed, if there is one."""
    return shutil.which("uv")


def uv() -> str:
    """Return a uv to work with, installed into .venv-tools where the machine has none."""
    if found := uv_on_path():
        return found
    tools = ROOT / ".venv-tools"
    programs = tools / ("Scripts" if os.name == "nt" else "bin")
    if not shutil.which("uv", path=os.fspath(programs)):
        subprocess.run([sys.executable, "-m", "venv", os.fspath(tools)], check=True)
        pip = [os.fspath(programs / "python"), "-m", "pip", "install", "-q", UV_REQUIREMENT]
        subprocess.run(pip, check=True)
    return os.fspath(programs / "uv")


def digest(root: Path) -> str:
    """Return what an environment depends on: this Python, the lock file and the project file."""
    summary = hashlib.sha256(f"{sys.version}\0{sys.executable}\0{root}".encode())
    for name in ("requirements.lock", "pyproject.toml"):
        summary.update((root / name).read_bytes())
    return summary.hexdigest()


def is_ready(root: Path) -> bool:
    """Tell whether .venv was brought up to date from the same files; then no network is needed."""
    stamp = root / STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == digest(root)


def install(env: dict[str, str], venv: Path) -> None:
    """Bring .venv to exactly requirements.lock plus this project, and note that it is."""
    tool = uv()

    def run(*command: str) -> None:
        subprocess.run([tool, *command], cwd=ROOT, env=env, check=True)

    (ROOT / STAMP).unlink(missing_ok=True)
    if not venv.exists():
        run("venv", "-q", "--python", sys.executable, os.fspath(venv))
    run("pip", "sync", "-q", "--require-hashes", "requirements.lock")
    # Without isolation the build uses the pinned tools that were just installed.
    run("pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ".")
    (ROOT / STAMP).write_text(digest(ROOT), encoding="utf-8")


def environment(env: dict[str, str]) -> Path:
    """Make .venv ready, installing only what changed; return its folder of programs."""
    venv = ROOT / ".venv"
    programs = venv / ("Scripts" if os.name == "nt" else "bin")
    env["VIRTUAL_ENV"] = os.fspath(venv)
    env["PATH"] = os.pathsep.join([os.fspath(programs), env.get("PATH", "")])
    if not is_ready(ROOT):
        install(env, venv)
    python = shutil.which("python", path=os.fspath(programs)) or "python"
    subprocess.run([python, "packaging/hatch_build.py"], cwd=ROOT, env=env, check=True)
    return programs


def commands(what: str, rest: list[str]) -> list[tuple[str, ...]]:
    """Return the programs to run for one of run, test, check and accessibility."""
    if what == "check":
        return list(CHECKS)
    if what == "test":
        return [("python", "-m", "pytest", *rest)]
    if what == "accessibility":
        return [("python", "-m", "pytest", "-s", *READINGS, *rest)]
    return [("python", "-m", "sijoint_desktop", *rest)]


def main() -> int:
    """Set up, run, and return the exit status of what was run."""
    what, *rest = sys.argv[1:] or ["run"]
    if what not in {"run", "test", "check", "accessibility"}:
        sys.exit(__doc__)
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what tells an older Python
        sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    env = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    if what != "run":
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    # without a screen only commands can run, and they need no window's libraries
    reader = what == "accessibility"
    window = reader or (what == "run" and bool(env.get("DISPLAY")))
    install_system_packages(window=window, reader=reader)
    programs = environment(env)
    for name, *arguments in commands(what, rest):
        program = shutil.which(name, path=os.fspath(programs)) or name
        status = subprocess.run([program, *arguments], cwd=ROOT, env=env, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as failure:
        sys.exit(f"dev.py: this step failed: {' '.join(map(str, failure.cmd))}")
    except KeyboardInterrupt:
        sys.exit(130)
