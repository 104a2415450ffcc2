"""Unmodified tools of the Jupyter world: each passes a good notebook and fails one that throws."""

import json

import nbformat
import pytest
from conftest import ROOT, notebook, python

GOOD = ["const a: number = 20;", "a + 22"]
BAD = ["const a: number = 20;", "throw new Error('on purpose');", "a"]

NBCLIENT = """
import sys, nbformat
from nbclient import NotebookClient
book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, allow_errors="allow" in sys.argv).execute()
nbformat.write(book, sys.argv[2])
"""

TOOLS = {
    "nbclient": lambda book, out: ["-c", NBCLIENT, book, out],
    "nbconvert": lambda book, out: ["-m", "nbconvert", "--execute", "--to", "notebook", book, "--output", out],
    "papermill": lambda book, out: ["-m", "papermill", book, out],
    "nbmake": lambda book, out: ["-m", "pytest", "-p", "no:cacheprovider", "--nbmake", "--overwrite", book],
}


@pytest.fixture(params=TOOLS)
def tool(request, tmp_path):
    def execute(*cells):
        book = notebook(tmp_path / "book.ipynb", *cells)
        out = tmp_path / "out.ipynb"
        done = python(*TOOLS[request.param](book, out), cwd=tmp_path)
        return done, out if out.exists() else book

    return execute


def test_passes_a_good_notebook(tool):
    done, out = tool(*GOOD)
    assert done.returncode == 0, done.stdout + done.stderr
    last = nbformat.read(out, as_version=4).cells[-1]
    assert [o["data"]["text/plain"] for o in last.outputs if o.output_type == "execute_result"] == ["42"]


def test_fails_a_notebook_that_throws(tool):
    done, _ = tool(*BAD)
    assert done.returncode != 0
    assert "on purpose" in done.stdout + done.stderr


def test_fails_a_notebook_that_does_not_compile(tool):
    done, _ = tool("const a: number = 'x';")
    assert done.returncode != 0
    assert "not assignable" in done.stdout + done.stderr


def test_nbclient_with_allow_errors_runs_every_cell(tmp_path):
    book = notebook(tmp_path / "book.ipynb", *BAD)
    out = tmp_path / "out.ipynb"
    assert python("-c", NBCLIENT, book, out, "allow").returncode == 0
    cells = nbformat.read(out, as_version=4).cells
    assert cells[1].outputs[0].output_type == "error"
    assert cells[2].outputs[0]["data"]["text/plain"] == "20"


def test_a_cell_tagged_raises_exception_may_throw(tmp_path):
    expected = nbformat.v4.new_code_cell("throw new Error('expected')", metadata={"tags": ["raises-exception"]})
    book = notebook(tmp_path / "book.ipynb", expected, "1")
    assert python("-c", NBCLIENT, book, tmp_path / "out.ipynb").returncode == 0


def test_papermill_parameters(tmp_path):
    defaults = nbformat.v4.new_code_cell(
        "let epochs: number = 1; // how long\nlet names = ['a'];\nlet note = '';", metadata={"tags": ["parameters"]}
    )
    book = notebook(tmp_path / "book.ipynb", defaults, "[epochs, names.length, note]")
    out = tmp_path / "out.ipynb"
    given = "{ epochs: 5, names: [x, y], note: 'Übung \"1\" 😀' }"
    done = python("-m", "papermill", book, out, "-y", given)
    assert done.returncode == 0, done.stderr
    last = nbformat.read(out, as_version=4).cells[-1]
    assert last.outputs[0]["data"]["text/plain"] == "[ 5, 2, 'Übung \"1\" 😀' ]"
    assert "Passed unknown parameter" not in done.stderr


def test_the_installed_kernelspec_is_complete():
    done = python("-m", "jupyter", "kernelspec", "list", "--json")
    spec = json.loads(done.stdout)["kernelspecs"]["tslab"]
    assert spec["spec"]["language"] == "typescript"
    assert spec["spec"]["interrupt_mode"] == "message"
    assert spec["spec"]["display_name"] == "TypeScript (tslab, course)"
    from pathlib import Path

    assert {"logo-64x64.png", "logo-svg.svg"} <= {f.name for f in Path(spec["resource_dir"]).iterdir()}
    assert str(ROOT) in spec["spec"]["argv"][1]
