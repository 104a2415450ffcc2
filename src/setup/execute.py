"""python execute.py NOTEBOOK KERNEL TIMEOUT SAVE: runs one notebook in its own folder.

KERNEL is a kernel's name or "" for the notebook's own; TIMEOUT is in seconds for a cell; SAVE is
"save" or "". The last line of the output is JSON: {} or what failed and where.
"""

import json
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

path, kernel, timeout, save = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
started = []


def report(kind, message, trace=""):
    """The failing cell is the one started last; its number counts code cells, as [n] in Lab."""
    code = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"] if started else []
    return {
        "cell": code.index(started[-1]) + 1 if started else 0,
        "code": notebook.cells[started[-1]].source if started else "",
        "error": f"{kind}: {message}" if message else kind,
        "trace": re.sub(r"\x1b\[[0-9;]*m", "", trace),
    }


def execute():
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name=kernel or notebook.metadata.get("kernelspec", {}).get("name", "tslab"),
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        on_cell_execute=lambda cell, cell_index: started.append(cell_index),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        outputs = notebook.cells[started[-1]].get("outputs", [])
        traces = [output.traceback for output in outputs if output.output_type == "error"]
        return report(error.ename, error.evalue, "\n".join(traces[-1]) if traces else "")
    except CellTimeoutError:
        return report("Timeout", f"the cell ran for more than {timeout} s")
    except DeadKernelError:
        return report("The kernel died", "")
    except Exception as error:
        return report(type(error).__name__, str(error))
    return {}


try:
    notebook = nbformat.read(path, as_version=4)
    failure = execute()
except nbformat.reader.NotJSONError:
    failure = report("Not a notebook", "the file is not JSON")
if save and not failure:
    nbformat.write(notebook, path)
print(f"\n{json.dumps(failure)}")
sys.exit(1 if failure else 0)
