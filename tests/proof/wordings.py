"""How AWS refuses: the statuses, types and words of its services, as they send them."""

import json
from dataclasses import dataclass, field
from typing import Any

_TYPES = "com.amazonaws.dynamodb.v20120810#"
_CAPACITY = (
    "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically "
    "scaling your table or index so please try again shortly. If exceptions persist, check if you "
    "have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
    "bp-partition-key-design.html"
)
_PROVISIONED = (
    "The level of configured provisioned throughput for the table was exceeded. Consider "
    "increasing your provisioning level with the UpdateTable API."
)


@dataclass(frozen=True)
class Wording:
    """One refusal of DynamoDB. `reason` and `because` are of a transaction's last item."""

    name: str
    kind: str
    says: str
    status: int = 400
    reason: str = ""
    because: str = ""

    def answer(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """The answer to this request, with a reason for each of a transaction's items."""
        data: dict[str, Any] = {"__type": self.kind}
        if not self.reason:
            return self.status, {}, json.dumps(data | {"message": self.says}).encode()
        count = len(json.loads(body)["TransactItems"])
        reasons: list[dict[str, str]] = [{"Code": "None"}] * (count - 1)
        reasons.append({"Code": self.reason, "Message": self.because})
        codes = ", ".join(reason["Code"] for reason in reasons)
        data |= {"Message": f"{self.says} [{codes}]", "CancellationReasons": reasons}
        return self.status, {}, json.dumps(data).encode()


def _cancelled(name: str, reason: str, because: str) -> Wording:
    says = "Transaction cancelled, please refer cancellation reasons for specific reasons"
    kind = f"{_TYPES}TransactionCanceledException"
    return Wording(name, kind, says, reason=reason, because=because)


THROTTLED = Wording("throttled", "com.amazon.coral.availability#ThrottlingException", _CAPACITY)
OVER_CAPACITY = Wording(
    "over capacity", f"{_TYPES}ProvisionedThroughputExceededException", _PROVISIONED
)
CONFLICTED = Wording(
    "conflicted", f"{_TYPES}TransactionConflictException", "Transaction is ongoing for the item"
)
FAILED_INSIDE = Wording(
    "failed inside", "com.amazon.coral.service#InternalServerError", "Internal server error", 500
)
ON_TRANSACTIONS = (
    _cancelled("cancelled: conflict", "TransactionConflict", "Transaction is ongoing for the item"),
    _cancelled("cancelled: throttled", "ThrottlingError", _CAPACITY),
    _cancelled("cancelled: over capacity", "ProvisionedThroughputExceeded", _PROVISIONED),
    Wording(
        "in progress",
        f"{_TYPES}TransactionInProgressException",
        "The transaction with the given request token is already in progress.",
    ),
    THROTTLED,
    OVER_CAPACITY,
    FAILED_INSIDE,
)
ON_SINGLE_WRITES = (CONFLICTED, THROTTLED, OVER_CAPACITY, FAILED_INSIDE)


@dataclass(frozen=True)
class Refusal:
    """One refusal of S3 or SES, as botocore has read it."""

    name: str
    status: int
    says: str
    answer: dict[str, Any] = field(default_factory=dict)

    def parsed(self) -> tuple["Refusal", dict[str, Any]]:
        """The HTTP response, of which botocore asks the status alone, and the parsed answer."""
        error = {"Code": self.name, "Message": self.says}
        return self, {"Error": error, "ResponseMetadata": {"HTTPStatusCode": self.status}}

    @property
    def status_code(self) -> int:
        """What botocore calls the status."""
        return self.status


ON_S3 = (
    Refusal("SlowDown", 503, "Please reduce your request rate."),
    Refusal("InternalError", 500, "We encountered an internal error. Please try again."),
)
ON_SES = (
    Refusal("Throttling", 400, "Maximum sending rate exceeded."),
    Refusal("ServiceUnavailable", 503, "Service is unavailable"),
)
SES_CALLS = frozenset({"SendRawEmail"})
