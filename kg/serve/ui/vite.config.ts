/** Builds the explorer into kg/serve/static: one script, one style sheet, and what is loaded later. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../static",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: true,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { eval: false }, // of the SPARQL editor, in a branch never taken; the page's policy forbids it anyway
      output: {
        // `kg export --format html` takes these two files by their names.
        entryFileNames: "explorer.js",
        chunkFileNames: "later/[name]-[hash].js",
        assetFileNames: (asset) => (asset.names.includes("index.css") ? "explorer.css" : "later/[name]-[hash][extname]"),
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8765", "/sparql": "http://127.0.0.1:8765" } },
  test: { include: ["tests/unit/**/*.test.ts"] },
});
