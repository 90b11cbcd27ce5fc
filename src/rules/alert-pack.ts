import type { AlertRule } from "./alert-rule.js";
import { mismatchMissed, mismatchSpike } from "./mismatch-alerts.js";
import type { PackSettings } from "./pack-settings.js";
import { accountSyncErrors, dataStale, syncStale, targetAbsent } from "./sync-alerts.js";

/** What stands at the top of the pack: which alert answers which question. */
export const PACK_HEADER = [
  "Has the account diverged?  AccountSyncMismatchSpike; AccountSyncMismatchMissed where a restart, a scrape gap or a slow scrape blinds it.",
  "Does the sync still run?   AccountSyncStale; AccountSyncTargetAbsent where nothing is scraped at all.",
  "Is its data fresh?         AccountSyncDataStale.",
  "Does the exchange answer?  AccountSyncErrors.",
] as const;

/** The name of the one group that holds the pack. The order of the alerts matters: Missed looks at what Spike did. */
export const GROUP_NAME = "account-sync";

/** The alerts of the pack, with these settings. */
export function alertPack(settings: PackSettings): readonly AlertRule[] {
  return [mismatchSpike, mismatchMissed, syncStale, dataStale, accountSyncErrors, targetAbsent].map((make) =>
    make(settings),
  );
}
