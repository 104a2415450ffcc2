import numpy as np

from fit_curves import serve


def curve(r, epsilon, sigma):
    sixth = (sigma / r) ** 6
    return 4 * epsilon * (sixth - 1) * sixth


def jacobian(r, epsilon, sigma):
    sixth = (sigma / r) ** 6
    return np.stack(
        [4 * (sixth - 1) * sixth, 24 * epsilon / sigma * (2 * sixth - 1) * sixth], axis=1
    )


serve(
    curve,
    jacobian,
    300,
    5.8,
    16,
    (4e-4, 6.4),
    lambda k: [2e-4 + 1e-4 * (k % 5), 6.1 + 0.1 * (k % 7)],
)
