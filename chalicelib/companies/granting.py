"""Who may grant and do what among a company's people, for the features above: see rules/rights."""

from chalicelib.companies.rules.rights import (
    Grant,
    demand_branch,
    demand_scope,
    reaches,
    refusal_of_grant,
    refusal_of_removal,
    still_given,
)

__all__ = [
    "Grant",
    "demand_branch",
    "demand_scope",
    "reaches",
    "refusal_of_grant",
    "refusal_of_removal",
    "still_given",
]
