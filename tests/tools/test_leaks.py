"""What ties the repository to one machine is found."""

import pytest

from tools.leaks import leaks

LISTED = {"www.w3.org"}


def found(text: str, path: str = "docs/a.md") -> list[str]:
    return [line.rpartition(": ")[2] for line in leaks(path, text, LISTED)]


@pytest.mark.parametrize(
    "text",
    [
        "see /work/main/app.py",
        "'/tmp/kontor-7'",
        "PATH=/home/anna/bin",
        "cd /root",
        'open("/Users/anna/x")',
    ],
)
def test_a_path_of_one_machine_is_found(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "GET /api/work/items",
        "https://kontor.example/root/a",
        "network/root",
        "the work/life balance",
        "${ROOT}/work/a",
        "/homework/a",
    ],
)
def test_a_path_of_the_product_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"resolved": "https://registry.npmjs.org/react/-/react-19.3.1.tgz"',
        "--index-url x",
        "registry = x",
    ],
)
def test_a_registry_is_found_in_every_file(text: str) -> None:
    assert found(text, "frontend/package-lock.json") != []


def test_a_foreign_host_is_found_with_its_line() -> None:
    (line,) = leaks("docs/a.md", "fine\nsee https://cdn.vendor.io/x.js", LISTED)
    assert line.startswith("docs/a.md:2: ")
    assert line.endswith(" cdn.vendor.io")


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8000/console/",
        "http://127.0.0.1:8002",
        "https://kontor.example/",
        "https://shop.example.com/a",
        "https://dynamodb.{region}.amazonaws.com",
        "http://{host}:{port}/",
        "http://s3{path}",
        "http://127.0.0.1:{listener.getsockname()[1]}",
        "http://{self._settings.host}:{self.port}",
        "http://{request.headers['host']}/",
        "http://www.w3.org/2000/svg",
    ],
)
def test_examples_loopback_and_listed_hosts_are_fine(url: str) -> None:
    assert found(f"see {url}") == []


def test_funding_pages_in_a_lock_are_not_ours() -> None:
    assert found('"url": "https://opencollective.com/vite"', "frontend/package-lock.json") == []
