import type { FileSystem } from "../../evidence/file-system.js";
import type { Deadline } from "../runner/deadline.js";
import type { ActionOutputs } from "../runner/outputs.js";
import type { GitHubApi } from "./github-api.js";
import type { UploadedArtifact } from "./upload-under-free-name.js";

/** The services that reporting talks to, each opened only when it is needed. */
export interface ReportingPorts {
  /** Made up for this process: tells it from others of its run that nothing else tells it from. */
  readonly legId: string;
  /** What to do where GitHub cannot be reached but through a proxy that is not used; null where one is, or none is set. */
  readonly proxyAdvice: string | null;
  /** Where the evidence lies. */
  readonly drill: { readonly fs: FileSystem };
  readonly deadline: Deadline;
  readonly setOutputs: (outputs: ActionOutputs) => void;
  readonly warn: (message: string) => void;
  readonly note: (message: string) => void;
  /** Replaces the step's summary. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly openGitHub: () => Promise<GitHubApi>;
  /** Uploads every file of an evidence directory. */
  readonly upload: (
    name: string,
    directory: string,
    retentionDays: number | null,
  ) => Promise<UploadedArtifact>;
}
