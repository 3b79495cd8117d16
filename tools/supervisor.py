"""Invites the first supervisor of a deployment; from then on they invite the others.

python -m tools.supervisor ADDRESS [--first-name …] [--last-name …] [--language de] [--print-link]

It needs credentials that may read and write the tables, and the settings that the functions have
(docs/runbook.md). Where there is a supervisor already it refuses, unless it is told to --force.
"""

import argparse
import sys

from pydantic import ValidationError

from chalicelib.base import clock, ids
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Invalid
from chalicelib.base.operation import Operation
from chalicelib.base.texts import languages, say
from chalicelib.staff.founding import invite_first, is_founded
from chalicelib.staff.schemas import InviteColleague


def invite(wish: argparse.Namespace) -> int:
    """Exit status 1 when there is a supervisor, 2 when the address can't be invited."""
    if is_founded() and not wish.force:
        print("There is a supervisor already, who can invite others in the console (or --force).")
        return 1
    try:
        data = InviteColleague.model_validate(
            {
                "email": wish.email,
                "first_name": wish.first_name,
                "last_name": wish.last_name,
                "role": StaffRole.SUPERVISOR,
                "language": wish.language,
            }
        )
        link = invite_first(data, clock.now(), Operation.of("founding", ids.token()))
    except ValidationError as error:
        print("\n".join(f"{found['loc'][-1]}: {found['msg']}" for found in error.errors()))
        return 2
    except Invalid as refusal:
        print("\n".join(f"{f.field}: {say('en', f'field.{f.code}')}" for f in refusal.fields))
        return 2
    print(
        f"{data.email} gets a mail with a link, good once. It leads to password and second factor."
    )
    if wish.print_link:
        print(link)
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.supervisor",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("email")
    parser.add_argument("--first-name", default="First")
    parser.add_argument("--last-name", default="Supervisor")
    parser.add_argument("--language", default="en", choices=languages())
    parser.add_argument("--print-link", action="store_true", help="show the link, too")
    parser.add_argument("--force", action="store_true", help="though there is a supervisor")
    return invite(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
