// How the build is divided into files, and which of them the page names. `npm run budget` says what became of it.
import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";

const SRC = fileURLToPath(new URL("./src", import.meta.url));
const at = (path: string): string => `${SRC}/app/${path}`;
const [MAIN, START] = [at("main.ts"), at("start.tsx")];
const [LOGIN, OUTSIDE] = [at("routes/login.tsx"), at("routes/outside.tsx")];
const [INSIDE, INBOX] = [at("routes/inside.tsx"), at("routes/inbox.tsx")];

/** Whether a module is among what another imports at once. */
type IsIn = (root: string) => boolean;

/** What is fetched until the inbox's list is there: each file without what those before it hold. Left alone the bundler
 * makes a file of every set of modules that the same screens share: the list took a hundred and sixty, most of them of one
 * kilobyte, and a browser fetches six at a time. */
const FILES: [name: string, holds: (isIn: IsIn, id: string) => boolean][] = [
  ["main", (isIn) => isIn(MAIN)],
  ["start", (isIn) => isIn(START) || ((isIn(LOGIN) || isIn(OUTSIDE)) && (isIn(INSIDE) || isIn(INBOX)))],
  ["inside", (isIn) => isIn(INSIDE)],
  ["list-kit", (isIn, id) => isIn(INBOX) && !/\/src\/(?:features|app)\//.test(id)],
  ["list", (isIn) => isIn(INBOX)],
];
/** Texts that are wanted together: the frame's, the inbox's, and those of the messages that anybody is called for. */
const TEXTS = /\/(?:shell\/locales\/|inbox\/locales\/|locales\/message\.)(en|pt-BR)\.json$/;

/** Packages whose one module imports all the others. Who imports two icons of it has not imported all. */
const BARRELS = /node_modules\/(lucide-react|radix-ui)\/dist\//;
const FROM_BARREL = /import\s*\{([^}]*)\}\s*from\s*["'](?:lucide-react|radix-ui)["']/g;

/** The names that a module imports of the barrels: `CheckIcon`, `Dialog`. */
const namesOf = (code: string): string[] =>
  [...code.matchAll(FROM_BARREL)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(/\s+as\s+/)[0] ?? ""),
  );

/** The modules behind a barrel, by the names that it gives them: `import * as Dialog from "…"`, `export { default as
 * CheckIcon } from "…"`. */
function leavesOf({ code, importedIds }: Rolldown.ModuleInfo): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [, names = "", path = ""] of (code ?? "").matchAll(
    /(?:import|export)\s([^;"']*?)\sfrom\s*["']([^"']+)["']/g,
  )) {
    const leaf = importedIds.find((id) => id.includes(`/${path.replace(/^\.\//, "")}`));
    if (leaf) for (const [, name = ""] of names.matchAll(/\bas\s+(\w+)/g)) leaves.set(name, leaf);
  }
  return leaves;
}

/** All that a module imports at once, itself among them. */
function closureOf(root: string, graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set<string>();
  for (const queue = [root]; queue.length;) {
    const id = queue.pop();
    const info = id === undefined || found.has(id) ? null : graph.getModuleInfo(id);
    if (!info) continue;
    found.add(info.id);
    const [barrels, others] = [info.importedIds.filter(isBarrel), info.importedIds.filter((one) => !isBarrel(one))];
    queue.push(...others);
    for (const barrel of barrels.flatMap((one) => graph.getModuleInfo(one) ?? [])) {
      const leaves = leavesOf(barrel);
      queue.push(...namesOf(info.code ?? "").flatMap((name) => leaves.get(name) ?? []));
    }
  }
  return found;
}

const isBarrel = (id: string): boolean => BARRELS.test(id) && /(?:lucide-react|index)\.m?js$/.test(id);

/** Names the file that a module belongs in; null leaves it to the bundler. */
function naming(): Rolldown.CodeSplittingNameFunction[] {
  const closures = new Map<string, Set<string>>();
  return FILES.map(([name, holds]) => (id, graph) => {
    const isIn = (root: string): boolean => {
      const closure = closures.get(root) ?? closureOf(root, graph);
      closures.set(root, closure);
      return closure.has(id);
    };
    return holds(isIn, id) ? name : null;
  });
}

export const codeSplitting: Rolldown.CodeSplittingOptions = {
  groups: [
    { debugName: "texts", name: (id) => TEXTS.exec(id)?.[1]?.replace(/^/, "texts.") ?? null, priority: 20 },
    ...naming().map((name, place) => ({ name, debugName: FILES[place]?.[0], priority: 10 - place })),
    { name: "icons", test: /node_modules\/lucide-react\//, minShareCount: 2, priority: 1 },
    { name: "requests", test: /\/src\/api\//, minShareCount: 2, priority: 1 },
  ],
};

/** Names in the page what its first script asks for at once, so that a browser fetches both side by side. */
export const preloadStart = (): Plugin => ({
  name: "preload-start",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const wanted = new Set<string>();
      const queue = Object.values(bundle)
        .filter((file) => file.type === "chunk" && file.moduleIds.includes(START))
        .map(({ fileName }) => fileName);
      while (queue.length) {
        const name = queue.pop() ?? "";
        const file = bundle[name];
        if (file?.type !== "chunk" || wanted.has(name) || html.includes(name)) continue;
        wanted.add(name);
        queue.push(...file.imports);
      }
      return [...wanted].map((name) => ({
        tag: "link",
        attrs: { rel: "modulepreload", crossorigin: true, href: `/${name}` },
        injectTo: "head",
      }));
    },
  },
});
