"""openapi.json is compared with what the routes declare."""

from tools.openapi import SHOWN_LINES, drift, rendered


def test_the_same_description_is_the_same_bytes() -> None:
    one = {"paths": {"/b": {}, "/a": {"get": {"summary": "Öffnen"}}}, "openapi": "3.1.0"}
    other = {"openapi": "3.1.0", "paths": {"/a": {"get": {"summary": "Öffnen"}}, "/b": {}}}
    assert rendered(one) == rendered(other)
    assert rendered(one).endswith("}\n")


def test_no_difference_is_no_drift() -> None:
    assert drift(rendered({"a": 1}), rendered({"a": 1})) == []


def test_a_difference_is_shown_and_not_all_of_it() -> None:
    lines = drift("", rendered({str(key): key for key in range(500)}))
    assert len(lines) == SHOWN_LINES
