/** The lines that differ, in order: the old ones with `-` before them and the new ones with `+`. */
export function differenceOf(old: string, by: string): string[] {
  const [olds, news] = [old.split("\n"), by.split("\n")];
  const common = commonAfter(olds, news);
  const said: string[] = [];
  let [at, to] = [0, 0];
  while (at < olds.length || to < news.length) {
    if (at < olds.length && olds[at] === news[to]) {
      at += 1;
      to += 1;
    } else if (to === news.length || (at < olds.length && common(at + 1, to) >= common(at, to + 1))) {
      said.push(`- ${olds[at]}`);
      at += 1;
    } else {
      said.push(`+ ${news[to]}`);
      to += 1;
    }
  }
  return said;
}

/** How many lines both texts have in common, in order, from a line of each on. */
function commonAfter(olds: readonly string[], news: readonly string[]): (at: number, to: number) => number {
  const width = news.length + 1;
  const counts = new Uint32Array((olds.length + 1) * width);
  const count = (at: number, to: number) => counts[at * width + to] ?? 0;
  for (let at = olds.length - 1; at >= 0; at -= 1) {
    for (let to = news.length - 1; to >= 0; to -= 1) {
      const isSame = olds[at] === news[to];
      counts[at * width + to] = isSame
        ? count(at + 1, to + 1) + 1
        : Math.max(count(at + 1, to), count(at, to + 1));
    }
  }
  return count;
}
