import { describe, expect, it } from "vitest";
import { uploadUnderFreeName } from "../../../src/action/reporting/upload-under-free-name.js";
import { thrownBy } from "../../support/thrown-by.js";

/** A service that throws these one after the other, then takes the upload. */
function serviceThrowing(...failures: readonly unknown[]) {
  const asked: string[] = [];
  const upload = async (name: string) => {
    asked.push(name);
    if (asked.length <= failures.length) throw failures[asked.length - 1];
    return { name, id: "7", digest: "d".repeat(64) };
  };
  return { asked, upload };
}

const CONFLICT = new Error(
  "Failed request: (409) Conflict: an artifact with this name already exists on the workflow run",
);

describe("an upload", () => {
  it("takes the name that it was given", async () => {
    const { asked, upload } = serviceThrowing();
    expect(await uploadUnderFreeName("drill", upload)).toMatchObject({ name: "drill", id: "7" });
    expect(asked).toEqual(["drill"]);
  });

  it.each([
    { name: "a status", failure: new Error("Received non-retryable error: Failed request: (409) Conflict") },
    { name: "words", failure: new Error("an artifact with this name already exists") },
    { name: "what is thrown without an Error", failure: "409 Conflict" },
  ])("takes the next name after a conflict, told by $name", async ({ failure }) => {
    const { upload } = serviceThrowing(failure);
    expect(await uploadUnderFreeName("drill", upload)).toMatchObject({ name: "drill-2" });
  });

  it("is given up when five names are taken", async () => {
    const { asked, upload } = serviceThrowing(...Array.from({ length: 9 }, () => CONFLICT));
    expect(await thrownBy(() => uploadUnderFreeName("drill", upload))).toBe(CONFLICT);
    expect(asked).toEqual(["drill", "drill-2", "drill-3", "drill-4", "drill-5"]);
  });

  it("takes the name that no other process has, where four names are taken", async () => {
    const { asked, upload } = serviceThrowing(...Array.from({ length: 4 }, () => CONFLICT));
    expect(await uploadUnderFreeName("drill", upload, "4f2a")).toMatchObject({ name: "drill-4f2a" });
    expect(asked).toHaveLength(5);
  });

  it.each(["ECONNRESET", "(500) Internal Server Error", "request 14091 failed"])(
    "is given up at once after any other failure: %s",
    async (message) => {
      const failure = new Error(message);
      const { asked, upload } = serviceThrowing(failure);
      expect(await thrownBy(() => uploadUnderFreeName("drill", upload))).toBe(failure);
      expect(asked).toEqual(["drill"]);
    },
  );
});
