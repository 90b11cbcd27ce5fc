const require_bundled_artifact_client = require("./shared-bundled-artifact-client.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
// src/action/reporting/artifact-client.ts
async function uploadDirectory(name, directory, retentionDays) {
	const root = (0, node_path.resolve)(directory);
	const files = (0, node_fs.readdirSync)(root).map((file) => (0, node_path.join)(root, file));
	const options = retentionDays === null ? {} : { retentionDays };
	const { id, digest } = await new require_bundled_artifact_client.DefaultArtifactClient().uploadArtifact(name, files, root, options);
	if (id === void 0 || digest === void 0) throw new Error("the artifact service gave no id or digest");
	return {
		name,
		id: String(id),
		digest
	};
}
exports.uploadDirectory = uploadDirectory;
