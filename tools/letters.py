"""Shows the letters that were given up, and tries them again: see docs/runbook.md.

python -m tools.letters
python -m tools.letters retry <id>|all
"""

import sys

from chalicelib.base import clock
from chalicelib.mail.delivery import deliver_parked, parked

MOST = 1000


def show() -> int:
    found = parked(clock.now(), MOST)
    for letter in found:
        print(f"{letter.pk}  {letter.created_at:%Y-%m-%d %H:%M}  {letter.template}  {letter.error}")
    print(f"{len(found)} parked")
    return 0


def retry(wanted: str) -> int:
    """Exit status 1 when one of them was not sent this time either."""
    ids = [letter.pk for letter in parked(clock.now(), MOST)] if wanted == "all" else [wanted]
    failed = [letter_id for letter_id in ids if not deliver_parked(letter_id, clock.now())]
    print(f"{len(ids) - len(failed)} sent")
    for letter_id in failed:
        print(f"{letter_id} was not sent: not parked, or refused again")
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    match arguments:
        case []:
            return show()
        case ["retry", wanted]:
            return retry(wanted)
        case _:
            print(__doc__)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
