import manifest from "../package.json" with { type: "json" };

/** The version of this package, as package.json says it. */
export const TOOL_VERSION: string = manifest.version;
