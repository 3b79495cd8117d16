"""Our signer against botocore's, which AWS itself ships."""

from datetime import UTC, datetime, timedelta

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as BotocoreCredentials
from botocore.exceptions import NoCredentialsError
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.aws.signing import Credentials, Signer

HOST = "dynamodb.eu-central-1.amazonaws.com"
WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEF0123456789/+=", min_size=1, max_size=60)
MOMENTS = st.integers(1_600_000_000, 2_200_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))


def _botocores(headers: dict[str, str], body: bytes, token: str, now: datetime) -> str:
    credentials = BotocoreCredentials("AKID", "secret", token or None)
    request = AWSRequest("POST", f"https://{HOST}/", dict(headers), body)
    request.context["timestamp"] = now.strftime("%Y%m%dT%H%M%SZ")
    signer = SigV4Auth(credentials, "dynamodb", "eu-central-1")
    if token:
        request.headers["X-Amz-Security-Token"] = token
    request.headers["X-Amz-Date"] = request.context["timestamp"]
    canonical = signer.canonical_request(request)
    signature = signer.signature(signer.string_to_sign(request, canonical), request)
    names = signer.signed_headers(signer.headers_to_sign(request))
    scope = signer.scope(request)
    return f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders={names}, Signature={signature}"


@given(body=st.binary(max_size=300), target=WORDS, token=WORDS | st.just(""), now=MOMENTS)
def test_it_signs_as_botocore_does(body: bytes, target: str, token: str, now: datetime) -> None:
    headers = {"content-type": "application/x-amz-json-1.0", "x-amz-target": target}
    credentials = Credentials("AKID", "secret", token)
    signer = Signer(credentials, "dynamodb", "eu-central-1", HOST, lambda: now)
    assert signer.sign(headers, body)["authorization"] == _botocores(headers, body, token, now)


def test_the_next_day_has_a_key_of_its_own() -> None:
    times = [datetime(2026, 11, 22, 23, 59, tzinfo=UTC)]
    signer = Signer(
        Credentials("AKID", "secret", ""), "dynamodb", "eu-central-1", HOST, lambda: times[0]
    )
    signer.sign({}, b"")
    times[0] += timedelta(days=1)
    assert signer.sign({}, b"")["authorization"] == _botocores({}, b"", "", times[0])


def test_without_credentials_nothing_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID", raising=False)
    with pytest.raises(NoCredentialsError):
        Credentials.of_environment()
