/**
 * The tests that go outside of their process: they start others, serve on a port, or run dist. All others run in
 * process, where `no-way-outside.ts` lets none of that through; `npm run check` and `npm run watch` run only those.
 */
export const OUTSIDE_TESTS: readonly string[] = [
  "test/action/document.test.ts",
  "test/action/release.test.ts",
  "test/cli/built-*.test.ts",
  "test/cli/drill-syncer.test.ts",
  "test/cli/shell-words.test.ts",
  "test/docs/adapters.test.ts",
  "test/docs/cli.test.ts",
  "test/docs/commands.test.ts",
  "test/docs/drill-your-own.test.ts",
  "test/docs/evidence-format.test.ts",
  "test/docs/examples.test.ts",
  "test/docs/protocol.test.ts",
  "test/docs/rules.test.ts",
  "test/docs/verify-evidence.test.ts",
  "test/evidence/checksums-shell.test.ts",
  "test/fire-drill/alert-drill.test.ts",
  "test/fire-drill/fire-drill-guard.test.ts",
  "test/fire-drill/git-status.test.ts",
  "test/fuzz.test.ts",
  "test/integration/*.test.ts",
  "test/protocol/command-words.test.ts",
  "test/protocol/hostile-programs.test.ts",
  "test/rules/promtool.test.ts",
  "test/rules/timing.test.ts",
  "test/serve/metrics-server.test.ts",
  "test/supply-chain/*.test.ts",
  "test/support/github/github-server.test.ts",
  "test/syncer/fetch-error-reason-real.test.ts",
];
