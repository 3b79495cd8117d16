"""Where everything of the local stack is: its folder, its ports, and what its parts are told."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACCOUNT = "000000000000"
REGION = "eu-central-1"

PORTS = {
    "KONTOR_WEB_PORT": 8000,
    "KONTOR_S3_PORT": 8001,
    "KONTOR_ENGINE_PORT": 8002,
    "KONTOR_JOBS_PORT": 8003,
    "KONTOR_SMTP_PORT": 8025,
}
"""The environment variable of each port, and its default."""


@dataclass(frozen=True)
class Stack:
    """One local stack. Two of them run side by side if folder and ports differ."""

    folder: Path
    web_port: int
    s3_port: int
    engine_port: int
    jobs_port: int
    smtp_port: int
    secret: str = "only-for-this-machine"  # noqa: S105 - opens nothing but loopback
    stage: str = "local"

    @classmethod
    def of_environment(cls) -> "Stack":
        ports = [int(os.environ.get(name, default)) for name, default in PORTS.items()]
        folder = Path(os.environ.get("KONTOR_STATE", ROOT / ".state")).resolve()
        web, s3, engine, jobs, smtp = ports
        return cls(folder, web, s3, engine, jobs, smtp)

    @property
    def public_url(self) -> str:
        return f"http://localhost:{self.web_port}"

    @property
    def s3_url(self) -> str:
        return f"http://127.0.0.1:{self.s3_port}"

    @property
    def engine_url(self) -> str:
        return f"http://127.0.0.1:{self.engine_port}"

    @property
    def clock_file(self) -> Path:
        return self.folder / "clock"

    @property
    def secrets_file(self) -> Path:
        return self.folder / "secrets.json"

    @property
    def mails(self) -> Path:
        return self.folder / "mails"

    @property
    def parked_file(self) -> Path:
        return self.folder / "parked.jsonl"

    @property
    def vendor_file(self) -> Path:
        return ROOT / "local" / "demo" / "vendor.json"

    def environment(self) -> dict[str, str]:
        """What a part of the product reads from its environment here."""
        vendor = {"KONTOR_VENDOR_FILE": str(self.vendor_file)} if self.vendor_file.exists() else {}
        return {
            "KONTOR_STAGE": self.stage,
            "KONTOR_PUBLIC_URL": self.public_url,
            "KONTOR_DYNAMODB_URL": self.engine_url,
            "KONTOR_SES_URL": self.engine_url,
            "KONTOR_S3_URL": self.s3_url,
            "KONTOR_CLOCK_FILE": str(self.clock_file),
            "KONTOR_SECRETS_FILE": str(self.secrets_file),
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": ACCOUNT,
            "AWS_SECRET_ACCESS_KEY": self.secret,
            "POWERTOOLS_SERVICE_NAME": "kontor",
            **vendor,
        }
