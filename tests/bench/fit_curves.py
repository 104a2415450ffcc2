"""One side of a row: fits of a curve to 200 points with scipy, as fitCurves.mjs."""

import json
import sys
import time

import numpy as np
from scipy.optimize import least_squares


def serve(curve, jacobian, fits, begin, end, truth, starts):
    r = begin + (end - begin) * np.arange(200) / 199
    i = np.arange(200)
    y = curve(r, *truth) + 0.01 * truth[0] * np.sin(12.9898 * i * i)

    def run():
        result = []
        for k in range(fits):
            fit = least_squares(
                lambda p: curve(r, *p) - y,
                starts(k),
                lambda p: jacobian(r, *p),
                method="lm",
                x_scale="jac",
                xtol=1e-10,
                ftol=1e-14,
                gtol=1e-12,
            )
            if k < 5:
                result += fit.x.tolist()
        return result

    run()
    print(json.dumps({"title": f"{fits} fits with scipy", "tolerance": 1e-7}), flush=True)
    for line in sys.stdin:
        if line.strip() != "run":
            continue
        before = time.process_time()
        result = run()
        cpu = (time.process_time() - before) * 1e3
        print(json.dumps({"cpuMs": cpu, "result": result}), flush=True)
