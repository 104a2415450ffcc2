/** The tables a spec carries: each `data.values` and each of its named `datasets`. */
export function inlineTables(spec: object): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  const add = (rows: unknown): void => {
    if (Array.isArray(rows) && rows.length > 0 && rows.every(isRow)) tables.push(rows);
  };
  visit(spec, "spec", (key, child, place) => {
    if (key === "values" && place.endsWith(".data.values")) add(child);
    if (key === "datasets") for (const rows of Object.values(child as object)) add(rows);
  });
  return tables;
}

export type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Calls back for every property and list element of a spec, but does not look into rows of data. */
export function visit(
  value: unknown,
  place: string,
  see: (key: string, child: unknown, place: string) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((child, i) => {
      see(String(i), child, `${place}[${i}]`);
      visit(child, `${place}[${i}]`, see);
    });
  } else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      see(key, child, `${place}.${key}`);
      if (key !== "values" && key !== "datasets") visit(child, `${place}.${key}`, see);
    }
  }
}
