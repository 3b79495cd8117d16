"""Finds what ties the repository to somebody's machine: registries, foreign hosts, paths.

Committed files name no package registry, no folder of one machine, and no host but those listed
with a reason in tools/hosts.txt.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOSTS = "tools/hosts.txt"
# These files hold examples of what is looked for.
OURSELVES = frozenset({"tools/leaks.py", "tests/tools/test_leaks.py"})
# npm writes the funding pages of packages into its lock.
FOREIGN_TEXTS = frozenset({"package-lock.json"})

REGISTRY = re.compile(
    r"registry\.npmjs\.org|npmmirror\.com|pypi\.org|files\.pythonhosted\.org|docker\.io|ghcr\.io"
    r"|registry\.yarnpkg\.com|artifactory|(?<!emit-)index-url|(?m:^\s*registry\s*=)"
)
PATH = re.compile(r"(?<![\w.$}/~-])/(?:work|root|tmp/[\w.-]+|home/[\w.-]+|Users/[\w.-]+)(?![\w-])")
URL = re.compile(r"\b(?:https?|wss?|ftp)://([\w.\[:{}$-]+[\w\]}])")
OWN_HOST = re.compile(
    r"^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|([\w.-]+\.)?(example(\.(com|org|net))?|test|invalid"
    r"|localhost)|([\w.{}$-]+\.)?amazonaws\.com)(:.*)?$|^[$]?\{"
)


def listed_hosts(root: Path) -> set[str]:
    """The hosts with a reason."""
    file = root / HOSTS
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}


def leaks(path: str, text: str, hosts: set[str]) -> Iterator[str]:
    """What one file gives away, line by line."""
    for number, line in enumerate(text.splitlines(), start=1):
        for match in REGISTRY.finditer(line):
            yield f"{path}:{number}: names a package registry: {match[0].strip()}"
        for match in PATH.finditer(line):
            yield f"{path}:{number}: names a path of one machine: {match[0]}"
        if Path(path).name in FOREIGN_TEXTS:
            continue
        for match in URL.finditer(line):
            host = match[1]
            if "." in host and host not in hosts and not OWN_HOST.match(host):
                yield f"{path}:{number}: names a host that {HOSTS} doesn't list: {host}"


def committed(root: Path) -> list[str]:
    """The files that are in the repository or would come in with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return sorted(path for path in listed.split("\0") if path and (root / path).is_file())


def main() -> int:
    hosts = listed_hosts(ROOT)
    found: list[str] = []
    for path in committed(ROOT):
        if path in OURSELVES:
            continue
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += leaks(path, text, hosts)
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
