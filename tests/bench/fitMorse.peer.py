import numpy as np

from fit_curves import serve


def curve(r, D, r0, a):
    rise = 1 - np.exp(-a * (r - r0))
    return D * (rise * rise - 1)


def jacobian(r, D, r0, a):
    decay = np.exp(-a * (r - r0))
    rise = 1 - decay
    slope = 2 * D * rise * decay
    return np.stack([rise * rise - 1, -a * slope, (r - r0) * slope], axis=1)


serve(
    curve,
    jacobian,
    300,
    0.9,
    6,
    (0.17, 1.4, 1.03),
    lambda k: [0.12 + 0.02 * (k % 5), 1.3 + 0.1 * (k % 3), 0.9 + 0.05 * (k % 7)],
)
