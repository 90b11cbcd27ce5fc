// What the library exports, and nothing else.
export { DrillError, type DrillErrorCode } from "./errors.js";
export { type SyncEvidenceOptions, writeSyncEvidence } from "./evidence/write/write-sync-evidence.js";
export { type AccountPort, AccountSyncer, type AccountSyncerOptions } from "./syncer/account-syncer.js";
export { canonicalJson, type JsonValue } from "./syncer/canonical-json.js";
export { canonicalOrders, canonicalPositions, renderSnapshot } from "./syncer/canonical-snapshot.js";
export { type CcxtExchange, ccxtPort } from "./syncer/ccxt-port.js";
export { compareDecimals, Decimal, decimal, parseDecimal } from "./syncer/decimal.js";
export type { Known, KnownOrder, KnownPosition } from "./syncer/known.js";
export { REQUIRED_METRICS_PATTERNS, requiredMetricsPatterns } from "./syncer/metric-contract.js";
export { MetricsBuilder, type MetricsOptions } from "./syncer/metrics.js";
export { MISMATCH_RULES, type Mismatch, type MismatchRule } from "./syncer/mismatch-rules.js";
export { type CcxtReading, parseCcxt } from "./syncer/parse-ccxt.js";
export { parseExpected } from "./syncer/parse-expected.js";
export { loadSnapshot, parseSnapshot } from "./syncer/parse-snapshot.js";
export type { Settle } from "./syncer/settling.js";
export type {
  AccountSnapshot,
  MarginMode,
  OpenOrderSnap,
  OrderSide,
  PositionSide,
  PositionSnap,
} from "./syncer/snapshot.js";
export { renderSyncEvidence, renderSyncSummary, type SyncCircumstances } from "./syncer/sync-evidence.js";
export {
  type Clock,
  FETCH_ERROR_REASONS,
  type FetchErrorReason,
  type SyncError,
  type SyncResult,
} from "./syncer/sync-result.js";
