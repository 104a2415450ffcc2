"""Teaches papermill to write parameters in TypeScript.

papermill has no plug-in point for languages, but it loads every entry point of the group
"papermill.engine": this module stands there, registers the language and is the usual engine.
"""

import json
import re

from papermill.engines import NBClientEngine as Engine  # noqa: F401  (the entry point)
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators


class TypeScriptTranslator(Translator):
    """`-p epochs 5` becomes `let epochs = 5;`; JSON, with NaN and Infinity, is TypeScript."""

    @classmethod
    def translate(cls, val):
        return json.dumps(val, ensure_ascii=False)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        found = re.findall(
            r"^\s*(?:let|const|var)\s+(\w+)(?:\s*:\s*([^=]+?))?\s*=\s*([^;\n]*?);?\s*(?://\s*(.*))?$",
            parameters_cell["source"],
            re.MULTILINE,
        )
        return [Parameter(name, kind or "None", default, note) for name, kind, default, note in found]


papermill_translators.register("typescript", TypeScriptTranslator)
