import { writeFileSync } from "node:fs";

/** Puts a configuration in its place that cannot be loaded. */
export function spoilConfiguration(file: string): void {
  writeFileSync(file, "no_such_key: true\n");
}

/** Has a server load its configuration again; that it fails is the point. */
export async function reload(server: string): Promise<void> {
  await fetch(`${server}/-/reload`, { method: "POST" });
}

/** Silences what a matcher takes, for an hour. */
export async function postSilence(
  alertmanager: string,
  matcher: { name: string; value: string; isRegex: boolean },
) {
  await post(`${alertmanager}/api/v2/silences`, {
    matchers: [{ ...matcher, isEqual: true }],
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    createdBy: "max",
    comment: "maintenance",
  });
}

/** Has an alert with these labels active for ten minutes. */
export async function postAlerts(alertmanager: string, ...all: Readonly<Record<string, string>>[]) {
  const endsAt = new Date(Date.now() + 600_000).toISOString();
  await post(
    `${alertmanager}/api/v2/alerts`,
    all.map((labels) => ({ labels, endsAt })),
  );
}

async function post(url: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
