import { defineConfig } from "vitest/config";

/** The fast tests: no server, no browser, under three minutes. Slow ones end in `.slow.ts`, hours-long proofs in `.proof.ts`. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "train/**/*.test.ts", "bench/**/*.test.ts", "test/**/*.test.ts", "web/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 20_000,
    // Left to itself it keeps one core free, which of two is half the machine.
    maxWorkers: "100%",
  },
});
