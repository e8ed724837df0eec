import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import english from "@/locales/flow-nodes.en.json";
import { readDocument, type FlowDocument, type FlowNode } from "../utils/document";
import { handleOf, waysOf } from "../utils/ways";
import { variablesAt } from "../utils/variables";
import { DEFAULT_HANDLE, type FlowsT } from "./kind";
import { kindOf, KINDS } from "./registry";
import { CHECKS, problemsOf } from "./schemas";

const ROOT = resolve(process.cwd(), "..");
const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const files = (folder: string): string[] =>
  readdirSync(resolve(ROOT, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => resolve(ROOT, folder, name));
const documentIn = (path: string): FlowDocument => {
  const file = json(path) as { document?: unknown };
  return readDocument(file.document ?? file);
};

/** The flows that come with PyTake: they are published as they are. */
const PUBLISHED = [...files("adapters/gallery/templates"), ...files("entrypoints/cli/demo")].map(
  (path) => [path.split("/").pop() ?? path, documentIn(path)] as const,
);
/** The nodes of the engine's golden cases: all that the domain reads, not all of which it would publish. */
const GOLDEN = files("tests/data/flows").flatMap((path) =>
  flowsIn(json(path)).flatMap((flow) => readDocument(flow).nodes),
);

function flowsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(flowsIn);
  if (typeof value !== "object" || value === null) return [];
  return "nodes" in value && "edges" in value ? [value] : Object.values(value).flatMap(flowsIn);
}

const domainTypes = readdirSync(resolve(ROOT, "domain/flows/nodes"))
  .filter((name) => name.endsWith(".py"))
  .flatMap((name) => {
    const source = readFileSync(resolve(ROOT, "domain/flows/nodes", name), "utf8");
    return [...source.matchAll(/^class \w+\(Node, frozen=True, tag="(\w+)"\)/gm)].map(([, tag]) => tag ?? "");
  });

let t: FlowsT;
beforeAll(async () => {
  await i18next.loadNamespaces("flow-nodes");
  t = i18next.t as unknown as TFunction<"flows">;
});

describe("the registry", () => {
  test("has every kind of node of the domain, and no other", () => {
    expect(domainTypes.length).toBeGreaterThan(10);
    expect(KINDS.map((kind) => kind.type).sort()).toEqual([...domainTypes].sort());
    expect(Object.keys(CHECKS).sort()).toEqual([...domainTypes].sort());
  });

  test.each(KINDS.map((kind) => [kind.type, kind] as const))(
    "knows how %s begins, is called and goes on",
    (type, kind) => {
      expect(CHECKS[type]?.schema.safeParse(kind.create()).error).toBeUndefined();
      expect(english.kinds).toHaveProperty(`${type}.name`);
      expect(english.kinds).toHaveProperty(`${type}.hint`);
      const labels = kind.outputs(kind.create(), t).map((output) => output.label);
      expect(labels.filter((label) => label.includes("ways."))).toEqual([]);
      expect(kind.summary(kind.create(), t)).not.toContain("summary");
    },
  );

  test("makes new data each time, so that no two nodes share any", () => {
    for (const kind of KINDS) expect(kind.create()).not.toBe(kind.create());
  });
});

describe.each(PUBLISHED)("the flow %s", (_, document) => {
  test("holds only what the forms take", () => {
    const wrong = document.nodes.flatMap((node) => {
      const errors = problemsOf(node.type, node.data).filter((problem) => problem.severity !== "warning");
      return errors.map((problem) => [node.id, problem]);
    });
    expect(wrong).toEqual([]);
  });

  test("has no edge that leaves by a way which its node has not", () => {
    const strays = document.nodes.flatMap((node) => {
      const leaving = document.edges.filter((edge) => edge.source === node.id);
      const known = (kindOf(node.type)?.outputs(node.data, t) ?? []).map((output) => output.handle);
      return waysOf(node, leaving, t)
        .filter((way) => !known.includes(way.handle))
        .flatMap((way) => way.edges.map((edge) => `${node.id} (${node.type}) by ${handleOf(edge)}`));
    });
    expect(strays).toEqual([]);
  });

  test("reads no variable that is written nowhere before", () => {
    const unknown = document.nodes.flatMap((node) => {
      const names = new Set(variablesAt(document, node.id).map((variable) => variable.name));
      const read = [...JSON.stringify(node.data).matchAll(/\bvars\.(\w+)/g)].map(([, name]) => name ?? "");
      const own = node.type === "set_variable" ? ownNames(node) : [];
      return read.filter((name) => !names.has(name) && !own.includes(name)).map((name) => `${node.id}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });
});

const ownNames = (node: FlowNode): string[] => (node.data.assignments as { name: string }[]).map(({ name }) => name);

describe("the golden cases of the engine", () => {
  test("are all read", () => {
    const types = new Set(GOLDEN.map((node) => node.type));
    expect(domainTypes.filter((type) => !types.has(type))).toEqual([]);
    const refused = GOLDEN.flatMap((node) => {
      const read = CHECKS[node.type]?.schema.safeParse(node.data);
      return read && !read.success ? [[node, read.error.issues]] : [];
    });
    expect(refused).toEqual([]);
  });

  test("have outputs and a summary, whatever they hold", () => {
    for (const node of GOLDEN) {
      const kind = kindOf(node.type);
      const handles = kind?.outputs(node.data, t).map((output) => output.handle) ?? [];
      expect(new Set(handles).size).toBe(handles.length);
      expect(typeof (kind?.summary(node.data, t) ?? "")).toBe("string");
    }
  });
});

test("the default way is never spelled as a handle of a choice", () => {
  const outputs = kindOf("message")?.outputs({ text: "?", buttons: ["Sim", { id: "n", title: "Não" }] }, t) ?? [];
  expect(outputs.map((output) => output.handle)).toEqual(["Sim", "n", DEFAULT_HANDLE, "timeout", "invalid", "error"]);
  expect(outputs[1]?.aliases).toEqual(["Não"]);
});
