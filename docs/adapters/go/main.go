// Lets account-sync-drill drill a syncer written in Go: JSON lines on standard input and output.
//
//	go build -o my-adapter . && account-sync-drill drill --syncer ./my-adapter
//
// Change what calls MySyncer to call yours; print nothing else to standard output.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type Request struct {
	Type          string    `json:"type"`
	ID            string    `json:"id"`
	Now           int64     `json:"now"`
	Snapshot      *Snapshot `json:"snapshot"`
	FetchError    *string   `json:"fetch_error"`
	KnownOrderIDs *[]string `json:"known_order_ids"`
}

type fields map[string]any

func answer(syncer **MySyncer, request *Request) fields {
	switch request.Type {
	case "hello":
		return fields{"protocol": 1, "implementation": fields{"name": "my syncer", "version": "0.1", "language": "Go"}}
	case "reset":
		*syncer = newSyncer()
		return fields{}
	case "sync":
		return sync(*syncer, request)
	case "metrics":
		return fields{"text": (*syncer).metrics(request.Now)}
	}
	return nil
}

func sync(syncer *MySyncer, request *Request) fields {
	found := []Finding{}
	if request.FetchError != nil {
		syncer.errors[*request.FetchError]++
	} else {
		found = syncer.check(request.Snapshot, request.KnownOrderIDs, request.Now)
	}
	return fields{
		"ok":         request.FetchError == nil && len(found) == 0,
		"mismatches": found,
		"error":      request.FetchError,
		"last_ts":    syncer.lastTs,
	}
}

func main() {
	syncer := newSyncer()
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
