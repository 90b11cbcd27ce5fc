package main

import (
	"fmt"
	"math/big"
	"strings"
)

// The metrics of an account syncer as Prometheus text.

const prefix = "grinder_account_sync"

var reasons = []string{"timeout", "auth", "rate_limit", "network", "parse", "unknown"}

type MyMetrics struct {
	lastTs, lastWallTs    int64
	positions, openOrders int
	pendingNotional       *big.Rat
	errors, mismatches    map[string]int
	lastMismatch          map[string]int64
}

func newMetrics() *MyMetrics {
	return &MyMetrics{
		pendingNotional: new(big.Rat),
		errors:          map[string]int{},
		mismatches:      map[string]int{},
		lastMismatch:    map[string]int64{},
	}
}

func (m *MyMetrics) failed(reason string) { m.errors[reason]++ }

// found is told of each fetch that came through, with what it found.
func (m *MyMetrics) found(findings []Finding, now int64) {
	m.lastWallTs = now
	for _, finding := range findings {
		m.mismatches[finding.Rule]++
		m.lastMismatch[finding.Rule] = now
	}
}

func (m *MyMetrics) accepted(snapshot *Snapshot) {
	m.lastTs = snapshot.Ts
	m.positions, m.openOrders = len(snapshot.Positions), len(snapshot.OpenOrders)
	m.pendingNotional = pendingNotional(snapshot.OpenOrders)
}

// text is as the /metrics endpoint serves it.
func (m *MyMetrics) text(now int64) string {
	var text strings.Builder
	head := func(name, kind, help string) string {
		full := prefix + "_" + name
		fmt.Fprintf(&text, "# HELP %s %s\n# TYPE %s %s\n", full, help, full, kind)
		return full
	}
	gauge := func(name, help, value string) {
		fmt.Fprintf(&text, "%s %s\n", head(name, "gauge", help), value)
	}
	// Every series at 0 from the start: increase() cannot see one that is born at 1.
	each := func(name, kind, help, label string, keys []string, value func(string) string) {
		full := head(name, kind, help)
		for _, key := range keys {
			fmt.Fprintf(&text, "%s{%s=%q} %s\n", full, label, key, value(key))
		}
	}
	since := func(ms int64) string {
		if ms == 0 {
			return "0"
		}
		return fmt.Sprint(float64(now-ms) / 1000)
	}
	gauge("last_ts", "Data timestamp in Unix ms", fmt.Sprint(m.lastTs))
	gauge("last_wall_ts", "Wall clock of the last sync in Unix ms", fmt.Sprint(m.lastWallTs))
	gauge("age_seconds", "Seconds since last_wall_ts", since(m.lastWallTs))
	gauge("data_age_seconds", "Seconds since last_ts", since(m.lastTs))
	each("errors_total", "counter", "Failed syncs", "reason", reasons, func(key string) string {
		return fmt.Sprint(m.errors[key])
	})
	each("mismatches_total", "counter", "Mismatches found", "rule", rules, func(key string) string {
		return fmt.Sprint(m.mismatches[key])
	})
	last := "Unix time of the last mismatch, 0 until the first"
	each("last_mismatch_timestamp_seconds", "gauge", last, "rule", rules, func(key string) string {
		return fmt.Sprint(float64(m.lastMismatch[key]) / 1000)
	})
	gauge("positions_count", "Positions", fmt.Sprint(m.positions))
	gauge("open_orders_count", "Open orders", fmt.Sprint(m.openOrders))
	gauge("pending_notional", "Price times what is left", m.pendingNotional.FloatString(18))
	return text.String()
}

// pendingNotional leaves out what has no quantity, and takes no fill for nothing filled.
func pendingNotional(orders []Order) *big.Rat {
	sum := new(big.Rat)
	for _, row := range orders {
		if row.Qty == nil {
			continue
		}
		rest := decimal(*row.Qty)
		if row.FilledQty != nil {
			rest.Sub(rest, decimal(*row.FilledQty))
		}
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
