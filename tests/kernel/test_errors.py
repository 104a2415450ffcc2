"""What a client learns about a cell that fails, and what happens to the cells behind it."""

import time

import pytest


def test_error_is_published_and_replied_with_name_value_and_traceback(shared):
    run = shared.run("throw new RangeError('too far')")
    assert run.error["ename"] == "RangeError"
    assert run.error["evalue"] == "too far"
    assert run.reply["status"] == "error"
    for part in ["ename", "evalue", "traceback"]:
        assert run.reply[part] == run.error[part]
    assert run.result is None


def test_first_line_of_the_traceback_names_the_cells_own_line(shared):
    # An interface and comments vanish in JavaScript: the generated line is another one.
    run = shared.run("// one\ninterface Gone { a: number }\n\n  const v: number = 1;\n  throw new Error('here');")
    count = run.reply["execution_count"]
    assert run.error["traceback"][0] == f"cell [{count}], line 5:9 - Error: here"
    assert "  5 |   throw new Error('here');" in run.traceback


def test_an_error_in_a_function_of_an_earlier_cell_names_both_lines(shared):
    defined = shared.ok("function deep(x: number): number {\n\n  if (x > 0) throw new Error('deep');\n  return x;\n}")
    run = shared.run("\n\nconst w = deep(3);")
    count = run.reply["execution_count"]
    assert run.error["traceback"][0] == f"cell [{count}], line 3:11 - Error: deep"
    assert f"at deep (cell [{defined.reply['execution_count']}], line 3:20)" in run.traceback


def test_an_error_behind_an_await_names_its_line(shared):
    run = shared.run("await new Promise(r => setTimeout(r, 5));\nawait null;\nnull!.x;")
    assert run.reply["ename"] == "CompileError"
    run = shared.run("await new Promise(r => setTimeout(r, 5));\nawait null;\n(undefined as any).x;")
    assert "line 3:" in run.error["traceback"][0]


def test_an_error_inside_the_package_names_the_cells_line_and_the_packages_file(shared):
    run = shared.run(
        'import { morse } from "mlip/potentials/morse";\n'
        "morse({ wellDepth: -1, bondLength: 1.4, stiffness: 1 });"
    )
    assert "line 2:" in run.error["traceback"][0]
    assert "mlip/potentials/morse.js" in run.traceback


@pytest.mark.parametrize(
    "code",
    [
        "throw new Error('x')",
        "await null; throw new Error('x')",
        "setTimeout(() => { throw new Error('x') }, 1); await new Promise(() => {})",
        "Promise.reject(new Error('x'))",
        "JSON.parse('{')",
        "throw new Error('x', { cause: new Error('y') })",
        "const again = (): number => again(); again()",
        "process.exit()",
    ],
)
def test_the_traceback_holds_no_frame_of_the_kernel(shared, code):
    run = shared.run(code)
    assert run.reply["status"] == "error"
    for word in ["dist/kernel", "node_modules/tslab", "node:internal", "node:vm", "evalmachine", "tslab-cell"]:
        assert word not in run.traceback, run.traceback


def test_causes_are_told(shared):
    run = shared.run("throw new Error('outer', { cause: new Error('inner') })")
    assert "inner" in run.traceback


def test_all_compile_errors_come_with_line_and_column(shared):
    run = shared.run("const a: string = 3;\n\nconst b: number = 'x';\n  nowhere();")
    count = run.reply["execution_count"]
    places = [line for line in run.error["traceback"] if line.startswith("cell")]
    assert [line.split(" - ")[0] for line in places] == [
        f"cell [{count}], line 1:7",
        f"cell [{count}], line 3:7",
        f"cell [{count}], line 4:3",
    ]
    assert run.error["ename"] == "CompileError"
    assert run.error["evalue"] == "Type 'number' is not assignable to type 'string'. (and 2 more)"
    assert "(TS2304)" in places[2]


@pytest.mark.parametrize("thrown", ["'text'", "null", "undefined", "{ odd: 1 }", "Object.create(null)"])
def test_anything_can_be_thrown(shared, thrown):
    run = shared.run(f"throw {thrown}")
    assert run.error["ename"] == "Thrown"
    assert shared.ok("1 + 1").result == "2"


def test_a_hostile_error_object_does_not_harm(shared):
    run = shared.run(
        "const e = new Error('x'); Object.defineProperty(e, 'message', { get() { throw new Error('no') } });"
        "Object.defineProperty(e, 'stack', { get() { throw new Error('no') } }); throw e"
    )
    assert run.reply["status"] == "error"
    assert shared.ok("1 + 1").result == "2"


def test_what_a_failed_cell_has_set_is_kept(shared):
    shared.run("const reached = 5;\nthrow new Error('after');")
    assert shared.ok("reached").result == "5"


def test_requests_already_sent_are_aborted(shared):
    first = shared.send("const soon = Date.now() + 200; while (Date.now() < soon) {} throw new Error('stop')")
    later = [shared.send(f"globalThis.ran{i} = true") for i in range(3)]
    assert shared.finish(first).reply["status"] == "error"
    for request in later:
        run = shared.finish(request)
        assert run.reply["status"] == "aborted"
        assert [m["msg_type"] for m in run.messages] == ["status", "status"]
    assert shared.ok("(globalThis as any).ran0").result is None


def test_aborted_also_behind_a_cell_that_does_not_compile(shared):
    first = shared.send("nowhere")
    second = shared.send("1")
    assert shared.finish(first).reply["ename"] == "CompileError"
    assert shared.finish(second).reply["status"] == "aborted"


def test_a_request_sent_after_the_reply_always_runs(shared):
    for _ in range(20):
        assert shared.run("throw new Error('x')").reply["status"] == "error"
        assert shared.run("7").result == "7"


def test_stop_on_error_false_goes_on(shared):
    first = shared.send("throw new Error('x')", stop_on_error=False)
    second = shared.send("8")
    assert shared.finish(first).reply["status"] == "error"
    assert shared.finish(second).result == "8"


def test_the_failing_requests_own_flag_decides(shared):
    first = shared.send("throw new Error('x')", stop_on_error=True)
    second = shared.send("9", stop_on_error=False)
    shared.finish(first)
    assert shared.finish(second).reply["status"] == "aborted"


def test_other_requests_behind_a_failure_are_answered(shared):
    failing = shared.send("throw new Error('x')")
    information = shared.client.kernel_info()
    assert shared.finish(failing).reply["status"] == "error"
    assert shared.reply(information)["status"] == "ok"


def test_a_rejection_nobody_catches_is_the_error_of_its_cell(shared):
    run = shared.run("1;\nPromise.reject(new TypeError('unseen'));")
    assert run.error["ename"] == "TypeError"
    assert "line 2:" in run.error["traceback"][0]


def test_an_exception_in_a_timer_is_the_error_of_its_cell_while_it_runs(shared):
    begin = time.monotonic()
    run = shared.run("setTimeout(() => { throw new Error('in time') }, 20);\nawait new Promise(r => setTimeout(r, 20_000));")
    assert run.error["evalue"] == "in time"
    assert "line 1:" in run.error["traceback"][0]
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    "code",
    [
        "setTimeout(() => { throw new Error('late news') }, 150); 1",
        "setTimeout(() => { Promise.reject(new Error('late news')) }, 150); 1",
        "(async () => { await new Promise(r => setTimeout(r, 150)); throw new Error('late news') })(); 1",
    ],
)
def test_after_the_end_of_its_cell_an_error_is_a_visible_message_under_it(shared, code):
    request = shared.send(code)
    assert shared.finish(request).reply["status"] == "ok"
    late = shared.listen(1.0)
    streams = [m for m in late.messages if m["msg_type"] == "stream"]
    assert streams and all(m["parent_header"]["msg_id"] == request for m in streams)
    assert "late news" in late.text("stderr") and "line 1:" in late.text("stderr")
    assert shared.ok("1 + 1").result == "2"


def test_a_late_error_is_not_blamed_on_the_cell_that_runs_then(shared):
    shared.ok("setTimeout(() => { throw new Error('from before') }, 150); 1")
    assert shared.ok("await new Promise(r => setTimeout(r, 400)); 2").result == "2"


@pytest.mark.parametrize("code", ["process.exit()", "process.exit(0)", "process.abort()", "process.kill(process.pid)"])
def test_process_exit_is_refused_with_an_error(shared, code):
    shared.ok("let survivor = 1")
    run = shared.run(code)
    assert run.reply["status"] == "error"
    assert "refused" in run.error["evalue"]
    assert shared.ok("survivor").result == "1"


def test_errors_that_do_not_say_what_to_do_come_with_a_hint(shared):
    assert "leave `export` out" in shared.run("export const exported = 1").traceback
    assert "run the cell that declares" in shared.run("notYetThere").traceback
    assert "hint" not in shared.run("throw new Error('x')").traceback
