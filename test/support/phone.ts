import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { CHECKOUT } from "./documents.js";
import { leftOut } from "./left-out.js";
import { patient } from "./patience.js";
import { htmlOf } from "./rendered-markdown.js";

/** What a phone shows without scrolling, in CSS pixels. */
export const SCREEN = { width: 375, height: 667 } as const;

/** Where something stands on the page, in CSS pixels from its top. */
export interface Placed {
  readonly tag: string;
  readonly text: string;
  readonly bottom: number;
}

/** How a Markdown text looks on a phone. */
export interface PhoneView {
  /** Headings, paragraphs and rows, in their order; a fold is closed. */
  readonly blocks: readonly Placed[];
  /** What reaches beyond its own edge or the screen's, every fold open. A fenced block scrolls by itself. */
  readonly tooWide: readonly string[];
  /** The width of the whole page, every fold open. */
  readonly pageWidth: number;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MARGIN = 16;

const BROWSER = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((directory) => NAMES.map((name) => join(directory, name)))
  .find((path) => existsSync(path));

export const BROWSER_IS_MISSING = leftOut(
  BROWSER === undefined,
  "how comments look on a phone",
  "no Chromium is installed",
);

/**
 * Shows a Markdown text as GitHub does, in a headless browser on a screen of {@link SCREEN}, and measures it.
 *
 * @param directory for the page and for what the browser leaves.
 * @param picture where to put a screenshot as PNG; none where it is left out.
 */
export async function onPhone(markdown: string, directory: string, picture?: string): Promise<PhoneView> {
  const page = join(directory, "page.html");
  writeFileSync(page, outerPage(phonePage(markdown)));
  const shown = await browse(directory, ["--dump-dom", page]);
  const [, measured] = /<script type="application\/json">([^<]*)<\/script>/.exec(shown) ?? [];
  if (measured === undefined) throw new Error(`the browser measured nothing: ${shown.slice(0, 500)}`);
  if (picture !== undefined) {
    const size = `--window-size=${SCREEN.width + 2 * MARGIN},1400`;
    await browse(directory, [size, `--screenshot=${picture}`, page]);
  }
  const view: PhoneView = JSON.parse(measured.replaceAll("&lt;", "<"));
  return view;
}

async function browse(directory: string, args: readonly string[]): Promise<string> {
  const profile = `--user-data-dir=${join(directory, "profile")}`;
  const usual = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    profile,
  ];
  const { stdout } = await promisify(execFile)(BROWSER ?? "", [...usual, ...args], {
    env: { ...process.env, HOME: directory },
    timeout: patient(60_000),
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

// A window cannot be as narrow as a phone, a frame can.
function outerPage(inner: string): string {
  const frame = `<iframe width="${SCREEN.width}" height="1350" style="border:0" srcdoc="${escaped(inner)}"></iframe>`;
  return `<!doctype html><meta charset="utf-8"><body style="margin:${MARGIN}px">${frame}<script>onload = ${measure}</script>`;
}

function phonePage(markdown: string): string {
  const css = readFileSync(join(CHECKOUT, "node_modules/github-markdown-css/github-markdown.css"), "utf8");
  return `<!doctype html><meta charset="utf-8"><style>${css}</style><body style="margin:0"><article class="markdown-body" style="padding:${MARGIN}px">${htmlOf(markdown)}</article>`;
}

function escaped(html: string): string {
  return html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

/** Runs in the browser: measures the frame, and leaves what it measured in the page. */
const measure = `() => {
  const { document: page } = frames[0];
  const all = (selector) => [...page.querySelectorAll(selector)];
  const blocks = all("h3, article > p, tr, pre, summary").map((element) => ({
    tag: element.tagName.toLowerCase(),
    text: element.textContent.trim(),
    bottom: element.getBoundingClientRect().bottom,
  }));
  for (const fold of all("details")) fold.open = true;
  const right = page.documentElement.clientWidth - ${MARGIN};
  const tooWide = all("article *:not(pre, pre *)")
    .filter((element) => {
      const { right: edge } = element.getBoundingClientRect();
      const inner = getComputedStyle(element).display === "inline" ? 0 : element.scrollWidth - element.clientWidth;
      return edge > right + 1 || inner > 1;
    })
    .map((element) => element.tagName.toLowerCase() + ": " + element.textContent.trim().slice(0, 80));
  const measured = { blocks, tooWide, pageWidth: page.documentElement.scrollWidth };
  for (const fold of all("details")) fold.open = false;
  const said = document.createElement("script");
  said.type = "application/json";
  said.textContent = JSON.stringify(measured).replaceAll("<", "&lt;");
  document.body.append(said);
}`;
