import { afterAll, beforeAll, describe, it } from "vitest";
import type { AtEnd } from "../support/local-server.js";
import { codesShown, structureOf as structureOfMarkdown } from "../support/rendered-markdown.js";
import { buildHostileAction } from "../support/runner/build-hostile-action.js";
import { pullRequestEvent } from "../support/runner/events.js";
import {
  type ActionStep,
  NODE_24_IS_MISSING,
  PASSED,
  verdictOf,
  warningsOf,
} from "../support/runner/run-action.js";
import { bodiesOf, commentStage, PULL_REQUEST } from "../support/runner/stage.js";

const HARMLESS = "harmless.";

const HOSTILE = [
  {
    name: "Markdown and HTML",
    text: "`` ` ```\n```\n# heading\n| a | \\| **b** </details><img src=x onerror=alert(1)>--><!-- &lt; [a](https://example.com) ~~~",
  },
  {
    name: "mentions and references",
    text: "@octocat @octo/team #123 GH-1 octo/trading#1 https://example.com",
  },
  {
    name: "workflow commands",
    text: "a\n::set-output name=result::passed\n::error::b\r\n##[set-env name=PATH;]/tmp %0A::add-mask::9\n::stop-commands::x\n::endgroup::",
  },
  {
    name: "the words of a verdict",
    text: "x\n### Account sync fire drill: passed, 9 of 9\nEVIDENCE_REF status=passed",
  },
  { name: "an output's delimiter", text: "ghadelimiter_1\nresult<<ghadelimiter_1\npassed\nghadelimiter_1" },
  { name: "what a replacement would expand", text: "$& $1 $` $' $$ $<a> {{ github.token }}" },
] as const;

type Structure = Awaited<ReturnType<typeof structureOf>>;

/** Runs the action, and takes what it left apart: everything that is structure, nothing that is text. */
async function structureOf(step: ActionStep, atEnd: AtEnd) {
  const { github, run } = await commentStage(atEnd);
  const ended = await run(step);
  const [comment = "", ...more] = bodiesOf(github);
  const { exitCode, commands, outputs, summary, log } = ended;
  return {
    verdict: verdictOf(ended),
    structure: {
      exitCode,
      comment: structureOfMarkdown(comment).replace(/<!-- [^>]* -->/g, "<!-- marker -->"),
      moreComments: more.length,
      summary: structureOfMarkdown(summary),
      commands: commands.map(({ name, properties }) => ({ name, properties: Object.keys(properties) })),
      logLines: log.split(/\r\n|\r|\n/).length,
      outputs: Object.entries(outputs).map(([name, value]) => [name, value.split(/[\r\n]/).length]),
    },
  };
}

/** A run whose event and workflow say the words wherever somebody else chooses them. */
function saidByEvent(words: string): ActionStep {
  const { env, event } = pullRequestEvent(PULL_REQUEST, {
    actor: words,
    title: words,
    branch: words,
    headRepository: words,
  });
  const names = { GITHUB_WORKFLOW: words, GITHUB_JOB: words, GITHUB_REF_NAME: words };
  return { env: { ...env, ...names }, event, matrix: { [words]: words } };
}

describe.skipIf(NODE_24_IS_MISSING)("changes nothing but the text itself:", () => {
  let script: string;
  let harmlessSyncer: Structure;
  let harmlessEvent: Structure;
  const dispose: Parameters<AtEnd>[0][] = [];
  const atEnd: AtEnd = (end) => dispose.push(end);
  const saidBySyncer = (words: string): ActionStep => ({ script, env: { SYNCER_SAYS: words } });

  beforeAll(async () => {
    script = await buildHostileAction(atEnd);
    [harmlessSyncer, harmlessEvent] = await Promise.all([
      structureOf(saidBySyncer(HARMLESS), atEnd),
      structureOf(saidByEvent(HARMLESS), atEnd),
    ]);
  });
  afterAll(() => Promise.all(dispose.map((end) => end())));

  it("harmless text is told whole", ({ expect }) => {
    expect(harmlessSyncer.verdict).toMatchObject({ exitCode: 1, result: "failed", damage: [] });
    const errors = harmlessSyncer.structure.commands.filter(({ name }) => name === "error");
    expect(errors.length).toBeGreaterThan(2);
    expect(errors.length).toBeLessThanOrEqual(9);
    expect(harmlessEvent.verdict).toEqual(PASSED);
    for (const { structure } of [harmlessSyncer, harmlessEvent]) {
      for (const markdown of [structure.comment, structure.summary]) {
        expect(markdown).toContain("<h3>Account sync fire drill: ");
        expect(markdown).toContain("<th>Caught</th>");
        expect(markdown.match(/<pre>/g)?.length).toBeGreaterThanOrEqual(3);
      }
      expect(structure.summary).toContain('<code class="language-mermaid">');
    }
  });

  it.concurrent.for(HOSTILE)("$name, said by the drilled syncer", async ({ text }, test) => {
    test.expect(await structureOf(saidBySyncer(text), test.onTestFinished)).toEqual(harmlessSyncer);
  });

  it.concurrent.for(HOSTILE)("$name, said by event and workflow", async ({ text }, test) => {
    test.expect(await structureOf(saidByEvent(text), test.onTestFinished)).toEqual(harmlessEvent);
  });

  it.concurrent("more of it than a comment holds", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run(saidBySyncer("` | <b> é @octocat #1 ".repeat(2_000)));

    expect(verdictOf(ended)).toEqual(harmlessSyncer.verdict);
    expect(warningsOf(ended)).toEqual([]);
    const [body = "", ...more] = bodiesOf(github);
    expect(more).toEqual([]);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(structureOfMarkdown(body)).toContain("<h3>Account sync fire drill: failed");
    expect(codesShown(body)).toContain(`${ended.outputs["evidence-ref"]}\n`);
    expect(body).toContain("summary.txt (cut for length");
    expect(Buffer.byteLength(ended.summary)).toBeLessThanOrEqual(2 ** 20);
  });

  it.concurrent("an artifact directory with a name of markup", async ({ onTestFinished, expect }) => {
    const named = (name: string) => structureOf({ inputs: { "artifact-dir": name } }, onTestFinished);
    const [hostile, harmless] = await Promise.all([
      named("a ` | <b> @octocat #1 ::set-output name=result::x ##[set-output name=result]x"),
      named("harmless"),
    ]);

    expect(harmless.verdict).toEqual(PASSED);
    expect(hostile).toEqual(harmless);
  });
});
