import { readDocument } from "./documents.js";

/** A route that people have, and an alert that already rings in the group that the page will be in. */
export interface PageRoute {
  readonly name: string;
  /** Alertmanager's configuration; `WEBHOOK` stands for the address of the pager. */
  readonly config: string;
}

const RECEIVERS = `receivers:
  - name: nobody
  - name: pager
    webhook_configs:
      - url: WEBHOOK
`;

/** Alertmanager's own defaults are written out: its built-in ones cannot be had at a tenth. */
export const PAGE_ROUTES: readonly PageRoute[] = [
  {
    name: "Alertmanager's default route",
    config: `route:
  receiver: pager
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 4h
${RECEIVERS}`,
  },
  {
    name: "kube-prometheus-stack's default route",
    config: `route:
  receiver: nobody
  group_by: [namespace]
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 12h
  routes:
    - receiver: nobody
      matchers:
        - alertname="Watchdog"
    - receiver: pager
      matchers:
        - namespace="trading"
${RECEIVERS}`,
  },
  {
    name: "a group_wait of 2m",
    config: `route:
  receiver: pager
  group_by: [alertname]
  group_wait: 2m
  group_interval: 5m
  repeat_interval: 4h
${RECEIVERS}`,
  },
  {
    name: "the route that ships",
    config: readDocument("rules/alertmanager/account-sync.yml").replace(
      "http://127.0.0.1:5001/account-sync\n",
      "WEBHOOK\n",
    ),
  },
];
