import { defineConfig } from "vitest/config";

/** Tests that take seconds each: large inputs, several processes, the whole pipeline over and over. CI runs them too. */
export default defineConfig({
  test: { include: ["src/**/*.slow.ts", "test/**/*.slow.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
});
