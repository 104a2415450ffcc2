"""A running course kernel, driven by Jupyter's own client as every front end drives it."""

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import nbformat
import psutil
import pytest
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


class Run:
    """What came back for one request: the reply, and what iopub said, in order."""

    def __init__(self, reply, messages):
        self.reply = reply
        self.messages = messages

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    def text(self, name="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == name)

    @property
    def result(self):
        found = self.of("execute_result")
        assert len(found) <= 1
        return found[0]["data"]["text/plain"] if found else None

    @property
    def error(self):
        found = self.of("error")
        assert len(found) == 1, self.messages
        return found[0]

    @property
    def traceback(self):
        return "\n".join(self.error["traceback"])


class Kernel:
    def __init__(self, folder, **options):
        self.manager = KernelManager(kernel_name="tslab", **options)
        self.manager.start_kernel(cwd=str(folder))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        # wait_for_ready may have asked more than once: let the answers to it pass.
        while self.client.shell_channel.msg_ready():
            self.client.get_shell_msg(timeout=PATIENCE)

    @property
    def pid(self):
        return self.manager.provisioner.pid

    def family(self):
        return [psutil.Process(self.pid), *psutil.Process(self.pid).children(recursive=True)]

    def send(self, code, **options):
        return self.client.execute(code, **options)

    def finish(self, request):
        """Collects until the kernel is idle again and has replied."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != request:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        return Run(self.reply(request), messages)

    def reply(self, request):
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def run(self, code, **options):
        return self.finish(self.send(code, **options))

    def ok(self, code):
        run = self.run(code)
        assert run.reply["status"] == "ok", run.traceback
        return run

    def interrupt(self, code, after=0.4):
        """Runs endless code, interrupts it, and gives the run with the seconds until idle."""
        request = self.send(code)
        time.sleep(after)
        begin = time.monotonic()
        self.manager.interrupt_kernel()
        run = self.finish(request)
        return run, time.monotonic() - begin

    def listen(self, seconds):
        """Everything iopub says for a while."""
        messages = []
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                messages.append(self.client.get_iopub_msg(timeout=left))
            except Exception:  # queue.Empty
                break
        return Run(None, messages)

    def stop(self):
        self.client.stop_channels()
        if self.manager.is_alive():
            self.manager.shutdown_kernel(now=True)


@contextmanager
def running(folder, **options):
    kernel = Kernel(folder, **options)
    try:
        yield kernel
    finally:
        kernel.stop()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One kernel for the tests of a file; they must not break it."""
    folder = tmp_path_factory.mktemp("cells")
    link_package(folder)
    with running(folder) as kernel:
        yield kernel


@pytest.fixture
def fresh(tmp_path):
    """A kernel of its own for a test that breaks it."""
    link_package(tmp_path)
    with running(tmp_path) as kernel:
        yield kernel


def link_package(folder):
    """Makes `import ... from "mlip/..."` work in a folder outside the course."""
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "mlip").symlink_to(ROOT / "src")


def notebook(path, *cells, metadata=None):
    """Writes a notebook of these code cells."""
    book = nbformat.v4.new_notebook(
        cells=[cell if not isinstance(cell, str) else nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={
            "kernelspec": {
                "name": "tslab",
                "display_name": "TypeScript (tslab, course)",
                "language": "typescript",
            },
            "language_info": {"name": "typescript"},
            **(metadata or {}),
        },
    )
    nbformat.write(book, path)
    return path


def python(*arguments, **options):
    return subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, text=True, timeout=120, **options
    )


def gone(processes, within=5.0):
    """Whether all these processes end in time."""
    _, alive = psutil.wait_procs(processes, timeout=within)
    return [p for p in alive if p.status() != psutil.STATUS_ZOMBIE] == []
