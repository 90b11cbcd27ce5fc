// Preloaded with --require: writes the peak of this process' resident memory, in KiB, to PEAK_MEMORY_FILE as it ends.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(peak())));

// On Linux getrusage still counts the process that started this one; the kernel's own mark begins with this program.
function peak() {
  try {
    return Number(/^VmHWM:\s+([0-9]+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
