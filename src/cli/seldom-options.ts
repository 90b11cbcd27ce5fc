// Apart from the commands themselves, which are loaded only where one of them is run.

const SERVERS = {
  prometheus: { type: "string", multiple: true },
  alertmanager: { type: "string", multiple: true },
  receiver: { type: "string" },
} as const;

const SHARED = {
  set: { type: "string", multiple: true },
  targets: { type: "string" },
  "http-config": { type: "string" },
  expect: { type: "string" },
  "artifact-dir": { type: "string" },
  "metrics-file": { type: "string" },
  json: { type: "boolean" },
} as const;

/** The options of `check`. */
export const CHECK_OPTIONS = { ...SERVERS, ...SHARED } as const;

/** The options of `ring`. */
export const RING_OPTIONS = {
  ...SERVERS,
  within: { type: "string" },
  listen: { type: "string" },
  ack: { type: "boolean" },
  ...SHARED,
} as const;

/** The options of `self-test`: none but those of every command. */
export const SELF_TEST_OPTIONS = {} as const;
