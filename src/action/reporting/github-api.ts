/** A comment of the token's own identity on a pull request. */
export interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly isMinimized: boolean;
}

/** A pull request that a commit belongs to. */
export interface CommitPullRequest {
  readonly number: number;
  readonly isOpen: boolean;
  readonly headSha: string;
  /** `owner/name` of the repository it wants to merge into. */
  readonly baseRepository: string;
}

/** The few calls to GitHub that reporting makes. Every one may reject; none is retried by its caller. */
export interface GitHubApi {
  pullRequestsOfCommit(sha: string): Promise<readonly CommitPullRequest[]>;
  /** Every page of the comments that the token's identity wrote, oldest first. */
  ownComments(pullRequest: number): Promise<readonly OwnComment[]>;
  createComment(pullRequest: number, body: string): Promise<{ id: number; url: string }>;
  /** Null where the comment is gone. */
  updateComment(id: number, body: string): Promise<{ id: number; url: string } | null>;
  /** A comment that is gone already counts as deleted. */
  deleteComment(id: number): Promise<void>;
}
