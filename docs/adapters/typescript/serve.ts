// The same adapter as a program of its own, over standard input and output:
//   account-sync-drill drill --syncer "node serve.ts"      (Node.js 22.18 or later; else compile it and give the .js)
import { createInterface } from "node:readline";
import adapter from "./my-adapter.ts";

const { name, version, language, protocol, takes, settle } = adapter;

const answers: Readonly<Record<string, (request: never) => object>> = {
  hello: () => ({ protocol, implementation: { name, version, language }, takes, settle }),
  reset: (request) => {
    adapter.reset(request);
    return {};
  },
  sync: (request) => adapter.sync(request),
  metrics: (request) => ({ text: adapter.metrics(request) }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const { type, id } = request;
  if (type === "bye") break;
  const answer = answers[type];
  const reply =
    answer === undefined
      ? { type: "error", id, code: "unknown_type", message: `no request ${type}` }
      : { type: `${type}_ok`, id, ...answer(request as never) };
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
process.stdin.destroy();
