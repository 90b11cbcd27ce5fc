/** A comment of a pull request, as the server keeps it. */
export interface StoredComment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  readonly body: string;
  readonly isMinimized: boolean;
}

/** A pull request, as far as the action looks at it. */
export interface StoredPullRequest {
  readonly headSha: string;
  readonly state: "open" | "closed";
  readonly baseRepository: string;
}

/** Who the token of every request is. */
export const VIEWER = "github-actions[bot]";

// Beyond 32 bits, as GitHub's are today.
const FIRST_ID = 3_000_000_001;

/** The pull requests of one repository and what is said on them. */
export class Conversations {
  readonly pullRequests = new Map<number, StoredPullRequest>();
  /** Every body that was ever written through the API, oldest first. */
  readonly writes: string[] = [];
  readonly #comments = new Map<number, StoredComment>();
  #nextId = FIRST_ID;

  /** The comments of one pull request, oldest first. */
  of(pullRequest: number): StoredComment[] {
    return [...this.#comments.values()].filter((comment) => comment.pullRequest === pullRequest);
  }

  find(id: number): StoredComment | undefined {
    return this.#comments.get(id);
  }

  /** Says something on a pull request, as the viewer unless told otherwise. */
  say(
    pullRequest: number,
    body: string,
    { author = VIEWER, isMinimized = false }: { author?: string; isMinimized?: boolean } = {},
  ): StoredComment {
    const comment = { id: this.#nextId++, pullRequest, author, body, isMinimized };
    this.#comments.set(comment.id, comment);
    return comment;
  }

  /** Undefined where there is no such comment. */
  change(
    id: number,
    different: Partial<Pick<StoredComment, "body" | "isMinimized">>,
  ): StoredComment | undefined {
    const comment = this.#comments.get(id);
    if (comment === undefined) return undefined;
    const changed = { ...comment, ...different };
    this.#comments.set(id, changed);
    return changed;
  }

  /** Whether there was such a comment. */
  remove(id: number): boolean {
    return this.#comments.delete(id);
  }
}
