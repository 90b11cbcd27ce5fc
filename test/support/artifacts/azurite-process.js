// Azurite's blob server, ending with whoever started it, however that ended.
process.stdin.on("end", () => process.exit()).resume();
await import("azurite/dist/src/blob/main.js");
