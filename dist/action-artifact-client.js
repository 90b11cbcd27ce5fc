const require_bundled_artifact_client = require("./action-bundled-artifact-client.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/action/reporting/artifact-client.ts
/**
* Uploads every file of a directory as a workflow artifact, through GitHub's own client.
*
* @param retentionDays null: the repository's setting.
* @throws whatever the client throws: a network error, a conflict (409).
*/
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
