const UNITS = { y: 31_536_000, w: 604_800, d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001 } as const;
const WHOLE = /^(?:\d+(?:ms|[ywdhms]))+$/;

/** The seconds of a duration as Prometheus and Alertmanager print it (`15s`, `1m30s`, `30d`, `0`), or null where it is none. */
export function printedSeconds(text: string): number | null {
  if (text === "0") return 0;
  if (!WHOLE.test(text)) return null;
  return [...text.matchAll(/(\d+)(ms|[ywdhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (isUnit(unit) ? UNITS[unit] : Number.NaN),
    0,
  );
}

/** Seconds as people and Prometheus write them: `15s`, `2m`, `1m30s`, `1h`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds * 1000) / 1000;
  if (whole < 60) return `${whole}s`;
  const parts = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor((whole % 86_400) / 3600), "h"],
    [Math.floor((whole % 3600) / 60), "m"],
    [Math.round(whole % 60), "s"],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count}${unit}`])).join("");
}

function isUnit(unit: string | undefined): unit is keyof typeof UNITS {
  return unit !== undefined && unit in UNITS;
}
