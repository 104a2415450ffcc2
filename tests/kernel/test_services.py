"""What a front end asks beside running cells: names, help, history, completeness."""

import time


def ask(kernel, method, *arguments, **options):
    return kernel.reply(getattr(kernel.client, method)(*arguments, **options))


def test_kernel_info(shared):
    reply = ask(shared, "kernel_info")
    assert reply["protocol_version"] == "5.3"
    assert reply["implementation"] == "tslab"
    assert reply["language_info"]["name"] == "typescript"
    assert reply["language_info"]["file_extension"] == ".ts"
    assert reply["status"] == "ok"


def test_completion_of_members_and_of_names_from_earlier_cells(shared):
    shared.ok("const wellDepth = 0.17; const wellWidth = 1;")
    code = "2 * wellD"
    reply = ask(shared, "complete", code, len(code))
    assert reply["matches"][0] == "wellDepth"
    assert (reply["cursor_start"], reply["cursor_end"]) == (4, 9)
    reply = ask(shared, "complete", "Math.sq", 7)
    assert "sqrt" in reply["matches"]


def test_completion_counts_characters_not_utf16_units(shared):
    code = "const 𝛼𝛼 = '😀'; Math.sq"
    reply = ask(shared, "complete", code, len(code))
    assert "sqrt" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (len(code) - 2, len(code))


def test_completion_in_broken_code_is_answered(shared):
    for code in ["const a = {", "import { } from 'mlip/", "", "    ", "((((", "`${"]:
        assert ask(shared, "complete", code, len(code))["status"] in ["ok", "error"]
    assert shared.ok("1 + 1").result == "2"


def test_completion_of_the_package(shared):
    shared.ok('import { morse } from "mlip/potentials/morse";')
    code = "morse({ wellDepth: 1, bondLength: 1, stiffness: 1 })."
    reply = ask(shared, "complete", code, len(code))
    assert {"energy", "slope"} <= set(reply["matches"])


def test_inspection_shows_signature_and_docstring(shared):
    shared.ok('import { morse } from "mlip/potentials/morse";')
    text = ask(shared, "inspect", "morse", 3)["data"]["text/plain"]
    assert "MorseParameters" in text
    assert "Morse" in text and "1929" in text
    text = ask(shared, "inspect", "Math.sqrt(2)", 7)["data"]["text/plain"]
    assert "square root" in text


def test_inspection_of_nothing_finds_nothing(shared):
    assert ask(shared, "inspect", "   ", 1)["found"] is False


def test_is_complete(shared):
    assert ask(shared, "is_complete", "const a = 1;")["status"] == "complete"
    reply = ask(shared, "is_complete", "function f() {")
    assert reply["status"] == "incomplete" and reply["indent"] == "  "


def test_comm_info_is_empty_and_an_opened_comm_is_closed(shared):
    assert ask(shared, "comm_info")["comms"] == {}
    message = shared.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "none", "data": {}})
    shared.client.shell_channel.send(message)
    closed = [m for m in shared.listen(0.5).messages if m["msg_type"] == "comm_close"]
    assert closed[0]["content"]["comm_id"] == "c1"


def test_history(shared):
    shared.ok("'remember me'")
    reply = ask(shared, "history", hist_access_type="tail", n=1)
    assert reply["history"][-1][2] == "'remember me'"


def test_information_while_a_cell_runs_comes_from_the_control_channel(shared):
    request = shared.send("await new Promise(r => setTimeout(r, 600))")
    message = shared.client.session.msg("kernel_info_request", {})
    begin = time.monotonic()
    shared.client.control_channel.send(message)
    assert shared.client.get_control_msg(timeout=5)["content"]["status"] == "ok"
    assert time.monotonic() - begin < 0.4
    shared.finish(request)


def test_a_message_with_a_wrong_signature_is_ignored(shared):
    key = shared.client.session.key
    shared.client.session.key = b"wrong"
    ignored = shared.client.execute("globalThis.intruder = 1")
    shared.client.session.key = key
    assert shared.ok("(globalThis as any).intruder").result is None
    assert ignored


def test_a_hundred_megabytes_of_output_do_not_kill_the_kernel(shared):
    run = shared.run("const line = 'x'.repeat(999_999);\nfor (let i = 0; i < 100; i++) console.log(line);")
    assert run.reply["status"] == "ok"
    assert 19e6 < len(run.text()) < 21e6
    assert "the rest is not shown" in run.text("stderr")
    assert shared.ok("line.length").result == "999999"


def test_a_native_package_can_be_loaded_in_a_cell(shared):
    # Such packages ask process.report for the system's C library, which asks every thread.
    assert shared.ok("(process.report.getReport() as any).header.event").result == "'JavaScript API'"
