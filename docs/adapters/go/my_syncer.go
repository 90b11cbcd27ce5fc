package main

import (
	"fmt"
	"sort"
)

// A small account syncer, standing in for yours: positions, orders and ids compared, with a grace for what is in flight.

var rules = []string{
	"ts_regression", "duplicate_key", "negative_qty", "impossible_fill",
	"orphan_order", "missing_order", "order_mismatch", "position_mismatch",
}

const futureMs = 300_000

type Position struct {
	Symbol     string `json:"symbol"`
	Side       string `json:"side"`
	Qty        string `json:"qty"`
	MarginMode string `json:"margin_mode"`
	Ts         *int64 `json:"ts"`
}

type Order struct {
	OrderID       string  `json:"order_id"`
	ClientOrderID string  `json:"client_order_id"`
	Symbol        string  `json:"symbol"`
	Side          string  `json:"side"`
	Price         string  `json:"price"`
	Qty           *string `json:"qty"`
	FilledQty     *string `json:"filled_qty"`
	Ts            *int64  `json:"ts"`
}

type Snapshot struct {
	Positions  []Position `json:"positions"`
	OpenOrders []Order    `json:"open_orders"`
	Ts         int64      `json:"ts"`
}

type Finding struct {
	Rule   string `json:"rule"`
	Detail string `json:"detail"`
}

// Settle is how often in a row, and for how long, a difference of two sides must last.
type Settle struct {
	Syncs int   `json:"syncs"`
	Ms    int64 `json:"ms"`
}

type lasting struct {
	since int64
	syncs int
}

// row is what is compared with the same row of the snapshot before.
type row struct {
	ts     *int64
	filled *string
}

type MySyncer struct {
	metrics *MyMetrics
	settle  Settle
	lastTs  int64
	rows    map[string]row
	lasting map[string]lasting
}

func newSyncer(settle Settle) *MySyncer {
	return &MySyncer{metrics: newMetrics(), settle: settle, rows: map[string]row{}, lasting: map[string]lasting{}}
}

// check reports what does not fit. A snapshot that is too old moves nothing but the counters.
func (s *MySyncer) check(snapshot *Snapshot, known *Known, now int64) []Finding {
	regressed := s.isRegression(snapshot)
	found := append(s.oneSided(snapshot, regressed, now), s.settled(differences(snapshot, known), now, regressed)...)
	place := map[string]int{}
	for at, rule := range rules {
		place[rule] = at
	}
	sort.SliceStable(found, func(a, b int) bool { return place[found[a].Rule] < place[found[b].Rule] })
	s.metrics.found(found, now)
	if !regressed {
		s.lastTs, s.rows = snapshot.Ts, rowsOf(snapshot)
		s.metrics.accepted(snapshot)
	}
	return found
}

func (s *MySyncer) isRegression(snapshot *Snapshot) bool {
	empty := snapshot.Ts == 0 && len(snapshot.Positions) == 0 && len(snapshot.OpenOrders) == 0
	return snapshot.Ts < s.lastTs && !empty
}

func (s *MySyncer) oneSided(snapshot *Snapshot, regressed bool, now int64) []Finding {
	found := []Finding{}
	add := func(rule, detail string) { found = append(found, Finding{rule, detail}) }
	if regressed {
		add("ts_regression", fmt.Sprintf("ts %d is before %d", snapshot.Ts, s.lastTs))
	} else {
		for key, after := range rowsOf(snapshot) {
			if before, ok := s.rows[key]; ok && wentBack(before, after, now) {
				add("ts_regression", key+" went back")
			}
		}
	}
	seen := map[string]bool{}
	for _, key := range keysOf(snapshot) {
		if seen[key] {
			add("duplicate_key", key+" appears again")
		}
		seen[key] = true
	}
	for _, row := range snapshot.Positions {
		if decimal(row.Qty).Sign() < 0 {
			add("negative_qty", "position "+row.Symbol+" has qty "+row.Qty)
		}
	}
	for _, row := range snapshot.OpenOrders {
		if row.Qty != nil && decimal(*row.Qty).Sign() < 0 {
			add("negative_qty", "order "+row.OrderID+" has qty "+*row.Qty)
		}
		if isImpossible(row) {
			add("impossible_fill", "order "+row.OrderID+" has filled "+*row.FilledQty)
		}
	}
	return found
}

// settled are those of the differences that have lasted. A snapshot that is too old lets nothing settle.
func (s *MySyncer) settled(differs []Difference, now int64, regressed bool) []Finding {
	found := []Finding{}
	next := map[string]lasting{}
	for _, one := range differs {
		lasted, ok := s.lasting[one.key]
		if !ok {
			lasted = lasting{since: now}
		}
		if !regressed {
			lasted.syncs++
		}
		next[one.key] = lasted
		atOnce := s.settle.Syncs == 1 && s.settle.Ms == 0
		if atOnce || lasted.syncs >= s.settle.Syncs && now-lasted.since >= s.settle.Ms {
			found = append(found, one.finding)
		}
	}
	if !regressed {
		s.lasting = next
	}
	return found
}

func positionKey(symbol, side, mode string) string {
	return "position " + symbol + " " + side + " " + mode
}

func orderKey(symbol, id string) string { return "order " + symbol + " " + id }

func keysOf(snapshot *Snapshot) []string {
	keys := []string{}
	for _, row := range snapshot.Positions {
		keys = append(keys, positionKey(row.Symbol, row.Side, row.MarginMode))
	}
	for _, row := range snapshot.OpenOrders {
		keys = append(keys, orderKey(row.Symbol, row.OrderID))
	}
	return keys
}

// rowsOf are the rows by their key, to be compared with the next; not those that are there twice.
func rowsOf(snapshot *Snapshot) map[string]row {
	times := map[string]int{}
	for _, key := range keysOf(snapshot) {
		times[key]++
	}
	rows := map[string]row{}
	for _, one := range snapshot.Positions {
		rows[positionKey(one.Symbol, one.Side, one.MarginMode)] = row{ts: one.Ts}
	}
	for _, one := range snapshot.OpenOrders {
		filled := one.FilledQty
		if isImpossible(one) {
			filled = nil
		}
		rows[orderKey(one.Symbol, one.OrderID)] = row{ts: one.Ts, filled: filled}
	}
	for key, count := range times {
		if count > 1 {
			delete(rows, key)
		}
	}
	return rows
}

func wentBack(before, after row, now int64) bool {
	sound := func(ts *int64) bool { return ts != nil && *ts <= now+futureMs }
	if sound(before.ts) && sound(after.ts) && *after.ts < *before.ts {
		return true
	}
	return before.filled != nil && after.filled != nil && decimal(*after.filled).Cmp(decimal(*before.filled)) < 0
}

// isImpossible is a fill below zero, or above a quantity that is said and sound.
func isImpossible(row Order) bool {
	if row.FilledQty == nil {
		return false
	}
	filled := decimal(*row.FilledQty)
	if filled.Sign() < 0 || row.Qty == nil {
		return filled.Sign() < 0
	}
	qty := decimal(*row.Qty)
	return qty.Sign() >= 0 && filled.Cmp(qty) > 0
}
