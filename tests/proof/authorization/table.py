"""Who may do what: cells.txt, read. One row per route, one letter per person."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from tests.world.people import Who

FILE = Path(__file__).parent / "cells.txt"


class Cell(StrEnum):
    """What a route answers somebody."""

    ALLOWED = "+"
    OWN_ROWS_ONLY = "o"
    NOT_SIGNED_IN = "s"
    FORBIDDEN = "f"
    NO_COMPANY = "c"
    NOT_FOUND = "n"
    NO_TOKEN = "t"
    NO_SCOPE = "p"
    OWNER_STAYS = "h"
    OWNS_ALREADY = "w"
    NOT_THEIR_FILE = "x"
    IN_COMPANY = "i"


REFUSALS = {
    Cell.NOT_SIGNED_IN: (401, "not_signed_in"),
    Cell.FORBIDDEN: (403, "forbidden"),
    Cell.NO_COMPANY: (403, "no_company"),
    Cell.NOT_FOUND: (404, "not_found"),
    Cell.NO_TOKEN: (401, "token_refused"),
    Cell.NO_SCOPE: (403, "scope_missing"),
    Cell.OWNER_STAYS: (409, "owner_stays"),
    Cell.OWNS_ALREADY: (409, "already_owner"),
    Cell.NOT_THEIR_FILE: (422, "invalid"),
    Cell.IN_COMPANY: (409, "already_in_company"),
}


@dataclass(frozen=True)
class Table:
    """The columns' names as they are written, and the rows, each with a letter per column."""

    columns: tuple[str, ...]
    rows: dict[str, tuple[str, ...]]

    def cell(self, route: str, who: Who) -> Cell:
        """What is declared; KeyError or ValueError when nothing is."""
        return Cell(self.rows[route][list(Who).index(who)])


@cache
def read_table() -> Table:
    """The table as it stands in the file: names from top to bottom, then the rows."""
    head, body = FILE.read_text(encoding="utf-8").split("\n\n", 1)
    rows = {}
    for line in body.splitlines():
        method, path, *cells = line.split()
        rows[f"{method} {path}"] = tuple(cells)
    lines = head.splitlines()
    places = [place for place, letter in enumerate(lines[0]) if letter != " "]
    return Table(tuple(_down(lines, place) for place in places), rows)


def _down(lines: list[str], place: int) -> str:
    letters = (line[place] if place < len(line) else " " for line in lines)
    return "".join(letters).strip().replace(" ", "_")


def let_in(route: str) -> Who:
    """Somebody whom the route lets in, and to whom it shows something."""
    table = read_table()
    seen = {Cell.ALLOWED, Cell.OWN_ROWS_ONLY}
    order = (Who.AUTHOR, Who.OWNER, Who.AGENT, Who.DESK, Who.SUPERVISOR, Who.SYSTEM, Who.PERSON)
    return next(who for who in order if table.cell(route, who) in seen)
