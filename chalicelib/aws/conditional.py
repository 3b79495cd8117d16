"""Writes of one item that do nothing where something else came first.

For what is no use case of its own: notes, claims of jobs. Use cases write transactions.
"""

from collections.abc import Sequence

from pynamodb.exceptions import DeleteError, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.aws.tables import Item

_LOST = "ConditionalCheckFailedException"


def update_if(item: Item, actions: Sequence[Action], condition: Condition) -> bool:
    """Change the item where the condition holds; False where it does not."""
    try:
        item.update(list(actions), condition)
    except UpdateError as error:
        if error.cause_response_code != _LOST:
            raise
        return False
    return True


def delete_if(item: Item, condition: Condition) -> bool:
    """Remove the item where the condition holds; False where it does not."""
    try:
        item.delete(condition)
    except DeleteError as error:
        if error.cause_response_code != _LOST:
            raise
        return False
    return True
