// @ts-check
import http from "node:http";
import https from "node:https";

/**
 * What a URL answers to HEAD, within a few seconds and through the proxy that tfjs-node's install script would use. Through a
 * proxy, only whether it opens the way (status 200) is asked.
 *
 * @param {string} url
 * @param {{ env: NodeJS.ProcessEnv, limitMs: number, signal?: AbortSignal }} options
 * @returns {Promise<{ status: number } | { error: string }>}
 */
export async function ask(url, { env, limitMs, signal }) {
  const target = new URL(url);
  const secure = target.protocol === "https:";
  const proxy = env["HTTPS_PROXY"] || env["https_proxy"] || env["HTTP_PROXY"] || env["http_proxy"];
  const limit = AbortSignal.timeout(limitMs);
  const ends = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    const request =
      proxy && secure
        ? connect(new URL(proxy), target, ends)
        : (secure ? https : http).request(target, { method: "HEAD", agent: false, signal: ends });
    return await new Promise((resolve, reject) => {
      const answered = (/** @type {http.IncomingMessage} */ response) => {
        resolve({ status: response.statusCode ?? 0 });
        request.destroy();
      };
      request.once("response", answered).once("connect", answered).on("error", reject).end();
    });
  } catch (error) {
    signal?.throwIfAborted();
    return {
      error: limit.aborted
        ? `no answer in ${limitMs / 1000} s`
        : error instanceof Error
          ? error.message
          : String(error),
    };
  }
}

/**
 * @param {URL} proxy
 * @param {URL} target
 * @param {AbortSignal} signal
 */
function connect(proxy, target, signal) {
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return (proxy.protocol === "https:" ? https : http).request({
    method: "CONNECT",
    host: proxy.hostname,
    port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
    path: `${target.hostname}:${target.port || 443}`,
    headers: proxy.username ? { "Proxy-Authorization": `Basic ${Buffer.from(user).toString("base64")}` } : {},
    agent: false,
    signal,
  });
}
