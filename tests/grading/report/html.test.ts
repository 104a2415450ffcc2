import { expect, test } from "vitest";
import { reportPage } from "../../../src/grading/report/html.js";
import { UNSAFE } from "../../../src/grading/sandbox/unsafe.js";
import { report } from "../support/report.js";

const page = reportPage(report("Ann <b>"));

test("says the sum, and what waits for a person", () =>
  expect(page).toContain("<strong>1.5 of 8 points</strong>; 5 points of them wait for a person"));

test("has a heading for each question, and a row for each test with a word for a lost point", () => {
  expect(page.match(/<h\d>.*<\/h\d>/g)).toEqual([
    "<h1>hw1: Ann &lt;b&gt;</h1>",
    "<h2>curve: 1.5 of 3 points</h2>",
    "<h2>words: 5 points to be given by hand</h2>",
  ]);
  expect(page).toContain("<td>✔ 1.5 of 1.5</td><td>it is flat at the minimum</td>");
  expect(page).toContain(
    "<td>✘ 0 of 1.5</td><td>E &lt; 0 &amp; F &gt; 0<br><em>Lost:</em> curve(1)",
  );
});

test("what a submission says is text, never part of the page", () => {
  expect(page).not.toContain("<script");
  expect(page).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
});

test("can be read aloud: language, title, headings of columns", () => {
  expect(page).toMatch(/<html lang="en">/);
  expect(page).toContain("<title>hw1: Ann &lt;b&gt;</title>");
  expect(page.match(/<th scope="col">/g)!.length).toBe(2);
});

test("says at its top when there was no sandbox", () => {
  expect(page).not.toContain("NO SANDBOX");
  const unsafe = reportPage({ ...report("ann"), sandbox: [UNSAFE] });
  expect(unsafe.indexOf("NO SANDBOX")).toBeLessThan(unsafe.indexOf("<h2>"));
});
