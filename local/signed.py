"""Speaks to the local engine as the AWS SDK would, for what is no business of the product's."""

import json
from typing import Any

import urllib3
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

Json = dict[str, Any]

STREAMS = "DynamoDBStreams_20120810"
TABLES = "DynamoDB_20120810"


class Refused(Exception):
    """The engine's refusal; `kind` is the exception's name in AWS's words, `answer` the whole."""

    def __init__(self, kind: str, answer: Json) -> None:
        super().__init__(f"{kind}: {answer.get('message', '')}")
        self.kind = kind
        self.answer = answer


class Engine:
    """The engine's JSON interface: `call("CreateTable", {...})`."""

    def __init__(self, url: str, key: str, secret: str, region: str) -> None:
        self.url = url
        self._signer = SigV4Auth(Credentials(key, secret), "dynamodb", region)
        self._pool = urllib3.PoolManager(maxsize=8, retries=False)

    def call(self, operation: str, data: Json, service: str = TABLES) -> Json:
        """The answer's JSON; Refused on any error."""
        headers = {
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": f"{service}.{operation}",
        }
        body = json.dumps(data).encode()
        request = AWSRequest("POST", f"{self.url}/", headers, body)
        self._signer.add_auth(request)
        signed = dict(request.headers.items())
        answer = self._pool.request("POST", f"{self.url}/", body=body, headers=signed)
        result: Json = json.loads(answer.data or b"{}")
        if answer.status != 200:
            kind = str(result.get("__type", answer.status)).rpartition("#")[2]
            raise Refused(kind, result)
        return result

    def ask(self, path: str, data: Json) -> Json:
        """One of the engine's own helps beyond AWS (see local/engine/accounts.py)."""
        answer = self._pool.request("POST", f"{self.url}/_kontor/{path}", body=json.dumps(data))
        result: Json = json.loads(answer.data)
        return result


def create_bucket(url: str, bucket: str, key: str, secret: str, region: str) -> None:
    """Makes a bucket; botocore's whole S3 client would take longer to load than this to run."""
    address = f"{url}/{bucket}"
    request = AWSRequest("PUT", address)
    S3SigV4Auth(Credentials(key, secret), "s3", region).add_auth(request)
    answer = urllib3.request("PUT", address, headers=dict(request.headers.items()), retries=False)
    if answer.status != 200:
        raise Refused(str(answer.status), {"message": answer.data.decode()})
