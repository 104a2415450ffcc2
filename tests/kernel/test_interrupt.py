"""Interrupts: the stop button ends a cell within two seconds and keeps the variables."""

import time

import pytest

ENDLESS = {
    "a loop": "while (true) {}",
    "a promise that never settles": "await new Promise(() => {})",
    "a loop that awaits a timer": "while (true) await new Promise(r => setTimeout(r, 5))",
    "a loop that awaits nothing": "while (true) await null",
    "a loop that awaits the next turn": "while (true) await new Promise(r => setImmediate(r))",
    "a loop behind an await": "await new Promise(r => setTimeout(r, 10)); while (true) {}",
    "a loop behind a file": "import { readFile } from 'node:fs/promises'; await readFile('/dev/null'); while (true) {}",
    "a loop behind a promised timer": "import { setTimeout as sleep } from 'node:timers/promises'; await sleep(10); while (true) {}",
    "a loop inside a library's callback": "[1].forEach(() => { while (true) {} })",
    "a loop that catches everything": "while (true) { try { while (true) {} } catch {} }",
    "a loop that prints": "while (true) console.log('again and again')",
    "a regular expression": "/^(a+)+$/.test('a'.repeat(60) + 'b')",
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS.keys())
def test_is_idle_within_two_seconds_and_keeps_the_variables(shared, code):
    shared.ok("const kept = [1, 2, 3]")
    run, seconds = shared.interrupt(code)
    assert seconds < 2
    assert run.reply["status"] == "error"
    assert run.error["ename"] == "Interrupted"
    assert "interrupted" in run.error["evalue"]
    assert shared.ok("kept.length").result == "3"


def test_what_the_interrupted_cell_has_set_is_kept(shared):
    shared.interrupt("let steps = 0;\nwhile (true) { steps++; await new Promise(r => setTimeout(r, 2)); }")
    assert int(shared.ok("steps").result) > 10


@pytest.mark.parametrize(
    ("before", "sleep"),
    [
        ("", "await new Promise(r => setTimeout(r, 2))"),
        ("", "await new Promise(r => setImmediate(r))"),
        ("import { setTimeout as nap } from 'node:timers/promises';", "await nap(2)"),
        ("import { setImmediate as turn } from 'node:timers/promises';", "await turn()"),
        ("import { promisify } from 'node:util'; const doze = promisify(setTimeout);", "await doze(2)"),
    ],
)
def test_an_interrupted_loop_does_not_go_on_in_secret(shared, before, sleep):
    run, _ = shared.interrupt(f"{before} let count = 0;\nwhile (true) {{ count++; {sleep}; }}")
    assert run.error["ename"] == "Interrupted"
    first = shared.ok("count").result
    assert int(first) > 10
    time.sleep(0.3)
    assert shared.ok("count").result == first


def test_many_interrupts_in_a_row(shared):
    for code in list(ENDLESS.values())[:6] * 2:
        run, seconds = shared.interrupt(code, after=0.15)
        assert seconds < 2 and run.error["ename"] == "Interrupted"
    assert shared.ok("1 + 1").result == "2"


def test_cells_waiting_behind_an_interrupted_one_are_aborted(shared):
    endless = shared.send("while (true) {}")
    waiting = shared.send("1")
    time.sleep(0.4)
    shared.manager.interrupt_kernel()
    assert shared.finish(endless).reply["ename"] == "Interrupted"
    assert shared.finish(waiting).reply["status"] == "aborted"


def test_what_wakes_up_after_an_interrupt_does_not_block_the_next_cell(shared):
    # The answer of a program comes when the cell has long been given up, and a loop is behind it.
    shared.interrupt(
        "import { exec } from 'node:child_process';\n"
        "await new Promise(r => exec('sleep 1', () => r(0))); while (true) {}"
    )
    time.sleep(1.2)
    assert shared.ok("1 + 1").result == "2"


def test_a_cell_interrupted_at_once_does_not_begin_in_secret(shared):
    shared.interrupt("await new Promise(() => {})")
    for i in range(5):
        run, seconds = shared.interrupt(f"globalThis.late{i} = 1; while (true) {{}}", after=0.05)
        assert run.error["ename"] == "Interrupted" and seconds < 2
        assert shared.ok("1 + 1").result == "2"


def test_an_interrupt_of_an_idle_kernel_does_no_harm_and_stops_old_timers(shared):
    shared.ok("let ticks = 0; setInterval(() => { ticks++ }, 5); 0")
    shared.manager.interrupt_kernel()
    time.sleep(0.3)
    first = shared.ok("ticks").result
    time.sleep(0.2)
    assert shared.ok("ticks").result == first


def test_a_loop_in_a_timer_callback_brings_a_new_process_and_says_so(fresh):
    fresh.ok("const before = 1")
    run, seconds = fresh.interrupt("setTimeout(() => { while (true) {} }, 10);\nawait new Promise(() => {});")
    assert seconds < 2
    assert run.reply["status"] == "error"
    assert "interrupted" in run.error["evalue"]
    assert "variables are lost" in run.error["evalue"]
    assert fresh.run("before").reply["ename"] == "CompileError"
    assert fresh.ok("2 + 2").result == "4"


def test_a_loop_in_a_timer_of_a_cell_that_has_ended_likewise(fresh):
    fresh.ok("setTimeout(() => { while (true) {} }, 10); 0")
    time.sleep(0.2)
    fresh.manager.interrupt_kernel()
    assert "variables are lost" in fresh.listen(2.5).text("stderr")
    assert fresh.ok("2 + 2").result == "4"


def test_code_that_no_interrupt_reaches_is_replaced(fresh):
    run, seconds = fresh.interrupt("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)")
    assert seconds < 2.5
    assert run.reply["status"] == "error"
    assert fresh.ok("2 + 2").result == "4"


def test_a_process_that_dies_says_why_and_the_kernel_goes_on(fresh):
    fresh.ok("const before = 1")
    run = fresh.run("import { kill } from 'node:process'; (kill as any)(process.ppid === 0 ? 0 : process.pid, 'SIGKILL')")
    if run.reply["status"] == "error" and "refused" in run.reply["evalue"]:
        run = fresh.run("import { execSync } from 'node:child_process'; execSync(`kill -9 ${process.pid}`)")
    assert run.error["ename"] == "KernelRestarted"
    assert "SIGKILL" in run.error["evalue"] and "variables are lost" in run.error["evalue"]
    assert fresh.ok("2 + 2").result == "4"


def test_a_module_beside_the_notebook_is_there_again_after_a_loss(fresh):
    fresh.ok("import { writeFileSync } from 'node:fs'; writeFileSync('beside.ts', 'export const answer = 42;')")
    assert fresh.ok('import { answer } from "./beside"; answer').result == "42"
    fresh.run("import { execSync } from 'node:child_process'; execSync(`kill -9 ${process.pid}`)")
    assert fresh.ok('import { answer } from "./beside"; answer').result == "42"
