import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../marking/markSubmission.js";
import { reportPage } from "./html.js";

/** Reports in a folder; a report that is there is complete. */
export interface Store {
  /** The report of a student, if it was made from what `key` stands for. */
  find(student: string, key: string): Report | undefined;
  save(report: Report, key: string): void;
  writeTable(text: string): void;
}

export function openStore(folder: string): Store {
  const reports = join(folder, "report");
  mkdirSync(reports, { recursive: true });
  const fileOf = (student: string, extension: string): string =>
    join(reports, `${student.replace(/[^\p{L}\p{N} ._@+-]/gu, encodeURIComponent)}.${extension}`);
  return {
    find(student, key) {
      try {
        const { key: own, ...report } = JSON.parse(readFileSync(fileOf(student, "json"), "utf8"));
        return own === key ? report : undefined;
      } catch {
        return undefined;
      }
    },
    save(report, key) {
      write(fileOf(report.student, "html"), reportPage(report));
      write(fileOf(report.student, "json"), `${JSON.stringify({ ...report, key }, null, 2)}\n`);
    },
    writeTable: (text) => write(join(folder, "grades.csv"), text),
  };
}

/** In one step: whoever reads it, or comes after a crash, finds the old file or the new one. */
function write(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, text);
  renameSync(part, file);
}

/** A short name for some texts, different for different ones. */
export function keyOf(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 32);
}
