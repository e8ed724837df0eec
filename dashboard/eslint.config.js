// The layout is held here: app → features → shared. A feature knows no other feature; what two need is shared.
import { readdirSync } from "node:fs";
import importX from "eslint-plugin-import-x";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const SHARED = ["api", "components", "hooks", "lib", "locales"];
const features = readdirSync("src/features");

const zones = [
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: "./src/features",
    except: [`./${feature}`],
    message: "A feature knows no other: move what both need to src/components, src/hooks, src/lib or src/api.",
  })),
  { target: "./src/features", from: "./src/app", message: "The app is made of features, not they of it." },
  ...SHARED.map((folder) => ({
    target: `./src/${folder}`,
    from: ["./src/features", "./src/app"],
    message: "What is shared knows neither features nor the app.",
  })),
  { target: "./src/lib", from: ["./src/components"], message: "The library draws nothing." },
];

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/schema.d.ts", "test-results", "playwright-report"] },
  ...tseslint.configs.strict,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat["recommended-latest"] ?? reactHooks.configs.flat.recommended,
  {
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": ["error", { maxDepth: 4 }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "react-hooks/incompatible-library": "off",
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name='dangerouslySetInnerHTML']",
          message: "Nothing is ever set as HTML.",
        },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Nothing is ever set as HTML." },
      ],
    },
  },
  { files: ["src/**/*.{ts,tsx}"], ignores: ["**/*.test.*"], rules: { "no-restricted-globals": ["error", "fetch"] } },
  { files: ["scripts/**", "bench/**", "e2e/**", "*.config.*"], rules: { "no-console": "off" } },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      // They compile what they look at, which takes most of the time of all rules; a test is drawn once.
      ...Object.fromEntries(
        Object.keys(reactHooks.rules)
          .filter((name) => name !== "rules-of-hooks")
          .map((name) => [`react-hooks/${name}`, "off"]),
      ),
    },
  },
);
