"""nbgrader with the course: its folders and words, and marks that come from the course's own grader.

Set-up writes .venv/etc/jupyter/nbgrader_config.py, which calls `configure`. What an instructor sets in a
nbgrader_config.py of their own, in the folder where nbgrader is started, goes before it.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import read
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.converters.autograde import Autograde
from nbgrader.preprocessors import ClearHiddenTests, Execute, GetGrades, NbGraderPreprocessor
from traitlets import Bool, List, Unicode

COURSE = Path(__file__).resolve().parents[3]
NOTEBOOKS = COURSE / "notebooks"
HOMEWORK = "homework"
# What was released, handed in and marked; git ignores it, and the gradebook, too.
CLASS = "class"

# What stands in place of a solution: the same as in src/grading/notebook/studentEdition.ts.
CODE_STUB = 'throw new Error("not answered yet");'
TEXT_STUB = "YOUR ANSWER HERE"

FOR_INSTRUCTORS = {"mlip": {"for": "instructors"}}


def configure(c, node):
    """`c`: nbgrader's configuration; `node`: the Node.js that runs the course."""
    c.CourseDirectory.course_id = "mlip"
    c.CourseDirectory.root = str(NOTEBOOKS)
    c.CourseDirectory.source_directory = HOMEWORK
    c.CourseDirectory.db_url = f"sqlite:///{NOTEBOOKS / HOMEWORK / 'gradebook.db'}"
    for step in ("release", "submitted", "autograded", "feedback", "solution", "source_with_tests"):
        setattr(c.CourseDirectory, f"{step}_directory", f"{CLASS}/{step}")
    # Where students find what they fetch.
    c.Exchange.assignment_dir = str(NOTEBOOKS)
    # nbgrader calls a program of its environment by name.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

    c.ClearSolutions.code_stub = {"typescript": CODE_STUB}
    c.ClearSolutions.text_stub = TEXT_STUB
    c.ClearSolutions.begin_solution_delimeter = "/// BEGIN SOLUTION"
    c.ClearSolutions.end_solution_delimeter = "/// END SOLUTION"
    c.ClearHiddenTests.begin_test_delimeter = "/// BEGIN HIDDEN TESTS"
    c.ClearHiddenTests.end_test_delimeter = "/// END HIDDEN TESTS"

    c.MarkOutside.node = node
    steps = Autograde.autograde_preprocessors.default()
    c.Autograde.autograde_preprocessors = [MarkOutside if s is Execute else s for s in steps]
    c.GenerateFeedback.preprocessors = [ForStudents, GetGrades, CSSHTMLHeaderPreprocessor]


class MarkOutside(NbGraderPreprocessor):
    """In place of Execute: writes what `npm run grade` says of a submission into its test cells, the score
    as the cell's result and the reasons as what it printed. From these nbgrader takes its marks."""

    node = Unicode("node", help="The Node.js that runs the grader").tag(config=True)
    arguments = List(
        Unicode(), help='More for the grader, such as ["--secret", "/path/of/the/secret"]'
    ).tag(config=True)

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        course = course_of(self)
        source = Path(
            course.format_path(course.source_directory, ".", about["assignment"]),
            f"{about['notebook']}.ipynb",
        )
        report = self.report(source, course, about["assignment"], about["student"])
        model = {grade_id(cell): cell for cell in read(source, 4).cells if grade_id(cell)}
        for question in report["questions"]:
            cell = cell_called(nb, question["id"]) or with_missing(nb, model[question["id"]])
            if cell.cell_type == "code" and not cell.metadata.nbgrader["solution"]:
                cell.outputs = outputs_of(question)
            else:
                rubric = rubric_of(model[question["id"]].source)
                if rubric:
                    place = nb.cells.index(cell) + 1
                    nb.cells.insert(place, new_markdown_cell(rubric, metadata=FOR_INSTRUCTORS))
        unsafe = [line for line in report["sandbox"] if line.startswith("NO SANDBOX")]
        if report["notes"] or unsafe:
            nb.cells.insert(0, new_markdown_cell("\n\n".join(unsafe + report["notes"])))
        return nb, resources

    def report(self, source, course, assignment, student):
        """The grader's report. What it marked before, it only reads."""
        submitted = Path(course.root) / course.submitted_directory
        out = submitted.parent / "graded" / assignment
        command = [
            *(self.node, COURSE / "src/setup/run.mjs", "grade", source, submitted),
            *("--student", student, "--out", out, *self.arguments),
        ]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        self.log.info(done.stdout)
        if done.returncode != 0:
            raise RuntimeError(f"{student}: {done.stderr or done.stdout}")
        return json.loads((out / "report" / f"{file_name(student)}.json").read_text("utf8"))


class ForStudents(ClearHiddenTests):
    """What students do not get back: hidden tests, and rubrics."""

    reveal = Bool(False, help="Give students hidden tests and rubrics, too").tag(config=True)

    def preprocess(self, nb, resources):
        if self.reveal:
            return nb, resources
        nb.cells = [cell for cell in nb.cells if cell.metadata.get("mlip") != FOR_INSTRUCTORS["mlip"]]
        return super().preprocess(nb, resources)


def course_of(step):
    """The folders of the converter that a step of nbgrader belongs to."""
    while not hasattr(step, "coursedir"):
        step = step.parent
    return step.coursedir


def file_name(student):
    """As in src/grading/report/store.ts."""
    return re.sub(r"[^\w ._@+-]", lambda letter: quote(letter[0], safe="!~*'()"), student)


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def cell_called(nb, name):
    return next((cell for cell in nb.cells if grade_id(cell) == name), None)


def with_missing(nb, model):
    """Puts a cell that the student has removed back to the end."""
    cell = model.copy()
    if model.metadata.nbgrader["solution"]:
        cell.source = ""
    nb.cells.append(cell)
    return cell


def outputs_of(question):
    """A score that nbgrader reads, and words for people."""
    lines = []
    for test in question["tests"]:
        mark = "✔" if test["score"] == test["points"] else "✘"
        lines.append(f"{mark} {test['score']} of {test['points']}: {test['name']}")
        if "reason" in test:
            lines.append(f"    Lost: {test['reason']}")
    return [
        new_output("stream", name="stdout", text="\n".join([*lines, *question["notes"]]) + "\n"),
        new_output("execute_result", data={"text/plain": str(question["score"])}),
    ]


def rubric_of(text):
    """What an instructor wrote in place of an answer that people mark; "" if nothing."""
    found = re.search(r"/// BEGIN SOLUTION\n(.*?)\n\s*/// END SOLUTION", text, re.DOTALL)
    return found[1] if found else ""
