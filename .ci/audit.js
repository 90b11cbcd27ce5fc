// Asks npm for known vulnerabilities in what package-lock.json names, and ends with 1 where there are any. Some
// registries have no audit endpoint: that is said aloud, since it is no 0.
import { spawnSync } from "node:child_process";

const { stdout } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8", maxBuffer: 1 << 26 });
const { line, exitCode } = verdictOn(parsed(stdout));
console.log(line);
process.exitCode = exitCode;

function verdictOn({ metadata, vulnerabilities, message, statusCode }) {
  const total = metadata?.vulnerabilities?.total;
  if (Number.isInteger(total)) {
    const line = `npm audit: ${total} vulnerabilities in ${metadata.dependencies?.total} packages`;
    const names = Object.keys(vulnerabilities ?? {}).join(", ");
    return total === 0 ? { line, exitCode: 0 } : { line: `${line}: ${names}`, exitCode: 1 };
  }
  if (typeof message !== "string") return { line: "npm audit: no answer that can be read", exitCode: 1 };
  const why =
    statusCode === undefined ? "the registry was not reached" : `the registry answers ${statusCode}`;
  return { line: `left out: npm audit was not asked (${why})`, exitCode: 0 };
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
