import { type AccountSnapshot } from "./snapshot.js";
/**
 * Reads an account snapshot in its wire form: snake_case, decimals as text (contract, section 2).
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `open_orders[3].qty`.
 */
export declare function parseSnapshot(value: unknown): AccountSnapshot;
/**
 * {@link parseSnapshot} of JSON text; the counterpart of `renderSnapshot`: `loadSnapshot(renderSnapshot(s))`
 * equals `s`.
 *
 * @throws DrillError `bad_input`, also where the text is not JSON.
 */
export declare function loadSnapshot(text: string): AccountSnapshot;
/**
 * JSON.parse with a one-line coded error.
 *
 * @throws DrillError `bad_input`.
 */
export declare function parseJson(text: string): unknown;
/**
 * Ends a reading: throws where a problem was noted.
 *
 * @throws DrillError `bad_input` with the first problems in its message and all of them in `details`.
 */
export declare function refuseProblems(problems: readonly string[]): void;
