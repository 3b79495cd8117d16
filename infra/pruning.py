"""Imports that libraries make and the product never uses, taken out of the package.

They are most of what a cold start would load: botocore's client, with the models, the parsers
and urllib3 under it, for an annotation in PynamoDB, whose client is aws/dynamo.py; all of
Powertools for its logger (docs/decisions/0012). The tests of the package run what comes out.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cut:
    """What stands in a file, and what shall stand there instead."""

    file: str
    old: str
    new: str


CUTS = (
    Cut(
        "pynamodb/connection/base.py",
        '"""\nLowest level connection\n"""\n',
        '"""\nLowest level connection\n"""\nfrom __future__ import annotations\n',
    ),
    Cut(
        "pynamodb/connection/base.py",
        "import botocore.config\nimport botocore.client\nimport botocore.exceptions\n"
        "from botocore.client import ClientError\nfrom botocore.exceptions import BotoCoreError\n"
        "from botocore.session import get_session\n\n"
        "from pynamodb.connection._botocore_private import BotocoreBaseClientPrivate\n",
        "import botocore.exceptions\n"
        "from botocore.exceptions import BotoCoreError, ClientError\n\n",
    ),
    Cut(
        "aws_lambda_powertools/__init__.py",
        "from aws_lambda_powertools.metrics import Metrics, single_metric\n",
        "",
    ),
    Cut(
        "aws_lambda_powertools/__init__.py",
        "from aws_lambda_powertools.shared.user_agent import inject_user_agent\n",
        "",
    ),
    Cut(
        "aws_lambda_powertools/__init__.py",
        "from aws_lambda_powertools.tracing import Tracer\n",
        "",
    ),
    Cut("aws_lambda_powertools/__init__.py", "\ninject_user_agent()\n", ""),
    Cut(
        "aws_lambda_powertools/logging/logger.py",
        "from aws_lambda_powertools.utilities import jmespath_utils\n",
        "",
    ),
    # A hundred classes that only type checkers read, beside what calling them makes, a dict. To
    # make them takes longer than the rest of the module.
    Cut(
        "pydantic_core/core_schema.py",
        "if sys.version_info < (3, 12):\n    from typing_extensions import TypedDict\n"
        "else:\n    from typing import TypedDict\n",
        "class TypedDict:\n    def __init_subclass__(cls, total: bool = True) -> None:\n"
        "        pass\n\n    def __new__(cls, *items: Any, **more: Any) -> Any:\n"
        "        return dict(*items, **more)\n\n",
    ),
)


class CutMissed(RuntimeError):
    """A library's new version reads otherwise: look at it, and cut anew."""


def prune(package: Path) -> None:
    """Make the cuts in an unpacked package. Raises CutMissed when one finds nothing to cut."""
    for cut in CUTS:
        file = package / cut.file
        text = file.read_text(encoding="utf-8")
        if text.count(cut.old) != 1:
            raise CutMissed(cut.file)
        file.write_text(text.replace(cut.old, cut.new), encoding="utf-8")
