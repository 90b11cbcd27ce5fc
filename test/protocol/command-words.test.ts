import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCommand } from "../../src/protocol/command-words.js";

describe("splitCommand", () => {
  it.each([
    { command: "python3 my_adapter.py", words: ["python3", "my_adapter.py"] },
    { command: "  ./adapter\t--fast  ", words: ["./adapter", "--fast"] },
    { command: "node 'my adapter.js' \"a b\"", words: ["node", "my adapter.js", "a b"] },
    { command: "run '' \"\"", words: ["run", "", ""] },
    { command: "run a'b c'd\"e f\"", words: ["run", "ab cde f"] },
    { command: "run '$HOME `x` | ; > \\'", words: ["run", "$HOME `x` | ; > \\"] },
    { command: 'run "a|b;c&d*"', words: ["run", "a|b;c&d*"] },
    {
      command: "'C:\\Program Files\\py\\python.exe' a.py",
      words: ["C:\\Program Files\\py\\python.exe", "a.py"],
    },
    { command: '"C:\\Program Files\\python.exe" a.py', words: ["C:\\Program Files\\python.exe", "a.py"] },
    { command: "run --name=x a#b ~user".replace("~user", "x~"), words: ["run", "--name=x", "a#b", "x~"] },
    { command: "run ünïcode 数", words: ["run", "ünïcode", "数"] },
  ])("splits $command as a shell does", ({ command, words }) => {
    expect(splitCommand(command)).toEqual(words);
    if (process.platform === "win32") return;
    const said = execFileSync("sh", ["-c", `printf '%s\\n' ${command}`], { encoding: "utf8" });
    expect(said.split("\n").slice(0, -1)).toEqual(words);
  });

  it.each([
    { name: "a variable", command: "run $HOME", says: /\$ means something to a shell/ },
    {
      name: "a variable in double quotes",
      command: 'run "$HOME"',
      says: /\$ inside double quotes.*use single quotes/,
    },
    { name: "a pipe", command: "run | tee x", says: /\| means/ },
    { name: "two commands", command: "run; rm x", says: /; means/ },
    { name: "a background command", command: "run &", says: /& means/ },
    { name: "backticks", command: "run `x`", says: /` means/ },
    { name: "backticks in double quotes", command: 'run "`x`"', says: /` inside double quotes/ },
    { name: "a redirection", command: "run >x", says: /> means/ },
    { name: "a pattern", command: "run *.py", says: /\* means/ },
    { name: "braces", command: "run {a,b}", says: /\{ means/ },
    { name: "a home directory", command: "~/run", says: /~ means/ },
    { name: "a comment", command: "run #x", says: /# means/ },
    { name: "a bare backslash", command: "C:\\py\\python.exe a.py", says: /Windows path in single quotes/ },
    { name: "an escaped quote", command: 'run "a\\"b"', says: /use single quotes/ },
    { name: "an escaped backslash", command: 'run "\\\\server\\x"', says: /use single quotes/ },
    { name: "an open quote", command: "run 'a", says: /the quote ' is not closed/ },
    { name: "nothing", command: "  ", says: /a program is needed/ },
    { name: "an empty program", command: "'' a", says: /a program is needed/ },
    { name: "an assignment", command: "A=1 run", says: /a variable cannot be set here/ },
    { name: "a line break", command: "run\nrm x", says: /control character/ },
    { name: "a zero byte", command: "run '\0'", says: /control character/ },
  ])("refuses $name, in one line", ({ command, says }) => {
    expect(() => splitCommand(command)).toThrow(
      expect.objectContaining({ code: "usage", message: expect.stringMatching(says) }),
    );
    expect(() => splitCommand(command)).toThrow(/^[^\n]*$/);
  });

  it("gives any words back that were put in single quotes", () => {
    const word = fc.string({ unit: "binary" }).filter((text) => !/['\p{Cc}]/u.test(text));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitCommand(["run", ...words.map((text) => `'${text}'`)].join(" "))).toEqual([
          "run",
          ...words,
        ]);
      }),
    );
  });
});
