import { alertPack } from "../rules/alert-pack.js";
import type { AlertRule } from "../rules/alert-rule.js";
import { durationSeconds } from "../rules/duration.js";
import type { PackSettings } from "../rules/pack-settings.js";
import { printedSeconds } from "./prometheus/prometheus-duration.js";

/** The pack that should be there, with the same settings as it was printed with. */
export interface ExpectedPack {
  readonly settings: PackSettings;
  readonly alerts: readonly ExpectedAlert[];
  /** Every metric that an expression of it uses. */
  readonly metrics: readonly string[];
  /** Seconds that an increase is to be seen in, less those that it must last: no scrape may be this far apart. */
  readonly spikeRoom: number;
}

/** An alert of the pack; durations in seconds. */
export interface ExpectedAlert {
  readonly name: string;
  readonly expr: string;
  readonly for: number;
  readonly keepFiringFor: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** What tells of a mismatch by itself; the others tell that nobody looks. */
export const SPIKE = "AccountSyncMismatchSpike";

/** Always fires, for a service outside that pages when it stops. */
export const HEARTBEAT = "AccountSyncWatchdog";

/** The pack with these settings, in the words of the audit. */
export function expectedPack(settings: PackSettings): ExpectedPack {
  const alerts = alertPack(settings).map(expectedAlert);
  const names = alerts.flatMap(
    ({ expr }) => expr.match(new RegExp(`\\b${settings.prefix}_[a-z_]+`, "g")) ?? [],
  );
  return {
    settings,
    alerts,
    metrics: [...new Set(names)].sort(),
    spikeRoom: durationSeconds(settings.spikeWindow) - durationSeconds(settings.spikeFor),
  };
}

type Rule = Omit<AlertRule, "for"> & { readonly for?: string; readonly keep_firing_for?: string };

function expectedAlert({ alert, expr, labels, for: wait, keep_firing_for: keep }: Rule): ExpectedAlert {
  return { name: alert, expr, labels, for: secondsOf(wait), keepFiringFor: secondsOf(keep) };
}

function secondsOf(duration: string | undefined): number {
  return printedSeconds(duration ?? "0") ?? 0;
}
