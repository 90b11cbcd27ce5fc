import { isRecord } from "../../../src/syncer/field-reader.js";

/** What the results service is asked. */
export type Call = "CreateArtifact" | "FinalizeArtifact";

const NAME = /^[^"<>|*?\\/:\r\n]+$/;

/** The fields of each call (`artifact.proto`), and what they look like. */
const FIELDS: Readonly<Record<Call, Readonly<Record<string, RegExp>>>> = {
  CreateArtifact: { name: NAME, version: /^7$/, mime_type: /^application\/zip$/ },
  FinalizeArtifact: { name: NAME, size: /^[0-9]+$/, hash: /^sha256:[0-9a-f]{64}$/ },
};

const MAY_BE_THERE: Readonly<Record<string, RegExp>> = { expires_at: /^[0-9-]+T[0-9:.]+Z$/ };

/** Everything that is wrong with a call. */
export function faultsOfCall(call: Call, body: unknown, ids: { run: string; job: string }): string[] {
  const fields = isRecord(body) ? body : {};
  const backendIds = {
    workflow_run_backend_id: new RegExp(`^${ids.run}$`),
    workflow_job_run_backend_id: new RegExp(`^${ids.job}$`),
  };
  const required: Readonly<Record<string, RegExp>> = { ...backendIds, ...FIELDS[call] };
  const known = { ...required, ...MAY_BE_THERE };
  return [
    ...Object.keys(required)
      .filter((name) => !(name in fields))
      .map((name) => `${call}: ${name} is missing`),
    ...Object.entries(fields)
      .filter(([name, value]) => known[name]?.test(String(value)) !== true)
      .map(([name, value]) => `${call}: ${name} is ${JSON.stringify(value)}`),
  ];
}
