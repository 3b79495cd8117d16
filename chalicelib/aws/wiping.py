"""Removing a whole collection, whatever kinds of item stand in it."""

from typing import Any

from chalicelib.aws import dynamo

Json = dict[str, Any]


def wipe(table: str, pk: str, beginning: str = "") -> int:
    """Delete every item of a collection whose sort key begins so; answers how many there were.

    Not one change but many: cut off anywhere, the next call removes what is left.
    """
    found = 0
    place: Json = {}
    while True:
        page = dynamo.client().call("Query", _query(table, pk, beginning) | place)
        for key in page["Items"]:
            dynamo.client().call("DeleteItem", {"TableName": table, "Key": key})
            found += 1
        if "LastEvaluatedKey" not in page:
            return found
        place = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def _query(table: str, pk: str, beginning: str) -> Json:
    condition, values = "pk = :pk", {":pk": {"S": pk}}
    if beginning:
        condition += " AND begins_with(sk, :sk)"
        values[":sk"] = {"S": beginning}
    return {
        "TableName": table,
        "KeyConditionExpression": condition,
        "ExpressionAttributeValues": values,
        "ProjectionExpression": "pk, sk",
        "ConsistentRead": True,
    }
