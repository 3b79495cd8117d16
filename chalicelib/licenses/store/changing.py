"""Changing single facts of a license, as long as others are what they were read to be."""

from collections.abc import Iterable, Mapping
from typing import Any

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.license import License


def alter(
    change: Transaction,
    license_: License,
    new: Mapping[str, Any],
    still: Iterable[str],
    *,
    lost: Lost,
) -> None:
    """Set attributes of the license that was read; None removes one, an Action is done as it is.

    Nothing else of it is written, so what somebody else changes at the same time stays. `still`
    names what must be as it was read.
    """
    conditions = [unchanged(license_, name) for name in still]
    together = conditions[0]
    for condition in conditions[1:]:
        together &= condition
    change.update(license_, actions(new), together, lost=lost)


def actions(new: Mapping[str, Any]) -> list[Action]:
    """The update that sets these attributes."""
    return [_action(name, value) for name, value in new.items()]


def _action(name: str, value: Any) -> Action:
    if isinstance(value, Action):
        return value
    attribute = getattr(License, name)
    action: Action = attribute.remove() if value is None else attribute.set(value)
    return action


def unchanged(license_: License, name: str) -> Condition:
    """That an attribute is what it was when the license was read."""
    was, attribute = getattr(license_, name), getattr(License, name)
    condition: Condition = attribute.does_not_exist() if was is None else attribute == was
    return condition
