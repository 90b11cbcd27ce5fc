import { isRecord } from "../syncer/field-reader.js";

/**
 * Does to the snapshot that was fed what a module did to its copy, so that the drill sees it changed; does nothing
 * where it was left alone.
 */
export function putBack(fed: unknown, changed: unknown): void {
  if (!isRecord(fed) || changed === undefined) return;
  const left = isRecord(changed) ? changed : {};
  for (const name of Object.keys(fed)) if (!Object.hasOwn(left, name)) Reflect.deleteProperty(fed, name);
  for (const [name, value] of Object.entries(left)) {
    Reflect.defineProperty(fed, name, { value, configurable: true, enumerable: true, writable: true });
  }
}
