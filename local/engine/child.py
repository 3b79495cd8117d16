"""Starts the engine as a child process; this side needs none of ministack's packages."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from local.parent import VARIABLE
from local.waiting import until_answers

ROOT = Path(__file__).resolve().parents[2]


def python() -> Path:
    """The interpreter of the engine's environment; KONTOR_ENGINE_PYTHON names another."""
    named = os.environ.get("KONTOR_ENGINE_PYTHON")
    return Path(named) if named else ROOT / ".venv-engine" / "bin" / "python"


@dataclass(frozen=True)
class EngineSettings:
    """`folder` None keeps everything in memory; `smtp_port` is where mail is handed to."""

    port: int
    secret: str
    folder: Path | None = None
    smtp_port: int | None = None

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "GATEWAY_PORT": str(self.port),
            "KONTOR_ENGINE_SECRET": self.secret,
            "STATE_DIR": str(self.folder or ""),
            "SMTP_HOST": f"127.0.0.1:{self.smtp_port}" if self.smtp_port else "",
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def command() -> list[str]:
    return [str(python()), "-m", "local.engine"]


def start(settings: EngineSettings) -> subprocess.Popen[bytes]:
    """Returns once the engine answers; the caller stops it with `stop`, or its own end does."""
    environment = settings.environment() | {VARIABLE: "1"}
    child = subprocess.Popen(command(), env=environment, cwd=ROOT, stdin=subprocess.PIPE)
    try:
        until_answers(f"{settings.url}/_kontor/health", child)
    except BaseException:
        stop(child)
        raise
    return child


def stop(child: subprocess.Popen[bytes]) -> None:
    """Lets the engine save and end."""
    child.terminate()
    try:
        child.wait(timeout=30)
    finally:
        child.kill()
        child.communicate()
