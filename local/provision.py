"""Makes what the product expects to find in its account: tables and a known sender."""

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


def allow_sender(address: str) -> None:
    """SES sends only for addresses it knows to be the sender's."""
    from chalicelib.aws.ses import client

    client().verify_email_identity(EmailAddress=address)
