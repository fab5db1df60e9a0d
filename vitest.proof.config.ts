import { defineConfig } from "vitest/config";

/** Hours-long proofs: run by hand, before a release. */
export default defineConfig({
  test: { include: ["src/**/*.proof.ts", "train/**/*.proof.ts", "test/**/*.proof.ts"], testTimeout: 0, hookTimeout: 0 },
});
