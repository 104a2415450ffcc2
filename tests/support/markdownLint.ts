/** Says what is wrong, and in which line of the cell. */
export type Report = (line: number, fault: string) => void;

/** Headings in order, pictures with words. `levels` are those of the headings so far, and is added to. */
export function lintMarkdown(text: string, levels: number[], report: Report): void {
  let fence = "";
  for (const [i, line] of text.split("\n").entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? "";
    if (mark && (fence === "" || fence === mark)) fence = fence === "" ? mark : "";
    if (fence !== "" || mark) continue;
    const heading = /^ {0,3}(#{1,6})\s/.exec(line)?.[1];
    if (heading) {
      const above = levels.at(-1) ?? 0;
      if (heading.length > above + 1)
        report(i + 1, `a heading of level ${heading.length} cannot follow one of level ${above}`);
      levels.push(heading.length);
    }
    const words = line.replace(/`[^`]*`/g, "");
    if (/!\[\s*\]\(/.test(words) || /<img(?![^>]*\balt="[^"]+")/.test(words))
      report(i + 1, "a picture needs words for those who cannot see it: ![words](file)");
  }
}
