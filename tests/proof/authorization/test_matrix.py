"""Invariant 1, COM-1, COM-2, STF-1: who may do what, every route by everybody (cells.txt)."""

import json

import pytest

from tests.client import Answer
from tests.proof.authorization.rows import SHOWN, all_rows, own_rows
from tests.proof.authorization.table import REFUSALS, Cell, read_table
from tests.proof.counters import count
from tests.world.people import Who
from tests.world.samples import SAMPLES, routes, send
from tests.world.world import World

TABLE = read_table()
ROUTES = routes()


def test_everybody_has_a_column_and_every_route_a_row() -> None:
    """No cell is guessed: each is declared, and no row is left of a route that is gone."""
    assert TABLE.columns == tuple(Who)
    assert TABLE.rows.keys() == ROUTES.keys()
    assert {len(cells) for cells in TABLE.rows.values()} == {len(Who)}
    assert {cell for cells in TABLE.rows.values() for cell in cells} <= set(Cell)
    assert SAMPLES.keys() == ROUTES.keys()


@pytest.mark.parametrize("key", ROUTES)
def test_each_cell_is_as_declared(key: str, world: World) -> None:
    """What is refused says nothing but that, and changes nothing."""
    wrong = {who.value: found for who in Who if (found := tried(world, key, who))}
    count("authorization", routes=1, cells=len(Who), violations=len(wrong))
    assert wrong == {}


def tried(world: World, key: str, who: Who) -> str:
    """Let somebody try a route; answers what is not as declared, in words."""
    cell = TABLE.cell(key, who)
    sample = SAMPLES[key](world)
    before = world.effects(who)
    answer = send(world.browser(who), ROUTES[key], sample)
    changed = world.effects(who) - before
    found = _refused(cell, answer) if cell in REFUSALS else _let_in(world, key, who, cell, answer)
    if cell in REFUSALS and changed:
        found += f"; wrote {sorted(changed)}"
    world.begin_anew()
    return found


def _refused(cell: Cell, answer: Answer) -> str:
    status, code = REFUSALS[cell]
    if (answer.status, answer.code) != (status, code):
        return f"{answer.status} {answer.text}, not {code}"
    plain = {"type", "title", "status", "code", "detail"}
    more = {Cell.NO_SCOPE: {"params"}, Cell.NOT_THEIR_FILE: {"errors"}}.get(cell, set())
    told = json.loads(answer.text).keys() - plain - more
    return f"told more than the refusal: {told}" if told else ""


def _let_in(world: World, key: str, who: Who, cell: Cell, answer: Answer) -> str:
    if answer.status != ROUTES[key].status:
        return f"{answer.status} {answer.text}, not {ROUTES[key].status}"
    if key not in SHOWN:
        return "" if cell is Cell.ALLOWED else "nothing says which rows are the own ones"
    shown = SHOWN[key](answer.json)
    wanted = own_rows(key, who, world)
    if cell is Cell.ALLOWED:
        wanted = all_rows(key, world)
    return "" if shown == wanted else f"shows {sorted(shown)}, not {sorted(wanted)}"
