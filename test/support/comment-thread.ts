import type { CommitPullRequest, GitHubApi, OwnComment } from "../../src/action/reporting/github-api.js";

/** A comment as it stands on the pull request. */
export interface ThreadComment extends OwnComment {
  /** Whether the token's identity wrote it. */
  readonly isOwn: boolean;
}

type Call = Exclude<keyof GitHubApi, "pullRequestsOfCommit">;

/** Called before a call takes effect: waits, throws, or changes the thread. */
type Before = (call: Call, thread: CommentThread) => Promise<void> | void;

/** The comments of one pull request, in memory. Ids grow; each call takes effect at one moment. */
export class CommentThread {
  readonly comments: ThreadComment[] = [];
  readonly calls: Call[] = [];
  readonly pullRequests: CommitPullRequest[] = [];
  #nextId = 100;

  add(body: string, different: Partial<ThreadComment> = {}): ThreadComment {
    const id = this.#nextId++;
    const comment = { id, url: urlOf(id), body, isMinimized: false, isOwn: true, ...different };
    this.comments.push(comment);
    return comment;
  }

  remove(id: number): void {
    const index = this.#indexOf(id);
    if (index >= 0) this.comments.splice(index, 1);
  }

  get bodies(): string[] {
    return this.comments.map(({ body }) => body);
  }

  /** One run's way to it. */
  connect(before: Before = () => {}): GitHubApi {
    const call = async <T>(name: Call, take: () => T): Promise<T> => {
      await before(name, this);
      this.calls.push(name);
      return take();
    };
    return {
      pullRequestsOfCommit: async () => this.pullRequests,
      ownComments: () => call("ownComments", () => this.comments.filter(({ isOwn }) => isOwn)),
      createComment: (_pullRequest, body) => call("createComment", () => this.add(body)),
      updateComment: (id, body) => call("updateComment", () => this.#update(id, body)),
      deleteComment: (id) => call("deleteComment", () => this.remove(id)),
    };
  }

  #update(id: number, body: string): OwnComment | null {
    const index = this.#indexOf(id);
    const found = this.comments[index];
    if (found === undefined) return null;
    const updated = { ...found, body };
    this.comments[index] = updated;
    return updated;
  }

  #indexOf(id: number): number {
    return this.comments.findIndex((comment) => comment.id === id);
  }
}

function urlOf(id: number): string {
  return `https://github.com/octo/bot/pull/7#issuecomment-${id}`;
}
