import { expect, test, vi } from "vitest";
import { createOutputs } from "../../src/kernel/outputs.js";
import type { Header } from "../../src/kernel/wire.js";

const header = (id: string): Header => ({ msg_id: id }) as Header;

function recorder() {
  const sent: [type: string, text: unknown, parent: string | undefined][] = [];
  const outputs = createOutputs((type, content, parent) =>
    sent.push([type, (content as { text?: string }).text ?? content, parent?.msg_id]),
  );
  return { sent, outputs };
}

test("text of one kind is collected, and order is kept between kinds and cells", () => {
  const { sent, outputs } = recorder();
  outputs.open(1, header("a"));
  outputs.stream(1, "stdout", "1");
  outputs.stream(1, "stdout", "2");
  outputs.stream(1, "stderr", "3");
  outputs.display(1, { data: {}, metadata: {} }, false);
  outputs.open(2, header("b"));
  outputs.stream(1, "stdout", "4");
  outputs.stream(2, "stdout", "5");
  outputs.flush();
  expect(sent.map(([type, text, parent]) => [type, type === "stream" ? text : "", parent])).toEqual(
    [
      ["stream", "12", "a"],
      ["stream", "3", "a"],
      ["display_data", "", "a"],
      ["stream", "4", "a"],
      ["stream", "5", "b"],
    ],
  );
});

test("collected text leaves by itself, without waiting for the end of the cell", () => {
  vi.useFakeTimers();
  const { sent, outputs } = recorder();
  outputs.open(1, header("a"));
  outputs.stream(1, "stdout", "still computing");
  expect(sent).toHaveLength(0);
  vi.advanceTimersByTime(100);
  expect(sent).toHaveLength(1);
  vi.useRealTimers();
});

test("a silent cell shows nothing", () => {
  const { sent, outputs } = recorder();
  outputs.open(1, undefined);
  outputs.stream(1, "stdout", "x");
  outputs.display(1, { data: {}, metadata: {} }, false);
  outputs.flush();
  expect(sent).toHaveLength(0);
});

test("after 20 MB of text the rest of a cell is not shown, and that is said once", () => {
  const { sent, outputs } = recorder();
  outputs.open(1, header("a"));
  for (let i = 0; i < 30; i++) outputs.stream(1, "stdout", "x".repeat(1_000_000));
  outputs.flush();
  const shown = sent.map(([, text]) => text as string).join("");
  expect(shown.lastIndexOf("xxx") - shown.indexOf("xxx") + 3).toBe(20_000_000);
  expect(shown.match(/the rest is not shown/g)).toHaveLength(1);
  outputs.open(2, header("b"));
  outputs.stream(2, "stdout", "the next cell is shown");
  outputs.flush();
  expect(sent.at(-1)).toEqual(["stream", "the next cell is shown", "b"]);
});
