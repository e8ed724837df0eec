import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderApp } from "@/testing/render";
import { useEditor } from "../../stores/editor";
import type { FlowDocument } from "../../utils/document";
import { KeywordsInput } from "./keywords-input";
import { NumberInput } from "./number-input";
import { EdgeProperties } from "./edge-properties";
import { VariablesForm } from "./variables-form";
import { WaysEditor } from "./ways-editor";
import { useState } from "react";

beforeEach(() => {
  const document: FlowDocument = { nodes: [], edges: [], variables: { cpf: "", tries: 2 } };
  useEditor.setState({ ...useEditor.getInitialState(), document }, true);
});

function Words() {
  const [words, setWords] = useState(["oi"]);
  return <KeywordsInput id="words" aria-describedby="x" words={words} onChange={setWords} isReadOnly={false} />;
}

test("words are added by Enter or a comma, once each, and taken away", async () => {
  await renderApp(<Words />);
  const user = userEvent.setup();
  await user.type(screen.getByRole("textbox"), "bom dia{Enter}oi{Enter}olá,");
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["oi", "bom dia", "olá"]);
  await user.click(screen.getByRole("button", { name: "Remove “oi”" }));
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["bom dia", "olá"]);
});

test("a number beyond its bounds is shown as wrong and not taken", async () => {
  const taken: number[] = [];
  await renderApp(<NumberInput aria-label="n" value={5} min={1} max={10} onChange={(value) => taken.push(value)} />);
  const field = screen.getByLabelText("n");
  fireEvent.change(field, { target: { value: "50" } });
  expect(field).toBeInvalid();
  fireEvent.change(field, { target: { value: "" } });
  fireEvent.change(field, { target: { value: "7" } });
  expect(taken).toEqual([7]);
});

test("a variable is renamed where it stands, and not to a name that is taken", async () => {
  await renderApp(<VariablesForm />);
  const user = userEvent.setup();
  const rename = async (index: number, name: string) => {
    const field = screen.getAllByLabelText("Variable name")[index]!;
    await user.clear(field);
    await user.type(field, `${name}{Enter}`);
  };
  await rename(0, "vars.documento");
  expect(useEditor.getState().document.variables).toEqual({ documento: "", tries: 2 });
  await rename(1, "documento");
  expect(Object.keys(useEditor.getState().document.variables ?? {})).toEqual(["documento", "tries"]);
  await user.type(screen.getByLabelText("Value of documento"), "123");
  expect(useEditor.getState().document.variables?.documento).toBe("123");
});

/** What the panel shows of the selection, without the forms of the kinds. */
function Ways() {
  const { document, selection } = useEditor();
  const edge = document.edges.find(({ id }) => id === selection.edges[0]);
  if (edge) return <EdgeProperties edge={edge} flowId="flow" isReadOnly={false} />;
  return <>{document.nodes[0] && <WaysEditor node={document.nodes[0]} isReadOnly={false} />}</>;
}

test("the focus goes along into an edge that is opened, and comes back to where it was opened", async () => {
  const at = { data: {}, position: { x: 0, y: 0 } };
  const nodes = [
    { id: "n1", type: "start", ...at },
    { id: "n2", type: "end", ...at },
  ];
  useEditor.setState({ document: { nodes, edges: [{ id: "e1", source: "n1", target: "n2" }] } });
  await renderApp(<Ways />);
  const user = userEvent.setup();
  const opener = () => screen.getByRole("button", { name: /^Condition of the connection/ });

  opener().focus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("heading", { name: "Connection" })).toHaveFocus();
  await user.keyboard("{Escape}");

  expect(opener()).toHaveFocus();
});
