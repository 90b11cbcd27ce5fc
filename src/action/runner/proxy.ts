type Environment = Readonly<Record<string, string | undefined>>;

const SWITCH = "NODE_USE_ENV_PROXY";

/** Whether the environment names a proxy that GitHub may have to be reached through. */
export function namesProxy(env: Environment): boolean {
  return ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => Boolean(env[name]));
}

/**
 * Lets requests of this process go through the proxy that the environment names, as the runner's own do. Node.js leaves
 * it aside by itself.
 *
 * @param setGlobalProxyFromEnv of node:http, which only newer versions of Node.js have.
 * @returns what to do where this version cannot, in words that end a warning; null where it can, or there is no proxy.
 */
export function useProxy(setGlobalProxyFromEnv: unknown, env: Environment): string | null {
  if (!namesProxy(env) || env[SWITCH] === "1") return null;
  if (typeof setGlobalProxyFromEnv !== "function") {
    return `a proxy is set: Node.js uses it where ${SWITCH} is 1, so add that to the step's env`;
  }
  try {
    setGlobalProxyFromEnv(env);
    return null;
  } catch {
    return "the proxy that is set is none that Node.js can use: see HTTPS_PROXY";
  }
}
