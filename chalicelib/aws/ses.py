"""Sending mail through SES."""

from functools import cache
from typing import Any

from chalicelib.aws.settings import settings

CONNECT_SECONDS = 3
READ_SECONDS = 10


class NotSent(Exception):
    """SES refused the message or could not be reached; the text says which, without the message."""


@cache
def client() -> Any:
    """The client of this process, made at its first use."""
    # Costs a cold start some 100 ms, and most functions never send.
    from botocore.config import Config
    from botocore.session import get_session

    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"total_max_attempts": 2},
    )
    return get_session().create_client(
        "ses",
        region_name=settings().region,
        endpoint_url=settings().ses_url or None,
        config=config,
    )


def send_raw(sender: str, recipient: str, message: bytes) -> None:
    """Hand over one finished message; NotSent when SES did not take it."""
    from botocore.exceptions import BotoCoreError, ClientError

    named = settings().ses_configuration
    more = {"ConfigurationSetName": named} if named else {}
    try:
        client().send_raw_email(
            Source=sender, Destinations=[recipient], RawMessage={"Data": message}, **more
        )
    except ClientError as error:
        raise NotSent(error.response["Error"]["Code"]) from error
    except BotoCoreError as error:
        raise NotSent(type(error).__name__) from error


def forget_client() -> None:
    """Make a new client at the next call: for a process whose settings changed, as tests do."""
    client.cache_clear()
