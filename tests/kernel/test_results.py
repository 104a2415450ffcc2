"""execute_input, execute_result, silent, store_history, user_expressions."""


def test_last_expression_is_the_result_with_its_execution_count(shared):
    run = shared.run("6 * 7")
    count = run.reply["execution_count"]
    assert run.of("execute_result") == [
        {"execution_count": count, "data": {"text/plain": "42"}, "metadata": {}}
    ]
    assert run.of("execute_input") == [{"code": "6 * 7", "execution_count": count}]


def test_messages_come_in_the_order_busy_input_output_result_idle(shared):
    run = shared.run('console.log("said"); 5')
    assert [m["msg_type"] for m in run.messages] == [
        "status",
        "execute_input",
        "stream",
        "execute_result",
        "status",
    ]


def test_undefined_and_assignments_show_no_result(shared):
    for code in ["undefined", "let a1 = 1; a1 = 2", "a1 += 3", "const b1 = 4", "console.log(1)", ""]:
        assert shared.ok(code).result is None, code
    assert shared.ok("a1").result == "5"
    assert shared.ok("(a1 = 7)").result == "7"


def test_null_strings_and_awaited_values_are_results(shared):
    assert shared.ok("null").result == "null"
    assert shared.ok("'text'").result == "'text'"
    assert shared.ok("await Promise.resolve([1, 2])").result == "[ 1, 2 ]"


def test_every_form_of_await_works_at_the_top_of_a_cell(shared):
    assert shared.ok("await (async () => 7)()").result == "7"
    assert shared.ok("const aw = await (Promise.resolve(3)); aw + 1").result == "4"
    assert shared.ok("await [1, 2]").result == "[ 1, 2 ]"
    assert shared.ok("for await (const x of [Promise.resolve('x')]) console.log(x);").text() == "x\n"
    assert shared.ok("const later = async () => { await (1); }; later.length").result == "0"


def test_variables_functions_and_types_last_from_cell_to_cell(shared):
    shared.ok("interface Bond { length: number }\nconst bond: Bond = { length: 1.4 };")
    shared.ok("function stretch(b: Bond): Bond { return { length: 2 * b.length }; }")
    assert shared.ok("stretch(bond).length").result == "2.8"
    assert shared.run("bond.width").reply["ename"] == "CompileError"
    shared.ok("const bond = 'as another type'")
    assert shared.ok("bond.length").result == "15"


def test_a_label_in_braces_is_not_a_name_of_an_earlier_cell(shared):
    shared.ok("const found = () => ({ a: 3, c: { d: 4 } }); let b = 0; let a = 7;")
    assert shared.ok("(() => { const { a: x } = found(); return x; })()").result == "3"
    assert shared.ok("(() => { const { c: { d: y } } = found(); return y; })()").result == "4"
    assert shared.ok("let into = 0; (() => { ({ a: into } = found()); return into; })()").result == "3"
    assert shared.ok("[{ a: a }.a, { [a]: 1 }[7]]").result == "[ 7, 1 ]"


def test_the_short_form_of_an_object_finds_names_of_earlier_cells(shared):
    shared.ok("const shortA = 1; function shortF() { return 2; }")
    shared.ok('import { morse } from "mlip/potentials/morse";')
    assert shared.ok("const own = 3; ({ shortA, own })").result == "{ shortA: 1, own: 3 }"
    assert shared.ok("Object.keys({ shortF, morse, shortA }).length").result == "3"
    assert shared.ok("((shortA: number) => ({ shortA }))(9)").result == "{ shortA: 9 }"
    assert shared.ok("const { shortA } = { shortA: 5 }; shortA").result == "5"


def test_store_history_false_does_not_count(shared):
    before = shared.run("1").reply["execution_count"]
    hidden = shared.run("2", store_history=False)
    assert hidden.reply["execution_count"] == before
    assert hidden.result == "2"
    assert shared.run("3").reply["execution_count"] == before + 1


def test_silent_broadcasts_nothing_but_status(shared):
    before = shared.run("1").reply["execution_count"]
    run = shared.run('const quiet = 8; console.log("x"); quiet', silent=True)
    assert [m["msg_type"] for m in run.messages] == ["status", "status"]
    assert run.reply["status"] == "ok"
    failed = shared.run("throw new Error('quiet')", silent=True)
    assert [m["msg_type"] for m in failed.messages] == ["status", "status"]
    assert failed.reply["evalue"] == "quiet"
    after = shared.run("quiet")
    assert after.result == "8"
    assert after.reply["execution_count"] == before + 1


def test_user_expressions_are_evaluated(shared):
    reply = shared.run("const u = 3", user_expressions={"double": "2 * u", "wrong": "nowhere"}).reply
    assert reply["user_expressions"]["double"]["data"] == {"text/plain": "6"}
    assert reply["user_expressions"]["wrong"]["ename"] == "CompileError"


def test_streams_keep_their_names_and_order(shared):
    run = shared.run('console.log("a"); console.error("b"); process.stdout.write("c")')
    assert [(c["name"], c["text"]) for c in run.of("stream")] == [
        ("stdout", "a\n"),
        ("stderr", "b\n"),
        ("stdout", "c"),
    ]


def test_output_of_a_program_that_a_cell_starts_is_shown(shared):
    run = shared.ok(
        "import { execSync } from 'node:child_process'; execSync('echo from outside', { stdio: 'inherit' });"
    )
    assert "from outside" in run.text() + shared.listen(0.3).text()


def test_tslab_display_works(shared):
    run = shared.ok('import * as tslab from "tslab"; tslab.display.html("<b>x</b>");')
    assert run.of("display_data")[0]["data"] == {"text/html": "<b>x</b>"}


def test_display_hook_shows_and_updates_one_output(shared):
    run = shared.ok(
        """const hook = (globalThis as any)[Symbol.for("mlip.display")];
        hook({ data: { "text/plain": "50 %" }, metadata: {}, transient: { display_id: "bar" } });
        hook({ data: { "text/plain": "99 %" }, metadata: {}, transient: { display_id: "bar" } }, true);"""
    )
    assert run.of("display_data")[0]["data"] == {"text/plain": "50 %"}
    assert run.of("update_display_data")[0]["data"] == {"text/plain": "99 %"}
    assert run.of("update_display_data")[0]["transient"] == {"display_id": "bar"}


def test_line_separators_inside_strings_survive(shared):
    assert shared.ok('console.log("a\\u2028b\\u2029c")').text() == "a\u2028b\u2029c\n"


def test_a_module_beside_the_notebook_can_be_imported(shared):
    run = shared.ok(
        "import { writeFileSync } from 'node:fs';\n"
        "writeFileSync('beside.ts', 'export const answer: number = 42;');"
    )
    assert run.reply["status"] == "ok"
    assert shared.ok('import { answer } from "./beside"; answer').result == "42"
