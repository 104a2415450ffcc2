/**
 * For the folder of a test's own, as `startLab` lays it out: nbgrader's course and exchange in it, in place
 * of this clone's notebooks. It is added to nbgrader_config.py.
 */
export const NBGRADER_CONFIG = `
from pathlib import Path
c = get_config()
folder = Path(__file__).parents[3]
exchange = folder / "exchange"
exchange.mkdir(exist_ok=True)
exchange.chmod(0o777)
c.CourseDirectory.root = str(folder / "notebooks")
c.CourseDirectory.db_url = f"sqlite:///{folder / 'notebooks/homework/gradebook.db'}"
c.Exchange.root = str(exchange)
c.Exchange.assignment_dir = str(folder / "notebooks")
c.Exchange.cache = str(folder / "cache")
c.MarkOutside.arguments = ["--secret", str(folder / "secret")]
`;
