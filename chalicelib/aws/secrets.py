"""The deployment's secrets: one JSON object from name to base64 text.

Locally it is a file; in the cloud a SecureString parameter, read at the first need.
"""

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.aws.settings import settings


@cache
def _all() -> dict[str, str]:
    if settings().secrets_file:
        text = Path(settings().secrets_file).read_text(encoding="utf-8")
    else:
        from botocore.session import get_session

        client: Any = get_session().create_client("ssm", region_name=settings().region)
        answer = client.get_parameter(Name=settings().secret_id, WithDecryption=True)
        text = answer["Parameter"]["Value"]
    found: dict[str, str] = json.loads(text)
    return found


def secret(name: str) -> bytes:
    """The secret's bytes; KeyError when the deployment has none of that name."""
    return base64.b64decode(_all()[name])
