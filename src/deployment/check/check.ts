/** The way of a page, in the order in which a mismatch travels it. */
export const SECTIONS = ["scraped", "rules", "sent", "routed", "delivered"] as const;
/** One of {@link SECTIONS}. */
export type Section = (typeof SECTIONS)[number];

/** One thing that must hold between an exporter and a person, and what was seen of it. */
export interface Check {
  /** `scraped.interval`: stable, for machines. */
  readonly id: string;
  readonly section: Section;
  /** `warned` for what pages, but not as it should; `skipped` for what could not be seen. */
  readonly status: "passed" | "failed" | "warned" | "skipped";
  /** One line in the user's words: the job, the receiver, the matcher. */
  readonly says: string;
  /** Why so: expected and seen, the cause. */
  readonly why: readonly string[];
  /** What to do, in a few words; null where nothing is to be done. */
  readonly cure: string | null;
  /** Whether without this nobody can say that the alarm rings: the run is incomplete then. */
  readonly isEssential: boolean;
}

/** One server's part of the way. */
export interface AuditPart {
  /** `Scraped (Prometheus 2.42.0)` */
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Makes the checks of one section. */
export function checksIn(section: Section) {
  const make =
    (status: Check["status"]) =>
    (name: string, says: string, why: readonly string[] = [], cure: string | null = null) =>
      ({ id: `${section}.${name}`, section, status, says, why, cure, isEssential: false }) satisfies Check;
  return {
    passed: make("passed"),
    failed: make("failed"),
    warned: make("warned"),
    skipped: make("skipped"),
    /** What must be seen for a verdict, and was not. */
    unseen: (name: string, says: string, why: readonly string[] = []): Check => ({
      ...make("skipped")(name, says, why),
      isEssential: true,
    }),
  };
}

/** How many checks passed, failed, warned and were skipped. */
export function countsOf(checks: readonly Check[]): Readonly<Record<Check["status"], number>> {
  const count = (wanted: Check["status"]) => checks.filter(({ status }) => status === wanted).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    warned: count("warned"),
    skipped: count("skipped"),
  };
}

/** `3 alerts`, `1 alert`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The first few of a list, and how many more there are. */
export function few(items: readonly string[], most = 3): string {
  const more = items.length - most;
  return items.slice(0, most).join(", ") + (more > 0 ? `, and ${more} more` : "");
}
