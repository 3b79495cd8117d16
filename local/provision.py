"""Makes what the product expects to find in its account: tables and a known sender."""

from typing import Any

from infra.tables import Table, tables
from local.signed import Engine, Json, Refused


def create_tables(engine: Engine) -> int:
    """Creates the tables that are missing and indexes that are new; returns how many it touched."""
    return sum(_ensure(engine, table) for table in tables())


def _ensure(engine: Engine, table: Table) -> bool:
    name = table.definition["TableName"]
    try:
        kept = engine.call("DescribeTable", {"TableName": name})["Table"]
    except Refused as refusal:
        if refusal.kind != "ResourceNotFoundException":
            raise
        engine.call("CreateTable", table.definition)
        if table.expires_by:
            expiry = {"AttributeName": table.expires_by, "Enabled": True}
            engine.call("UpdateTimeToLive", {"TableName": name, "TimeToLiveSpecification": expiry})
        return True
    return _add_indexes(engine, table.definition, kept)


def _add_indexes(engine: Engine, wanted: Json, kept: Json) -> bool:
    """A table kept from before an index was thought of gets it now."""
    known = {index["IndexName"] for index in kept.get("GlobalSecondaryIndexes", [])}
    new = [i for i in wanted.get("GlobalSecondaryIndexes", []) if i["IndexName"] not in known]
    for index in new:
        engine.call(
            "UpdateTable",
            {
                "TableName": wanted["TableName"],
                "AttributeDefinitions": wanted["AttributeDefinitions"],
                "GlobalSecondaryIndexUpdates": [{"Create": index}],
            },
        )
    return bool(new)


def allow_sender() -> None:
    """SES sends only for addresses it knows to be the sender's."""
    from botocore.session import get_session

    from chalicelib.aws.settings import settings
    from chalicelib.aws.vendor import vendor

    client: Any = get_session().create_client("ses", endpoint_url=settings().ses_url)
    client.verify_email_identity(EmailAddress=vendor().mail_from)
