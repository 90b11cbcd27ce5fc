package main

import (
	"math/big"
	"sort"
	"strings"
)

// Known is what the system believes; what is nil is not compared.
type Known struct {
	OrderIDs  *[]string        `json:"order_ids"`
	Orders    *[]KnownOrder    `json:"orders"`
	Positions *[]KnownPosition `json:"positions"`
}

type KnownOrder struct {
	OrderID string  `json:"order_id"`
	Symbol  string  `json:"symbol"`
	Side    *string `json:"side"`
	Price   *string `json:"price"`
	Qty     *string `json:"qty"`
}

type KnownPosition struct {
	Symbol     string `json:"symbol"`
	Side       string `json:"side"`
	Qty        string `json:"qty"`
	MarginMode string `json:"margin_mode"`
}

// Difference is what two sides do not agree on: its key makes it the same in the next sync.
type Difference struct {
	key     string
	finding Finding
}

func differ(rule, key, detail string) Difference {
	return Difference{rule + " " + key, Finding{rule, detail}}
}

func differences(snapshot *Snapshot, known *Known) []Difference {
	if known == nil {
		return nil
	}
	found := []Difference{}
	if known.OrderIDs != nil || known.Orders != nil {
		found = append(found, orphans(snapshot.OpenOrders, known)...)
	}
	if known.Orders != nil {
		found = append(found, ordersApart(snapshot.OpenOrders, *known.Orders)...)
	}
	if known.Positions != nil {
		found = append(found, positionsApart(snapshot.Positions, *known.Positions)...)
	}
	return found
}

func namesOf(row Order) []string {
	if row.ClientOrderID == "" {
		return []string{row.OrderID}
	}
	return []string{row.OrderID, row.ClientOrderID}
}

func orphans(rows []Order, known *Known) []Difference {
	ours := map[string]bool{}
	if known.OrderIDs != nil {
		for _, id := range *known.OrderIDs {
			ours[id] = true
		}
	}
	if known.Orders != nil {
		for _, order := range *known.Orders {
			ours[orderKey(order.Symbol, order.OrderID)] = true
		}
	}
	found := []Difference{}
	for _, row := range rows {
		isOurs := false
		for _, name := range namesOf(row) {
			isOurs = isOurs || ours[name] || ours[orderKey(row.Symbol, name)]
		}
		if !isOurs {
			key := orderKey(row.Symbol, row.OrderID)
			found = append(found, differ("orphan_order", key, key+" is not known"))
		}
	}
	return found
}

func ordersApart(rows []Order, ours []KnownOrder) []Difference {
	byName := map[string]Order{}
	for at := len(rows) - 1; at >= 0; at-- {
		for _, name := range namesOf(rows[at]) {
			byName[orderKey(rows[at].Symbol, name)] = rows[at]
		}
	}
	found := []Difference{}
	for _, our := range ours {
		key := orderKey(our.Symbol, our.OrderID)
		row, ok := byName[key]
		if !ok {
			found = append(found, differ("missing_order", key, key+" is gone"))
			continue
		}
		apart := []string{}
		if our.Side != nil && *our.Side != row.Side {
			apart = append(apart, "side "+row.Side+", ours "+*our.Side)
		}
		if our.Price != nil && decimal(*our.Price).Cmp(decimal(row.Price)) != 0 {
			apart = append(apart, "price "+row.Price+", ours "+*our.Price)
		}
		if our.Qty != nil && row.Qty != nil && decimal(*our.Qty).Cmp(decimal(*row.Qty)) != 0 {
			apart = append(apart, "qty "+*row.Qty+", ours "+*our.Qty)
		}
		if text := strings.Join(apart, "; "); text != "" {
			found = append(found, differ("order_mismatch", key+" "+text, key+": "+text))
		}
	}
	return found
}

// positionsApart compares by symbol and side, and by margin mode where both say one; what is not named is flat.
func positionsApart(rows []Position, ours []KnownPosition) []Difference {
	byMode := map[string]bool{}
	for _, our := range ours {
		if our.MarginMode != "" {
			byMode[our.Symbol+" "+our.Side] = true
		}
	}
	theirs, expected := map[string]*big.Rat{}, map[string]*big.Rat{}
	seen := map[string]bool{}
	for _, row := range rows {
		if own := positionKey(row.Symbol, row.Side, row.MarginMode); seen[own] {
			continue
		} else {
			seen[own] = true
		}
		mode := ""
		if byMode[row.Symbol+" "+row.Side] {
			mode = row.MarginMode
		}
		add(theirs, positionKey(row.Symbol, row.Side, mode), row.Qty, row.Side)
	}
	for _, our := range ours {
		key, any := positionKey(our.Symbol, our.Side, our.MarginMode), positionKey(our.Symbol, our.Side, "")
		if theirs[key] == nil && theirs[any] != nil {
			key = any
		}
		add(expected, key, our.Qty, our.Side)
	}
	keys := []string{}
	for key := range theirs {
		keys = append(keys, key)
	}
	for key := range expected {
		if theirs[key] == nil {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	found := []Difference{}
	for _, key := range keys {
		is, shall := valueOf(theirs[key]), valueOf(expected[key])
		apart := new(big.Rat).Sub(is, shall)
		if apart.Sign() != 0 {
			detail := key + " is " + is.FloatString(18) + ", ours " + shall.FloatString(18)
			found = append(found, differ("position_mismatch", key+" "+apart.String(), detail))
		}
	}
	return found
}

func valueOf(value *big.Rat) *big.Rat {
	if value == nil {
		return new(big.Rat)
	}
	return value
}

func add(sums map[string]*big.Rat, key, qty, side string) {
	value := decimal(qty)
	if side == "BOTH" {
		value.Abs(value)
	}
	sums[key] = value.Add(value, valueOf(sums[key]))
}
