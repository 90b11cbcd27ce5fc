import { durationSeconds } from "../../src/rules/duration.js";
import { DEFAULT_SETTINGS, type PackSettings } from "../../src/rules/pack-settings.js";

/** The pack as shipped, with every duration at a tenth, in a namespace that a route groups by. */
export function settingsAtATenth(): PackSettings {
  const changed = Object.entries(DEFAULT_SETTINGS)
    .filter(([, value]) => typeof value === "string" && !Number.isNaN(durationSeconds(value)))
    .map(([key, value]) => [key, `${durationSeconds(value) / 10}s`]);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(changed), kubernetesNamespace: "trading" };
}

/** A configuration's text with every duration at a tenth. */
export function textAtATenth(text: string): string {
  return text.replace(/(?<=: )[1-9][0-9]*[smh]$/gm, (duration) => `${durationSeconds(duration) * 100}ms`);
}
