// Lets account-sync-drill drill a syncer written in Go: JSON lines on standard input and output.
//
//	go build -o my-adapter . && account-sync-drill drill --syncer ./my-adapter
//
// Change what calls MySyncer, and what stands below "yours"; print nothing else to standard output.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type Request struct {
	Type       string    `json:"type"`
	ID         string    `json:"id"`
	Now        int64     `json:"now"`
	Snapshot   *Snapshot `json:"snapshot"`
	FetchError *string   `json:"fetch_error"`
	Expected   *Known    `json:"expected"`
	LastTs     int64     `json:"last_ts"`
}

// Yours: what it compares, last_ts where it can be started with that of the one before it, and how long a difference
// lasts before it says so (1 and 0 for at once).
var takes = []string{"order_ids", "orders", "positions", "last_ts"}
var settle = Settle{Syncs: 3, Ms: 10_000}

type fields map[string]any

func answer(syncer **MySyncer, request *Request) fields {
	switch request.Type {
	case "hello":
		implementation := fields{"name": "my syncer", "version": "0.1", "language": "Go"} // yours
		return fields{"protocol": 2, "implementation": implementation, "takes": takes, "settle": settle}
	case "reset":
		*syncer = newSyncer(settle) // yours: a fresh one, counters at zero
		(*syncer).lastTs = request.LastTs
		return fields{}
	case "sync":
		return sync(*syncer, request)
	case "metrics":
		return fields{"text": (*syncer).metrics.text(request.Now)} // yours
	}
	return nil
}

func sync(syncer *MySyncer, request *Request) fields {
	found := []Finding{}
	if request.FetchError == nil && request.Snapshot.Ts > request.Now+futureMs {
		parse := "parse" // accepted, it would make every later snapshot too old
		request.FetchError = &parse
	}
	if request.FetchError != nil {
		syncer.metrics.failed(*request.FetchError) // yours
	} else {
		found = syncer.check(request.Snapshot, request.Expected, request.Now) // yours
	}
	return fields{
		"ok":         request.FetchError == nil && len(found) == 0,
		"mismatches": found,
		"error":      request.FetchError,
		"last_ts":    syncer.lastTs,
	}
}

func main() {
	syncer := newSyncer(settle)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20+1)
	replies := json.NewEncoder(os.Stdout) // ends each reply with a newline, and holds nothing back
	for lines.Scan() {
		var request Request
		if err := json.Unmarshal(lines.Bytes(), &request); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if request.Type == "bye" {
			return
		}
		reply := answer(&syncer, &request)
		if reply == nil {
			reply = fields{"code": "unknown_type", "message": "no request " + request.Type}
			reply["type"] = "error"
		} else {
			reply["type"] = request.Type + "_ok"
		}
		reply["id"] = request.ID
		if err := replies.Encode(reply); err != nil {
			os.Exit(1)
		}
	}
}
