const require_bundled_zip_source = require("./shared-bundled-zip-source.js");
const require_field_reader = require("./shared-field-reader.js");
const require_parse_history = require("./shared-parse-history.js");
// src/evidence/read/zip-entry.ts
var import_yauzl = require_bundled_zip_source.require_yauzl();
const METHODS = {
	stored: 0,
	deflated: 8
};
const FLAGS = {
	encrypted: 1,
	deflateLevel: 6,
	descriptor: 8,
	utf8: 2048
};
const KNOWN_FLAGS = FLAGS.encrypted | FLAGS.deflateLevel | FLAGS.descriptor | FLAGS.utf8;
const REFUSED_EXTRAS = {
	1: "zip64 is not supported",
	28789: "it has a second name"
};
const HARMLESS_EXTRAS = new Set([
	10,
	21589,
	22613,
	30805,
	30837
]);
const MOST_PATH_CHARACTERS = 1e3;
const OTHER_ON_WINDOWS = /["*:<>?\\|]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[. ][^/]*)?(?:\/|$)/i;
const MS_DOS_NO_FILE = 24;
const UNIX_KIND = 61440;
const UNIX_FILE = 32768;
const WRONG_SIZE = "it does not have the size that the zip says";
function plainEntry(header) {
	const path = header.fileNameRaw.toString("latin1");
	const parts = path.split("/");
	if (parts.at(-1) === "" && parts.length > 1) parts.pop();
	if (!(path.length <= MOST_PATH_CHARACTERS && /^[ -~]+$/.test(path) && !OTHER_ON_WINDOWS.test(path) && (0, import_yauzl.validateFileName)(path) === null) || parts.some((part) => part === "" || part === "." || part === "..")) throw new Error(`${require_field_reader.quoted(path)} is not the name of an evidence file`);
	for (const { id } of header.extraFields) refuseExtra(path, id);
	if ((header.generalPurposeBitFlag & ~KNOWN_FLAGS) !== 0) throw new Error(`${path}: an unknown flag is set`);
	if (path.endsWith("/") && header.uncompressedSize > 0) throw new Error(`${path}: a directory with content`);
	return {
		path,
		header
	};
}
function checkLocalExtra(path, extra) {
	let at = 0;
	while (at + 4 <= extra.length) {
		refuseExtra(path, extra.readUInt16LE(at));
		at += 4 + extra.readUInt16LE(at + 2);
	}
	if (at !== extra.length) throw new Error(`${path}: an extra field before its data is cut short`);
}
function refuseExtra(path, id) {
	if (HARMLESS_EXTRAS.has(id)) return;
	const what = REFUSED_EXTRAS[id] ?? `it has an extra field 0x${id.toString(16).padStart(4, "0")}`;
	throw new Error(`${path}: ${what}`);
}
function isFileEntry({ path, header }) {
	const attributes = header.externalFileAttributes;
	const kind = attributes >>> 16 & UNIX_KIND;
	return !path.endsWith("/") && (kind === 0 || kind === UNIX_FILE) && (attributes & MS_DOS_NO_FILE) === 0;
}
function hasDescriptor({ header }) {
	return (header.generalPurposeBitFlag & FLAGS.descriptor) !== 0;
}
function unpack({ header }, data) {
	if (header.isEncrypted()) throw new Error("it is encrypted");
	const content = decompress(header.compressionMethod, data, header.uncompressedSize);
	if (content.length !== header.uncompressedSize) throw new Error(WRONG_SIZE);
	if ((0, require("node:zlib").crc32)(content) !== header.crc32) throw new Error("it does not have the CRC that the zip says");
	return content;
}
function decompress(method, data, size) {
	if (method === METHODS.stored) return data;
	if (method !== METHODS.deflated) throw new Error(`it is packed by method ${method}, not stored or deflated`);
	const { buffer, taken } = inflate(data, size);
	if (taken !== data.length) throw new Error("bytes follow its packed data");
	return buffer;
}
function inflate(data, most) {
	try {
		const inflated = (0, require("node:zlib").inflateRawSync)(data, {
			info: true,
			maxOutputLength: Math.max(most, 1)
		});
		if (require_field_reader.isRecord(inflated) && require_field_reader.isRecord(inflated.engine) && inflated.buffer instanceof Uint8Array) return {
			buffer: inflated.buffer,
			taken: inflated.engine.bytesWritten
		};
	} catch (cause) {
		const isTooMuch = require_field_reader.systemCodeOf(cause) === "ERR_BUFFER_TOO_LARGE";
		throw new Error(isTooMuch ? WRONG_SIZE : `its packed data is damaged: ${require_field_reader.messageOf(cause)}`, { cause });
	}
	throw new Error("its packed data cannot be read");
}
// src/evidence/read/zip-layout.ts
const DIRECTORY_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;
function checkLayout(zip, entries) {
	const directorySize = entries.reduce((sum, { header }) => sum + directoryHeaderBytes(header), 0);
	const directoryAt = zip.length - END_RECORD_BYTES - directorySize;
	if (!zip.subarray(zip.length - END_RECORD_BYTES).equals(endRecord(entries.length, directorySize, directoryAt))) throw new Error("its end record does not fit its central directory");
	const sorted = [...entries].sort((a, b) => offsetOf(a) - offsetOf(b));
	const starts = [...sorted.map(offsetOf), directoryAt];
	if (starts[0] !== 0) throw new Error("bytes that belong to no file stand before the first");
	for (const [index, entry] of sorted.entries()) {
		checkLocalHeader(entry);
		checkBehind(zip, entry, starts[index + 1] ?? 0);
	}
}
function directoryHeaderBytes(header) {
	const { fileNameLength, extraFieldLength, fileCommentLength } = header;
	return DIRECTORY_HEADER_BYTES + fileNameLength + extraFieldLength + fileCommentLength;
}
function offsetOf({ header }) {
	return header.relativeOffsetOfLocalHeader;
}
function checkLocalHeader(entry) {
	const { header, local, path } = entry;
	const later = hasDescriptor(entry);
	const fits = (before, listed) => before === listed || later && before === 0;
	if (!(local.fileName.equals(header.fileNameRaw) && local.generalPurposeBitFlag === header.generalPurposeBitFlag && local.compressionMethod === header.compressionMethod && fits(local.crc32, header.crc32) && fits(local.compressedSize, header.compressedSize) && fits(local.uncompressedSize, header.uncompressedSize))) throw new Error(`${path}: its two headers do not agree`);
	checkLocalExtra(path, local.extraField);
}
function checkBehind(zip, entry, next) {
	const { header, local, path } = entry;
	const endOfData = local.fileDataStart + header.compressedSize;
	if (next < endOfData) throw new Error(`${path}: its data reaches into what follows`);
	const behind = zip.subarray(endOfData, next);
	const descriptor = Buffer.alloc(16);
	descriptor.writeUInt32LE(134695760, 0);
	descriptor.writeUInt32LE(header.crc32, 4);
	descriptor.writeUInt32LE(header.compressedSize, 8);
	descriptor.writeUInt32LE(header.uncompressedSize, 12);
	if (!(hasDescriptor(entry) ? behind.equals(descriptor) || behind.equals(descriptor.subarray(4)) : behind.length === 0)) throw new Error(`${path}: what follows its data does not belong there`);
}
function endRecord(count, directorySize, directoryAt) {
	const record = Buffer.alloc(END_RECORD_BYTES);
	record.writeUInt32LE(101010256, 0);
	record.writeUInt16LE(count, 8);
	record.writeUInt16LE(count, 10);
	record.writeUInt32LE(directorySize, 12);
	record.writeUInt32LE(directoryAt, 16);
	return record;
}
// src/evidence/read/zip-source.ts
const MOST_ENTRIES = 1e3;
async function zipSource(path, zip) {
	try {
		const entries = withoutImplied(await readEntries(zip));
		const above = commonDirectory(entries);
		const files = new Map(entries.map((entry) => [entry.path.slice(above.length), entry]));
		return {
			path,
			entries: topOf(files),
			read: (name) => {
				const entry = files.get(name);
				if (entry === void 0) throw new Error("it is not in the zip");
				const { fileDataStart } = entry.local;
				return unpack(entry, zip.subarray(fileDataStart, fileDataStart + entry.header.compressedSize));
			}
		};
	} catch (cause) {
		const what = `${require_field_reader.printable(path)}: not a zip to rely on: ${require_field_reader.printable(require_field_reader.messageOf(cause)).replace(/\.$/, "")}`;
		throw new require_field_reader.DrillError("bad_input", `${what}; give the zip as it was downloaded, or a directory`, { cause });
	}
}
async function readEntries(zip) {
	const opened = await (0, import_yauzl.fromBufferPromise)(zip, { decodeStrings: false });
	if (opened.entryCount > MOST_ENTRIES) throw new Error(`it holds more than ${MOST_ENTRIES} files`);
	const entries = [];
	for await (const header of opened.eachEntry()) entries.push({
		...plainEntry(header),
		local: await opened.readLocalFileHeaderPromise(header)
	});
	refuseRepeated(entries.map(({ path }) => path));
	const unpacked = entries.reduce((sum, { header }) => sum + header.uncompressedSize, 0);
	if (unpacked > 67108864) throw new Error(`it unpacks to ${unpacked} bytes`);
	checkLayout(zip, entries);
	return entries;
}
function refuseRepeated(paths) {
	const spelled = new Map();
	const whole = new Set();
	for (const path of paths) {
		if (whole.has(path)) throw new Error(`${path}: it is there twice`);
		whole.add(path);
		const parts = path.replace(/\/$/, "").split("/");
		for (const [index] of parts.entries()) {
			const name = parts.slice(0, index + 1).join("/");
			const other = spelled.get(require_parse_history.sameNameAs(name)) ?? name;
			if (other !== name) throw new Error(`${path}: it is there twice, but for capitals: ${other}`);
			spelled.set(require_parse_history.sameNameAs(name), name);
		}
	}
}
function withoutImplied(entries) {
	const isImplied = ({ path }) => path.endsWith("/") && entries.some((other) => other.path !== path && other.path.startsWith(path));
	return entries.filter((entry) => !isImplied(entry));
}
function commonDirectory(entries) {
	const [first = "", ...others] = entries.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
	return others.reduce((common, directory) => {
		let shorter = common;
		while (!directory.startsWith(shorter)) shorter = shorter.slice(0, shorter.lastIndexOf("/", shorter.length - 2) + 1);
		return shorter;
	}, first);
}
function topOf(files) {
	const top = new Map();
	for (const [path, entry] of files) {
		const [name = path, ...below] = path.split("/");
		const isFile = below.length === 0 && isFileEntry(entry) && !top.has(name);
		top.set(name, { isFile });
	}
	return top;
}
exports.zipSource = zipSource;
