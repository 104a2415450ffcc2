"""TensorFlow.js runs under Node: this only starts it, on the streams of the bench."""

import os
from pathlib import Path

script = Path(__file__).with_name("perceptronTensorflow.mjs")
os.execvp("node", ["node", str(script)])
