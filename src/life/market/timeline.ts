interface Due {
  readonly at: number;
  readonly run: (now: number) => void;
}

/** What is going to happen, each at its moment, in the order of the moments. */
export class Timeline {
  #due: Due[] = [];

  /** Plans something for a moment (Unix ms); what is planned for the same moment happens in the order of planning. */
  plan(at: number, run: (now: number) => void): void {
    let place = this.#due.length;
    while (place > 0 && (this.#due[place - 1]?.at ?? 0) > at) place -= 1;
    this.#due.splice(place, 0, { at, run });
  }

  /** Lets everything up to a moment happen, what comes of it included. */
  advance(to: number): void {
    for (let next = this.#due[0]; next !== undefined && next.at <= to; next = this.#due[0]) {
      this.#due.shift();
      next.run(next.at);
    }
  }
}
