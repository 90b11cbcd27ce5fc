const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const DURATION = /^([1-9][0-9]{0,5})([smhd])$/;

/** The seconds of a Prometheus duration of one unit (`90s`, `5m`), or NaN where it is none. */
export function durationSeconds(text: string): number {
  const [, count, unit] = DURATION.exec(text) ?? [];
  return isUnit(unit) ? Number(count) * UNIT_SECONDS[unit] : Number.NaN;
}

function isUnit(unit: string | undefined): unit is keyof typeof UNIT_SECONDS {
  return unit !== undefined && unit in UNIT_SECONDS;
}
