"""Makes `chalicelib/accounts/data/common_passwords.txt` from the list that zxcvbn carries.

The list is kept as cores (see `accounts.rules.cores`), so that looking up a dressed-up password
is one set lookup. Run by hand when the list is to be renewed: `python -m tools.common_passwords`.
"""

from pathlib import Path

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from chalicelib.accounts.hashing import password_rules
from chalicelib.accounts.rules import cores

TARGET = Path("chalicelib/accounts/data/common_passwords.txt")
SHORTEST = 4
# Seasons, months and weekdays in the interface's languages: what people forced to change use.
CALENDAR = """
spring summer autumn fall winter january february march april june july august september october
november december monday tuesday wednesday thursday friday saturday sunday frühling sommer herbst
januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag
samstag sonntag welcome willkommen passwort kennwort geheim hallo
"""


def main() -> None:
    """Write the file."""
    words = {*FREQUENCY_LISTS["passwords"], *CALENDAR.split()}
    kept = {
        core for word in words for core in cores(word, password_rules()) if len(core) >= SHORTEST
    }
    TARGET.write_text("\n".join(sorted(kept)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
