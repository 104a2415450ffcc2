"""Start, restart, end: no process is left behind, and nothing foreign is loaded."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from conftest import PATIENCE, gone, link_package, running


def test_restart_gives_an_empty_kernel(fresh):
    fresh.ok("const old = 1")
    fresh.manager.restart_kernel(now=False)
    fresh.client.wait_for_ready(timeout=PATIENCE)
    assert fresh.run("old").reply["ename"] == "CompileError"
    assert fresh.run("1 + 1").reply["execution_count"] == 2


def test_shutdown_leaves_no_process(fresh):
    fresh.ok("import { spawn } from 'node:child_process'; spawn('sleep', ['300'], { stdio: 'ignore' }); 0")
    family = fresh.family()
    assert len(family) >= 3
    fresh.manager.shutdown_kernel(now=False)
    assert gone(family)


def test_shutdown_in_an_endless_loop_leaves_no_process(fresh):
    fresh.send("while (true) {}")
    time.sleep(0.5)
    family = fresh.family()
    fresh.manager.shutdown_kernel(now=False)
    assert gone(family)


@pytest.mark.parametrize("code", ["1", "while (true) {}"])
def test_a_killed_kernel_takes_its_process_of_cells_along(fresh, code):
    fresh.send(code)
    time.sleep(0.5)
    family = fresh.family()
    os.kill(fresh.pid, signal.SIGKILL)
    assert gone(family)


@pytest.mark.parametrize("code", ["1", "while (true) {}"])
def test_a_killed_jupyter_leaves_no_process(tmp_path, code):
    script = f"""
import sys, time
from jupyter_client.manager import KernelManager
m = KernelManager(kernel_name="tslab"); m.start_kernel(); c = m.client(); c.start_channels()
c.wait_for_ready(timeout=30); c.execute({code!r}); time.sleep(0.5)
print(m.provisioner.pid, flush=True); time.sleep(60)
"""
    jupyter = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    kernel = psutil.Process(int(jupyter.stdout.readline()))
    family = [kernel, *kernel.children(recursive=True)]
    assert len(family) >= 2
    jupyter.kill()
    jupyter.wait()
    assert gone(family)


def test_ipc_transport(tmp_path):
    # Its sockets lie in a short private folder: the path of a socket holds 107 bytes.
    import tempfile

    with tempfile.TemporaryDirectory(prefix="k") as folder:
        with running(tmp_path, transport="ipc", ip=f"{folder}/s") as kernel:
            assert kernel.run("6 * 7").result == "42"
            run, seconds = kernel.interrupt("while (true) {}")
            assert run.error["ename"] == "Interrupted" and seconds < 2


def test_a_tslab_beside_the_notebook_is_not_loaded(tmp_path):
    for name in ["tslab", "@tslab/typescript-for-tslab", "zeromq"]:
        folder = tmp_path / "node_modules" / name
        (folder / "dist").mkdir(parents=True)
        (folder / "package.json").write_text(f'{{ "name": "{name}", "version": "9.9.9", "main": "index.js" }}')
        for file in ["index.js", "dist/main.js", "dist/jupyter.js", "dist/executor.js", "dist/converter.js"]:
            (folder / file).write_text("require('fs').writeFileSync(process.cwd() + '/INTRUDER', 'x');")
    with running(tmp_path) as kernel:
        assert kernel.run("1 + 1").result == "2"
        assert kernel.ok('import * as tslab from "tslab"; tslab.versions.tslab').result == "'1.0.22'"
    assert not (tmp_path / "INTRUDER").exists()


def test_starts_in_a_folder_with_space_and_umlaut(tmp_path):
    folder = tmp_path / "Übung eins"
    folder.mkdir()
    link_package(folder)
    with running(folder) as kernel:
        assert kernel.ok('import { morse } from "mlip/potentials/morse"; typeof morse').result == "'function'"
        assert "line 1:" in kernel.run("throw new Error('x')").error["traceback"][0]


def test_interrupt_by_signal_works_too(fresh):
    request = fresh.send("while (true) {}")
    time.sleep(0.4)
    os.killpg(os.getpgid(fresh.pid), signal.SIGINT)
    assert fresh.finish(request).reply["status"] == "error"
    assert fresh.ok("2 + 2").result == "4"
