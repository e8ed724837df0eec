import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { renderApp } from "@/testing/render";
import { DurationInput } from "./duration-input";
import { FormScopeContext, type FormScope } from "./form-scope";
import { JsonInput } from "./json-input";
import { KeyValueEditor, pairsOf } from "./key-value-editor";
import { NumberField } from "./plain-fields";
import { saidOf } from "./said";
import { SortableList } from "./sortable-list";
import { TemplateTextInput } from "./template-text-input";
import { entriesOf, spelled } from "./variable-entries";
import { WayNameField } from "./way-name-field";

const SCOPE: FormScope = {
  flow: { nodes: [], edges: [] },
  nodeId: "n1",
  variables: [{ name: "cliente", type: "object", fields: { name: "text" }, definedBy: "erp", isCertain: true }],
  says: () => undefined,
  readOnly: false,
};

function Text({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState("Hi ");
  return (
    <FormScopeContext value={SCOPE}>
      <TemplateTextInput
        path="text"
        label="Words"
        value={text}
        onChange={(next) => {
          setText(next);
          onText(next);
        }}
      />
    </FormScopeContext>
  );
}

describe("a text with variables", () => {
  test("offers them after two braces, and puts the one that is chosen where the caret was", async () => {
    const onText = vi.fn();
    await renderApp(<Text onText={onText} />);
    const user = userEvent.setup();

    await user.type(screen.getByRole("textbox", { name: "Words" }), "{{{{");
    await user.type(await screen.findByRole("combobox"), "cliente.name{Enter}");

    expect(onText).toHaveBeenLastCalledWith("Hi {{ vars.cliente.name }}");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Words" })).toHaveFocus());
  });

  test("opens the same by a key, and gives the caret back when nothing is chosen", async () => {
    await renderApp(<Text onText={vi.fn()} />);
    const user = userEvent.setup();
    const field = screen.getByRole("textbox", { name: "Words" });

    await user.click(field);
    await user.keyboard("{Control>} {/Control}");
    expect(await screen.findByRole("combobox")).toHaveFocus();
    await user.keyboard("{Escape}");

    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveValue("Hi ");
  });
});

test("a number outside of its bounds is not kept", async () => {
  const onChange = vi.fn();
  await renderApp(<NumberField path="x" label="Tries" value={2} min={0} max={5} onChange={onChange} />);
  const user = userEvent.setup();
  const field = screen.getByRole("spinbutton", { name: "Tries" });

  await user.clear(field);
  await user.type(field, "12");

  expect(onChange.mock.calls.map(([value]) => value)).toEqual([undefined, 1]);
  expect(field).toBeInvalid();
});

test("a duration is a number of its unit", async () => {
  const onChange = vi.fn();
  await renderApp(<DurationInput path="x" label="How long" seconds={5400} maxSeconds={7200} onChange={onChange} />);
  const user = userEvent.setup();
  const field = screen.getByRole("spinbutton", { name: "How long" });
  expect(field).toHaveValue(90);

  await user.clear(field);
  await user.type(field, "200");

  expect(onChange.mock.calls.map(([value]) => value)).toEqual([null, 120, 1200]);
});

test("JSON is kept while it can be read", async () => {
  const onChange = vi.fn();
  await renderApp(<JsonInput path="x" label="Body" value={{ a: 1 }} onChange={onChange} />);
  const user = userEvent.setup();
  const field = screen.getByRole("textbox", { name: "Body" });

  await user.clear(field);
  await user.type(field, "[[1");
  expect(onChange).not.toHaveBeenCalled();
  expect(field).toBeInvalid();
  await user.type(field, "]");

  expect(onChange).toHaveBeenLastCalledWith([1]);
});

test("items are moved by keys, and the focus goes with them", async () => {
  const onChange = vi.fn();
  function List() {
    const [items, setItems] = useState(["a", "b", "c"]);
    const keep = (next: string[]) => {
      setItems(next);
      onChange(next);
    };
    return (
      <SortableList items={items} onChange={keep} nameOf={(item) => item} label="Things">
        {(item) => <span>{item}</span>}
      </SortableList>
    );
  }
  await renderApp(<List />);
  const user = userEvent.setup();

  await user.click(screen.getByRole("button", { name: "Move c up" }));

  expect(onChange).toHaveBeenLastCalledWith(["a", "c", "b"]);
  await waitFor(() => expect(screen.getByRole("button", { name: "Move c up" })).toHaveFocus());
});

test("of pairs with one name the first is kept", () => {
  expect(
    Object.entries(
      pairsOf([
        ["b", "1"],
        ["a", "2"],
        ["b", "3"],
        ["", "4"],
      ]),
    ),
  ).toEqual([
    ["b", "1"],
    ["a", "2"],
  ]);
});

test("a pair without a name is shown and not kept", async () => {
  const onChange = vi.fn();
  const labels = { legend: "Headers", nameLabel: "Header", valueLabel: "Value", addLabel: "Add" };
  await renderApp(<KeyValueEditor path="headers" value={{}} onChange={onChange} isPlain {...labels} />);
  const user = userEvent.setup();

  await user.click(screen.getByRole("button", { name: "Add" }));
  await user.type(screen.getByRole("textbox", { name: "Value" }), "x");
  expect(onChange).toHaveBeenLastCalledWith({});
  await user.type(screen.getByRole("textbox", { name: "Header" }), "A");

  expect(onChange).toHaveBeenLastCalledWith({ A: "x" });
});

test("a way out keeps its name while what is typed is taken", async () => {
  const onRename = vi.fn();
  await renderApp(<WayNameField path="x" label="Way" value="b" taken={["a"]} onRename={onRename} />);
  const user = userEvent.setup();
  const field = screen.getByRole("textbox", { name: "Way" });

  await user.clear(field);
  await user.type(field, "Á");
  expect(onRename).not.toHaveBeenCalled();
  await user.type(field, "2");

  expect(onRename).toHaveBeenCalledExactlyOnceWith({ from: "b", to: "Á2" });
});

describe("what is said of a field", () => {
  const tell = ({ code }: { code: string }) => code;
  const says = saidOf({
    problems: [{ code: "ours", path: "text" }],
    findings: [
      { code: "theirs", message: "theirs", severity: "warning", place: "data.text" },
      { code: "header", message: "header", severity: "error", place: "data.headers.X-A" },
      { code: "node", message: "node", severity: "error", place: null },
    ],
    tell,
  });

  test("is what we see ourselves, else what the check says", () => {
    expect(says("text")).toEqual({ message: "ours", severity: "error" });
    expect(says("headers", true)?.message).toBe("header");
    expect(says("headers")).toBeUndefined();
    expect(says("head", true)).toBeUndefined();
    expect(says("")).toBeUndefined();
  });
});

describe("what can be named", () => {
  const entries = entriesOf({
    variables: SCOPE.variables,
    attributes: [{ key: "plano", type: "choice" }],
    secrets: ["TOKEN"],
  });

  test("are variables with what lies in them, the contact and its fields, the reply, the system, and secrets", () => {
    const paths = entries.map((entry) => entry.path);
    for (const path of [
      "vars.cliente",
      "vars.cliente.name",
      "contact.attributes.plano",
      "response",
      "now",
      "secrets.TOKEN",
    ]) {
      expect(paths).toContain(path);
    }
    expect(new Set(paths).size).toBe(paths.length);
  });

  test("are written as each language writes them", () => {
    expect(spelled("vars.x", "template")).toBe("{{ vars.x }}");
    expect(spelled("vars.x", "expression")).toBe("vars.x");
  });
});
