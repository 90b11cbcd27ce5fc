package main

import (
	"fmt"
	"math/big"
	"strings"
)

// A small account syncer, standing in for yours: the four rules and the nine metrics, nothing else.

const prefix = "grinder_account_sync"

var rules = []string{"ts_regression", "duplicate_key", "negative_qty", "orphan_order"}
var reasons = []string{"timeout", "auth", "rate_limit", "network", "parse", "unknown"}

type Position struct {
	Symbol string `json:"symbol"`
	Side   string `json:"side"`
	Qty    string `json:"qty"`
}

type Order struct {
	OrderID   string `json:"order_id"`
	Price     string `json:"price"`
	Qty       string `json:"qty"`
	FilledQty string `json:"filled_qty"`
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

type MySyncer struct {
	lastTs, lastWallTs    int64
	positions, openOrders int
	pendingNotional       *big.Rat
	errors, mismatches    map[string]int
}

func newSyncer() *MySyncer {
	return &MySyncer{pendingNotional: new(big.Rat), errors: map[string]int{}, mismatches: map[string]int{}}
}

// check reports what does not fit. A snapshot that is too old moves nothing but the counters.
func (s *MySyncer) check(snapshot *Snapshot, known *[]string, now int64) []Finding {
	found := s.find(snapshot, known)
	s.lastWallTs = now
	for _, finding := range found {
		s.mismatches[finding.Rule]++
	}
	if !s.isRegression(snapshot) {
		s.lastTs = snapshot.Ts
		s.positions, s.openOrders = len(snapshot.Positions), len(snapshot.OpenOrders)
		s.pendingNotional = pendingNotional(snapshot.OpenOrders)
	}
	return found
}

func (s *MySyncer) isRegression(snapshot *Snapshot) bool {
	empty := snapshot.Ts == 0 && len(snapshot.Positions) == 0 && len(snapshot.OpenOrders) == 0
	return snapshot.Ts < s.lastTs && !empty
}

func (s *MySyncer) find(snapshot *Snapshot, known *[]string) []Finding {
	found := []Finding{}
	add := func(rule, detail string) { found = append(found, Finding{rule, detail}) }
	if s.isRegression(snapshot) {
		add("ts_regression", fmt.Sprintf("ts %d is before %d", snapshot.Ts, s.lastTs))
	}
	seen := map[string]bool{}
	for _, row := range snapshot.Positions {
		key := "position " + row.Symbol + " " + row.Side
		if seen[key] {
			add("duplicate_key", key+" appears again")
		}
		seen[key] = true
	}
	for _, row := range snapshot.OpenOrders {
		key := "order " + row.OrderID
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
		if decimal(row.Qty).Sign() < 0 {
			add("negative_qty", "order "+row.OrderID+" has qty "+row.Qty)
		}
	}
	if known == nil {
		return found
	}
	isKnown := map[string]bool{}
	for _, id := range *known {
		isKnown[id] = true
	}
	for _, row := range snapshot.OpenOrders {
		if !isKnown[row.OrderID] {
			add("orphan_order", "order "+row.OrderID+" is not known")
		}
	}
	return found
}

// metrics is the Prometheus text, as the /metrics endpoint serves it.
func (s *MySyncer) metrics(now int64) string {
	var text strings.Builder
	head := func(name, kind, help string) string {
		full := prefix + "_" + name
		fmt.Fprintf(&text, "# HELP %s %s\n# TYPE %s %s\n", full, help, full, kind)
		return full
	}
	gauge := func(name, help, value string) {
		fmt.Fprintf(&text, "%s %s\n", head(name, "gauge", help), value)
	}
	counter := func(name, help, label string, keys []string, counts map[string]int) {
		full := head(name, "counter", help)
		for _, key := range keys {
			fmt.Fprintf(&text, "%s{%s=%q} %d\n", full, label, key, counts[key])
		}
	}
	since := func(ms int64) string {
		if ms == 0 {
			return "0"
		}
		return fmt.Sprint(float64(now-ms) / 1000)
	}
	gauge("last_ts", "Data timestamp in Unix ms", fmt.Sprint(s.lastTs))
	gauge("last_wall_ts", "Wall clock of the last sync in Unix ms", fmt.Sprint(s.lastWallTs))
	gauge("age_seconds", "Seconds since last_wall_ts", since(s.lastWallTs))
	gauge("data_age_seconds", "Seconds since last_ts", since(s.lastTs))
	counter("errors_total", "Failed syncs", "reason", reasons, s.errors)
	counter("mismatches_total", "Mismatches found", "rule", rules, s.mismatches)
	gauge("positions_count", "Positions", fmt.Sprint(s.positions))
	gauge("open_orders_count", "Open orders", fmt.Sprint(s.openOrders))
	gauge("pending_notional", "Price times what is left", s.pendingNotional.FloatString(18))
	return text.String()
}

func pendingNotional(orders []Order) *big.Rat {
	sum := new(big.Rat)
	for _, row := range orders {
		rest := new(big.Rat).Sub(decimal(row.Qty), decimal(row.FilledQty))
		if rest.Sign() > 0 {
			sum.Add(sum, rest.Mul(rest, decimal(row.Price)))
		}
	}
	return sum
}

func decimal(text string) *big.Rat {
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("not a decimal: " + text)
	}
	return value
}
