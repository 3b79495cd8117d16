"""Runs the whole product on this machine: `make run`."""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from local import children, keys
from local.children import Child
from local.engine import child as engine
from local.signed import Engine
from local.stack import ACCOUNT, PORTS, REGION, Stack
from local.waiting import NotStarted, is_taken, until_answers, until_listens

DEMO_PAGE = "demo.json"


class Supervisor:
    """Starts the parts in order, watches them, and stops them in reverse."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._children: list[Child] = []
        self._demo: Child | None = None
        self._asked_to_stop = threading.Event()

    def run(self) -> int:
        """Returns the exit code: 0 after Ctrl-C, 1 where a part failed."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._asked_to_stop.set())
        began = time.monotonic()
        try:
            if not self._start():
                return 0
            self._say(f"Started in {time.monotonic() - began:.1f} s.")
            print(banner(self._stack), flush=True)
            return self._watch()
        except NotStarted as failure:
            self._say(f"Not started: {failure}")
            return 1
        finally:
            self._stop()

    def _start(self) -> bool:
        """Whether all steps were done; a stop in between ends them."""
        steps: list[Callable[[], None]] = [
            self._start_first,
            self._prepare_tables,
            self._start_jobs,
            self._load_demo,
        ]
        for step in steps:
            if self._asked_to_stop.is_set():
                return False
            step()
        return not self._asked_to_stop.is_set()

    def _start_first(self) -> None:
        """What needs nothing else; each loads while the others do."""
        stack = self._stack
        settings = engine.EngineSettings(
            stack.engine_port, stack.secret, stack.folder / "engine", stack.smtp_port
        )
        self._say("Starting the local cloud …")
        self._add(children.start("engine", engine.command(), settings.environment()))
        mail = [sys.executable, "-m", "local.mail", "--port", str(stack.smtp_port)]
        self._add(children.start("mail", [*mail, "--dir", str(stack.mails)], {}))
        self._add(children.start_module("files", "local.files", {}))
        self._add(children.start_module("web", "local.web", {}))
        until_answers(f"{stack.engine_url}/_kontor/health", self._children[0].process)
        for port, part in ((stack.smtp_port, 1), (stack.s3_port, 2)):
            until_listens(port, self._children[part].process)

    def _prepare_tables(self) -> None:
        from local import provision

        stack = self._stack
        made = provision.create_tables(Engine(stack.engine_url, ACCOUNT, stack.secret, REGION))
        if made:
            self._say(f"Made {made} tables.")
        provision.allow_sender()

    def _start_jobs(self) -> None:
        self._add(children.start_module("jobs", "local.jobs", {}))
        until_listens(self._stack.jobs_port, self._children[-1].process)
        until_answers(f"{self._stack.public_url}/dev/api/state", self._children[3].process)

    def _load_demo(self) -> None:
        """Until people can sign in; the bulk of the orders comes in while they do."""
        page = self._stack.folder / DEMO_PAGE
        if is_whole(page):
            return
        self._say("Loading the invented vendor, with its customers and orders …")
        demo = children.start("demo", demo_command(), {})
        self._demo = demo
        while not page.exists() and demo.process.poll() is None:
            if self._asked_to_stop.wait(0.05):
                return
        if not page.exists():
            raise NotStarted("the demo could not be loaded; `make reset` starts afresh")

    def _watch(self) -> int:
        while not self._asked_to_stop.wait(0.3):
            self._watch_demo()
            for child in self._children:
                if child.process.poll() is not None:
                    self._say(f"{child.name} ended with code {child.process.returncode}.")
                    return 1
        return 0

    def _watch_demo(self) -> None:
        if self._demo is None or self._demo.process.poll() is None:
            return
        if self._demo.process.returncode:
            self._say("The demo's orders are not all loaded; the next start goes on with them.")
        self._demo.stop()
        self._demo = None

    def _stop(self) -> None:
        if self._children:
            print("\nStopping …", flush=True)
        for child in [*([self._demo] if self._demo else []), *reversed(self._children)]:
            child.stop()
        if self._children:
            self._say("Stopped. Everything is kept; `make run` goes on from here.")

    def _add(self, child: Child) -> None:
        self._children.append(child)

    def _say(self, text: str) -> None:
        print(text, flush=True)


def demo_command() -> list[str]:
    """KONTOR_DEMO_LICENSES and KONTOR_DEMO_TICKETS say how much there is to be."""
    command = [sys.executable, "-m", "local.demo"]
    for name in ("licenses", "tickets"):
        if wanted := os.environ.get(f"KONTOR_DEMO_{name.upper()}"):
            command += [f"--{name}", wanted]
    return command


def is_whole(demo_page: Path) -> bool:
    """Whether the demo was loaded to its end."""
    return demo_page.exists() and json.loads(demo_page.read_text(encoding="utf-8"))["whole"] is True


def taken_ports(stack: Stack) -> list[str]:
    """One sentence for each port that something else listens on."""
    ports = (stack.web_port, stack.s3_port, stack.engine_port, stack.jobs_port, stack.smtp_port)
    return [
        f"Port {port} is taken by another program: stop that one, or set {variable} to a free port."
        for variable, port in zip(PORTS, ports, strict=True)
        if is_taken(port)
    ]


def banner(stack: Stack) -> str:
    """What a person needs to begin."""
    url = stack.public_url
    lines = [
        "",
        f"  Portal      {url}/",
        f"  Console     {url}/console/",
        f"  Developers  {url}/dev  (mails, second-factor codes, clock)",
        "",
    ]
    demo = stack.folder / DEMO_PAGE
    if demo.exists():
        logins = json.loads(demo.read_text(encoding="utf-8"))["logins"]
        width = max(len(login["email"]) for login in logins)
        lines += [
            f"  {login['side']:<10}  {login['email']:<{width}}  {login['password']}"
            for login in logins
        ]
    return "\n".join([*lines, "", "  Ctrl-C stops it. `make reset` forgets everything.", ""])


def main() -> int:
    stack = Stack.of_environment()
    if taken := taken_ports(stack):
        print("\n".join(taken))
        return 1
    if not engine.python().exists():
        print(f"The local cloud isn't installed ({engine.python()} is missing): use `make run`.")
        return 1
    stack.folder.mkdir(parents=True, exist_ok=True)
    keys.make_once(stack.secrets_file)
    os.environ |= stack.environment()
    return Supervisor(stack).run()


if __name__ == "__main__":
    sys.exit(main())
