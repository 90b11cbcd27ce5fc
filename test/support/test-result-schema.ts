/**
 * The published field list of an in-toto test-result predicate, v0.1, as a JSON Schema. Written from
 * https://github.com/in-toto/attestation: spec/predicates/test-result.md (fields), spec/v1/resource_descriptor.md
 * (one of `uri`, `digest`, `content` is a must), spec/v1/digest_set.md (names and encodings of digests). Unlike the
 * specification it refuses fields that it does not know, so that a misspelt one is seen.
 */
export const TEST_RESULT_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["result", "configuration"],
  properties: {
    result: { enum: ["PASSED", "WARNED", "FAILED"] },
    configuration: { type: "array", items: { $ref: "#/definitions/resourceDescriptor" } },
    url: { type: "string", format: "uri" },
    passedTests: { $ref: "#/definitions/testNames" },
    warnedTests: { $ref: "#/definitions/testNames" },
    failedTests: { $ref: "#/definitions/testNames" },
  },
  definitions: {
    testNames: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
    resourceDescriptor: {
      type: "object",
      additionalProperties: false,
      anyOf: [{ required: ["uri"] }, { required: ["digest"] }, { required: ["content"] }],
      properties: {
        name: { type: "string" },
        uri: { type: "string", format: "uri" },
        digest: { $ref: "#/definitions/digestSet" },
        content: { type: "string", format: "byte" },
        downloadLocation: { type: "string", format: "uri" },
        mediaType: { type: "string" },
        annotations: { type: "object" },
      },
    },
    digestSet: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: {
        sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
        gitCommit: { type: "string", pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$" },
      },
    },
  },
} as const;
