import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    // Tests assert no times: a slow or busy machine may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
