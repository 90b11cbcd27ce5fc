import { describe, expect, it } from "vitest";
import { renderEvidenceRef } from "../../src/evidence/evidence-ref.js";

const FINGERPRINT = "f".repeat(64);

function refOf(evidenceDir: string): string {
  return renderEvidenceRef({ evidenceDir, fingerprint: FINGERPRINT, failure: null });
}

describe("renderEvidenceRef", () => {
  it("puts the keys in the fixed order", () => {
    expect(refOf("out/1")).toBe(
      "EVIDENCE_REF mode=account-sync-drill evidence_dir=out/1 summary=out/1/summary.txt " +
        `sha256sums=out/1/sha256sums.txt fingerprint=${FINGERPRINT}`,
    );
  });

  it("puts status and reason behind the mode where the run failed", () => {
    const line = renderEvidenceRef({ evidenceDir: "out/1", fingerprint: "f", failure: "exit_code_1" });
    expect(line).toBe(
      "EVIDENCE_REF mode=account-sync-drill status=failed reason=exit_code_1 evidence_dir=out/1 " +
        "summary=out/1/summary.txt sha256sums=out/1/sha256sums.txt fingerprint=f",
    );
  });

  it("puts further pairs behind the fixed ones, in the order they are given", () => {
    const more = { run_url: "https://example.test/1", artifact_id: "7" };
    const line = renderEvidenceRef({ evidenceDir: "d", fingerprint: "f", failure: null, more });
    expect(line).toMatch(/ fingerprint=f run_url=https:\/\/example\.test\/1 artifact_id=7$/);
  });

  it.each([
    { name: "a plain path", value: "out/1", shown: "out/1" },
    { name: "a path beyond ASCII", value: "предмет/1", shown: "предмет/1" },
    { name: "an equals sign", value: "a=b", shown: "a=b" },
    { name: "a backslash alone", value: "C:\\out", shown: "C:\\out" },
    { name: "a blank", value: "my out", shown: '"my out"' },
    { name: "a blank beyond ASCII", value: "my\u00a0out", shown: '"my\u00a0out"' },
    { name: "a quote", value: 'a"b', shown: '"a\\"b"' },
    { name: "a backslash beside a blank", value: "C:\\my out\\", shown: '"C:\\\\my out\\\\"' },
    { name: "a newline", value: "a\nb", shown: '"a\\u{a}b"' },
    { name: "a terminal's escape", value: "a\u001b[2Jb", shown: '"a\\u{1b}[2Jb"' },
    { name: "a direction override", value: "a\u202eb", shown: '"a\\u{202e}b"' },
    { name: "an unpaired surrogate", value: "a\ud800b", shown: '"a\\u{d800}b"' },
  ])("shows $name so that the line can be read back", ({ value, shown }) => {
    const line = renderEvidenceRef({
      evidenceDir: "d",
      fingerprint: "f",
      failure: null,
      more: { note: value },
    });
    expect(line.split(" fingerprint=f note=")[1]).toBe(shown);
  });

  it("quotes each path as a whole", () => {
    expect(refOf("my out")).toContain(
      'evidence_dir="my out" summary="my out/summary.txt" sha256sums="my out/',
    );
  });
});
