import { expect, it } from "vitest";
import { casesOf, FUZZ_KINDS } from "./support/fuzz/fuzz-kinds.js";
import { lawRunsFrom } from "./support/law-runs.js";
import { temporaryDirectory } from "./support/temp-directory.js";

const { seed, runs } = lawRunsFrom(process.env, 2000);

it.each(FUZZ_KINDS)(`malformed $name end as promised (seed ${seed})`, async (kind) => {
  expect(await kind.run({ seed, runs: casesOf(kind, runs) }, temporaryDirectory())).toBe(null);
});
