import type { SyncerIdentity } from "../drill/results.js";
import type { JsonValue } from "../syncer/canonical-json.js";
import { checksThat, type DrillResults } from "./drill-results.js";

/** The type of the predicate (https://github.com/in-toto/attestation, spec/predicates/test-result.md). */
export const PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1";

/** What the evidence beside `results.json` adds. */
export interface AttestedEvidence {
  /** sha256 of the checksum file, which stands for every other file. */
  readonly checksumsSha256: string;
  /** The page of the run; null where there is none. */
  readonly url: string | null;
}

/**
 * An in-toto test-result predicate, v0.1. A skipped check is a warned test: left out of all lists it would not be
 * missed, and a run that skipped something has not done all it was meant to, so it is `WARNED`, not `PASSED`.
 */
export function testResultPredicate(results: DrillResults, evidence: AttestedEvidence): JsonValue {
  const [passedTests, warnedTests, failedTests] = [
    checksThat("passed", results),
    checksThat("skipped", results),
    checksThat("failed", results),
  ];
  const hasFailed = results.hasBrokenOff || failedTests.length > 0;
  return {
    result: hasFailed ? "FAILED" : warnedTests.length > 0 ? "WARNED" : "PASSED",
    configuration: configurationOf(results, evidence),
    ...(evidence.url === null ? {} : { url: evidence.url }),
    passedTests,
    warnedTests,
    failedTests,
  };
}

// Resource descriptors: each needs a uri, a digest or its content (in-toto, spec/v1/resource_descriptor.md).
function configurationOf(results: DrillResults, { checksumsSha256 }: AttestedEvidence): JsonValue[] {
  const { toolVersion, syncer, commit, seed, fingerprint, drills } = results;
  return [
    {
      name: "account-sync-drill",
      uri: `pkg:npm/account-sync-drill@${encodeURIComponent(wellFormed(toolVersion))}`,
      annotations: {
        version: wellFormed(toolVersion),
        drills: drills.map(({ id }) => id),
        ...(seed === null ? {} : { seed }),
      },
    },
    syncerDescriptor(syncer),
    ...(commit !== null && isGitCommit(commit) ? [{ name: "commit", digest: { gitCommit: commit } }] : []),
    { name: "sha256sums.txt", digest: { sha256: checksumsSha256 }, annotations: { fingerprint } },
  ];
}

function syncerDescriptor(syncer: SyncerIdentity): JsonValue {
  const [name, version, language] = [
    wellFormed(syncer.name),
    wellFormed(syncer.version),
    wellFormed(syncer.language),
  ];
  // A package URL of the type for what no registry has.
  const uri = `pkg:generic/${encodeURIComponent(name)}@${encodeURIComponent(version)}`;
  return { name: "syncer", uri, annotations: { name, version, language } };
}

// A surrogate without its partner has no UTF-8, so neither a URI nor protobuf, which attestations are read by, takes it.
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

function isGitCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
