import { JSON_OPTION, option, page, prose, usage } from "./help-text.js";

/** The helps of what is done with evidence: a text for each command. */
export const evidenceHelp = () => ({
  verify: page(
    usage("verify", ["DIR|ZIP", "[--json]"]),
    prose(
      "Holds evidence against its sha256sums.txt and reports every damage: a file that was changed, removed, added or " +
        "replaced, a checksum file that was touched, a fingerprint that is another than the files give. DIR is an " +
        "evidence directory, ZIP the artifact as GitHub serves it.",
    ),
    JSON_OPTION,
  ),
  "attest-predicate": page(
    usage("attest-predicate", ["DIR", "[--url URL]"]),
    prose(
      "Verifies an evidence directory and prints an in-toto test-result predicate (v0.1) of it, for actions/attest " +
        "to sign. Damaged evidence gets none.",
    ),
    option("--url URL", "the page of the run, for the predicate to name"),
  ),
});
