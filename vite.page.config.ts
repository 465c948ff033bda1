import { createHash } from "node:crypto";
import { preact } from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

/** Lets the page run the one script and use the one style that it is built with, and reach nothing. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler: (_, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          const html = String(file.source);
          const policy = [
            "default-src 'none'",
            `script-src ${hashesOf(html, "script")}`,
            `style-src ${hashesOf(html, "style")}`,
            "base-uri 'none'",
            "form-action 'none'",
          ].join("; ");
          file.source = html.replace(
            '<meta charset="utf-8" />',
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          );
        }
      },
    },
  };
}

/** The hashes of the elements of a name, as a policy names them. */
function hashesOf(html: string, element: "script" | "style"): string {
  const inside = html.matchAll(new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element}>`, "g"));
  return Array.from(inside, ([, text]) => `'sha256-${createHash("sha256").update(text!).digest("base64")}'`).join(" ");
}

// The report's page: one HTML file with its script and style inside, into which `renderHtml` puts a run.
export default defineConfig({
  root: "reports/page",
  base: "./",
  plugins: [preact(), viteSingleFile({ removeViteModuleLoader: true }), contentSecurityPolicy()],
  build: {
    outDir: "../../dist/page",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  logLevel: "warn",
});
