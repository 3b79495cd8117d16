"""Counting what stands in an index, up to a limit.

PynamoDB's own count would go on to the end, page by page.
"""

from chalicelib.aws import dynamo


def count_index(table: str, index: str, attribute: str, value: str, most: int) -> int:
    """How many items an index holds under `value`, `most` at the most. One query."""
    request = {
        "TableName": table,
        "IndexName": index,
        "KeyConditionExpression": "#hash = :value",
        "ExpressionAttributeNames": {"#hash": attribute},
        "ExpressionAttributeValues": {":value": {"S": value}},
        "Select": "COUNT",
        "Limit": most,
    }
    return int(dynamo.client().call("Query", request)["Count"])
