/** Strict rules for the explorer; what articles say must never become markup. */
import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "write", "writeln", "srcdoc"];

export default defineConfig(
  { ignores: ["node_modules", "test-results", "dist"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  { files: ["**/*.mjs"], rules: { "no-undef": "off" } }, // the compiler knows the names of Node and of the browser
  {
    rules: {
      "no-restricted-properties": ["error", ...markup.map((property) => ({ property, message: "Data is text: use textContent." }))],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "max-lines": ["error", 320],
    },
  },
);
