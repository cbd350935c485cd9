import globals from "globals";

const strict = {
  "no-undef": "error",
  "no-unused-vars": "error",
  "no-var": "error",
  "prefer-const": "error",
  eqeqeq: "error",
  curly: ["error", "multi-line"],
  "no-shadow": "error",
  "no-implicit-globals": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "max-lines-per-function": ["error", 70],
  "max-lines": ["error", 400],
  "no-restricted-properties": [
    "error",
    { property: "innerHTML", message: "Use textContent or build nodes." },
    { property: "outerHTML", message: "Use textContent or build nodes." },
    { property: "insertAdjacentHTML", message: "Use textContent or build nodes." },
    { object: "document", property: "write", message: "Use textContent or build nodes." },
  ],
};

export default [
  { ignores: ["build/", "var/", "node_modules/"] },
  {
    files: ["static/js/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    rules: strict,
  },
  {
    files: ["**/*.mjs", "*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.node },
    rules: strict,
  },
  {
    // Scripts of browser tests hand functions to pages.
    files: ["tests/**/*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { "max-lines-per-function": "off", "no-shadow": "off" },
  },
];
