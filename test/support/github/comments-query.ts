import { isRecord } from "../../../src/syncer/field-reader.js";
import { type Conversations, type StoredComment, VIEWER } from "./conversation.js";
import { parseQuery, type SelectedField } from "./graphql-selection.js";

const MOST_PER_PAGE = 100;
const MOST_INT = 2 ** 31 - 1;

/** A GraphQL answer: always with status 200, what went wrong inside. */
export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors?: readonly { readonly type?: string; readonly message: string }[];
}

/**
 * Answers a GraphQL query about the comments of a pull request with what it asks for and nothing else, as GitHub
 * does: pages of at most 100, an error for a field that does not exist, NOT_FOUND in a body of status 200.
 */
export function answerQuery(body: unknown, repository: string, conversations: Conversations): GraphqlAnswer {
  try {
    if (!isRecord(body) || typeof body.query !== "string")
      throw new Error("A query attribute must be specified");
    const fields = parseQuery(body.query, isRecord(body.variables) ? body.variables : {});
    return { data: select(fields, root(repository, conversations)) };
  } catch (error) {
    if (error instanceof NotFound) {
      return { data: { repository: null }, errors: [{ type: "NOT_FOUND", message: error.message }] };
    }
    return { data: null, errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}

class NotFound extends Error {}

type Resolver = (args: Readonly<Record<string, unknown>>) => unknown;
type Resolvers = Readonly<Record<string, Resolver>>;

function root(repository: string, conversations: Conversations): Resolvers {
  return {
    viewer: () => ({ login: () => VIEWER }),
    repository: ({ owner, name }) => {
      if (`${owner}/${name}` !== repository)
        throw new NotFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      return { pullRequest: ({ number }: Record<string, unknown>) => pullRequest(number, conversations) };
    },
  };
}

function pullRequest(number: unknown, conversations: Conversations): Resolvers {
  if (typeof number !== "number" || !conversations.pullRequests.has(number))
    throw new NotFound(`Could not resolve to a PullRequest with the number of ${number}.`);
  return { number: () => number, comments: (args) => connection(conversations.of(number), args) };
}

function connection(comments: readonly StoredComment[], args: Readonly<Record<string, unknown>>): Resolvers {
  const { first, after } = args;
  if (typeof first !== "number" || first < 1 || first > MOST_PER_PAGE)
    throw new Error(`Requesting ${first} records exceeds the \`first\` limit of ${MOST_PER_PAGE} records.`);
  const start = typeof after === "string" ? Number(Buffer.from(after, "base64").toString()) : 0;
  const page = comments.slice(start, start + first);
  const end = start + page.length;
  return {
    totalCount: () => comments.length,
    nodes: () => page.map(commentNode),
    pageInfo: () => ({
      hasNextPage: () => end < comments.length,
      endCursor: () => (page.length === 0 ? null : Buffer.from(String(end)).toString("base64")),
    }),
  };
}

function commentNode({ id, pullRequest, author, body, isMinimized }: StoredComment): Resolvers {
  return {
    databaseId: () => (id > MOST_INT ? null : id),
    fullDatabaseId: () => String(id),
    url: () => commentUrl(pullRequest, id),
    body: () => body,
    isMinimized: () => isMinimized,
    viewerDidAuthor: () => author === VIEWER,
    author: () => ({ login: () => author }),
  };
}

/** The page of a comment. */
export function commentUrl(pullRequest: number, id: number): string {
  return `https://github.com/octo/trading/pull/${pullRequest}#issuecomment-${id}`;
}

function select(fields: readonly SelectedField[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => select(fields, item));
  if (!isRecord(value)) {
    if (fields.length > 0) throw new Error("Selections can't be made on scalars");
    return value;
  }
  if (fields.length === 0) throw new Error("Field must have selections");
  return Object.fromEntries(
    fields.map(({ name, args, selection }) => {
      const resolver = Object.hasOwn(value, name) ? value[name] : undefined;
      if (typeof resolver !== "function") throw new Error(`Field '${name}' doesn't exist`);
      return [name, select(selection, resolver(args))];
    }),
  );
}
