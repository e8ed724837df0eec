import { temporal } from "zundo";
import { create } from "zustand";
import { immer } from "zustand/middleware/immer";
import type { Schema } from "@/api/types";
import type { Renamed } from "../nodes/kind";
import { fragmentOf, renewed, type Fragment } from "../utils/clipboard";
import { isPlaced, readDocument, type FlowDocument, type FlowNode, type NodeData, type Point } from "../utils/document";
import * as edit from "../utils/edit";
import { GRID, isCrowded } from "../utils/geometry";
import { arranged, layoutOf } from "../utils/layout";
import { withMoves, type Moves } from "../utils/moves";
import { createGestures } from "./history";

type FlowView = Schema<"FlowView">;

/** What is said of the flow beside its document. */
export type About = { description: string; priority: number };
export type Draft = { document: FlowDocument; about: About };
export type Selection = { nodes: readonly string[]; edges: readonly string[] };

/** How the draft stands to the server: `offline` is kept in this browser, `conflict` waits for a decision, `refused` is
 * what the server does not take as it is. */
export type SaveState = "idle" | "saving" | "offline" | "conflict" | "refused";

type State = Draft & {
  flowId: string | null;
  /** The draft as the server has it, and the version of it. */
  saved: Draft;
  version: number;
  saveState: SaveState;
  selection: Selection;
};

type Actions = {
  /** Begins to edit a flow; nothing before it can be undone. Cards that hide each other are arranged. */
  open: (view: FlowView, kept?: Draft) => void;
  /** Takes what the server has in place of the draft, as one step that can be undone: a version that was restored. Nodes
   * that were only moved here stay where they were put. */
  replaceDocument: (view: FlowView, moved?: Moves) => void;
  /** Lets nodes go where somebody else has put them. It is nothing that could be undone, and undoing other things does
   * not move them back. */
  followMoves: (moves: Moves, version: number) => void;
  /** Notes that the server has this draft now, as this version. */
  markSaved: (draft: Draft, version: number) => void;
  setSaveState: (saveState: SaveState) => void;

  /** Adds a node, and joins it to a way out where one is given; gives its id, or null where there may be no other. */
  addNode: (type: string, position: Point, from?: { source: string; handle: string }) => string | null;
  /** Gives a node other data; where one of its ways out got another handle, the edges on it go along. */
  updateNode: (id: string, data: NodeData, renamed?: Renamed) => void;
  /** Gives a node a name of its own; an empty one takes it away. */
  renameNode: (id: string, title: string) => void;
  moveNodes: (places: ReadonlyMap<string, Point>, gesture?: string) => void;
  removeSelection: () => void;
  connect: (connection: edit.Connection) => string | null;
  disconnect: (edgeId: string) => void;
  changeEdge: (id: string, change: { condition?: string; handle?: string; target?: string }) => void;
  raiseEdge: (id: string) => void;
  setEntry: (id: string) => void;
  /** Adds a part of this or another flow and selects it; gives the ids of the new nodes. */
  paste: (fragment: Fragment, shift?: Point) => string[];
  duplicate: () => string[];
  autoLayout: () => void;
  align: (how: edit.Alignment) => void;
  /** Changes fields of the document beside nodes and edges: `name`, `trigger`, `variables`, `settings`. */
  changeDocument: (fields: Partial<Omit<FlowDocument, "nodes" | "edges">>, gesture?: string) => void;
  changeAbout: (fields: Partial<About>) => void;
  select: (selection: Partial<Selection>) => void;
  selectAll: () => void;
};

export type Editor = State & Actions;

const NOTHING: Selection = { nodes: [], edges: [] };
const EMPTY: Draft = { document: { nodes: [], edges: [] }, about: { description: "", priority: 0 } };
const NO_MOVES: Moves = new Map();
const MAX_STEPS = 200;

const gestures = createGestures();

/** What the server's answer says, as a draft. The flow's name is the one that it is listed under. */
export function draftOf(view: FlowView): Draft {
  const document = { ...readDocument(view.document), name: view.name };
  return { document, about: { description: view.description, priority: view.priority } };
}

/** The same, to be looked at: cards without a place, or that hide each other, are arranged. */
export function drawableOf(view: FlowView): Draft {
  const read = draftOf(view);
  const isDrawn = isPlaced(view.document) && !isCrowded(read.document);
  return isDrawn ? read : { ...read, document: arranged(read.document) };
}

/** The draft of the flow that is edited, and how it is changed. Every change of the draft is a step of undo; moving a
 * node, or typing into one field, is one step however many changes it is. */
export const useEditor = create<Editor>()(
  temporal(
    immer((set, get) => {
      /** Changes the document; changes in a row with one `gesture` are undone together. */
      const change = (make: (document: FlowDocument) => void, gesture: string | null = null) => {
        gestures.name(gesture);
        set((state) => make(state.document));
        gestures.name(null);
      };
      /** Changes one node, which is looked for outside of the draft: there each that is looked at would be copied. */
      const changeNode = (id: string, gesture: string, make: (node: FlowNode, document: FlowDocument) => void) => {
        const place = get().document.nodes.findIndex((node) => node.id === id);
        change((document) => {
          const node = document.nodes[place];
          if (node) make(node, document);
        }, gesture);
      };
      const add = (fragment: Fragment): string[] => {
        const ids = fragment.nodes.map((node) => node.id);
        gestures.name(null);
        set((state) => {
          state.document.nodes.push(...fragment.nodes);
          state.document.edges.push(...fragment.edges);
          state.selection = { nodes: ids, edges: [] };
        });
        return ids;
      };

      return {
        ...EMPTY,
        flowId: null,
        saved: EMPTY,
        version: 0,
        saveState: "idle",
        selection: NOTHING,

        open: (view, kept) => {
          const saved = drawableOf(view);
          const { flowId, version } = { flowId: view.id, version: view.version };
          set({ flowId, version, saved, ...(kept ?? saved), saveState: "idle", selection: NOTHING });
          gestures.end();
          useEditor.temporal.getState().clear();
        },
        replaceDocument: (view, moved = NO_MOVES) => {
          const saved = drawableOf(view);
          const document = withMoves(saved.document, moved);
          gestures.end();
          set({ ...saved, document, saved, version: view.version, saveState: "idle", selection: NOTHING });
        },
        followMoves: (moves, version) => {
          const { saved, document } = get();
          const known = { ...saved, document: withMoves(saved.document, moves) };
          const history = useEditor.temporal;
          const moveAll = (steps: Partial<Draft>[]) =>
            steps.map((step) => (step.document ? { ...step, document: withMoves(step.document, moves) } : step));
          history.getState().pause();
          set({
            document: document === saved.document ? known.document : withMoves(document, moves),
            saved: known,
            version,
          });
          history.getState().resume();
          history.setState(({ pastStates, futureStates }) => ({
            pastStates: moveAll(pastStates),
            futureStates: moveAll(futureStates),
          }));
        },
        markSaved: (saved, version) => set({ saved, version, saveState: "idle" }),
        setSaveState: (saveState) => set({ saveState }),

        addNode: (type, position, from) => {
          let id: string | null = null;
          change((document) => {
            id = edit.addNode(document, type, position);
            if (id && from) edit.connect(document, { ...from, target: id });
          });
          if (id) set({ selection: { nodes: [id], edges: [] } });
          return id;
        },
        updateNode: (id, data, renamed) =>
          changeNode(id, `node ${id}`, (node, document) => {
            node.data = data;
            if (renamed) edit.renameHandle(document, id, renamed);
          }),
        renameNode: (id, title) =>
          changeNode(id, `name ${id}`, (node) => {
            if (title) node.title = title;
            else delete node.title;
          }),
        moveNodes: (places, gesture) =>
          change((document) => {
            get().document.nodes.forEach(({ id }, index) => {
              const [place, node] = [places.get(id), places.has(id) ? document.nodes[index] : undefined];
              if (place && node) node.position = place;
            });
          }, gesture ?? null),
        removeSelection: () => {
          const { selection } = get();
          change((document) => edit.remove(document, selection));
          set({ selection: NOTHING });
        },
        connect: (connection) => {
          let id: string | null = null;
          change((document) => {
            id = edit.connect(document, connection);
          });
          return id;
        },
        disconnect: (edgeId) => {
          change((document) => edit.remove(document, { nodes: [], edges: [edgeId] }));
          get().select({ ...get().selection, edges: get().selection.edges.filter((id) => id !== edgeId) });
        },
        changeEdge: (id, fields) => change((document) => edit.changeEdge(document, id, fields), `edge ${id}`),
        raiseEdge: (id) => change((document) => edit.raiseEdge(document, id)),
        setEntry: (id) => change((document) => edit.setEntry(document, id)),
        paste: (fragment, shift = { x: GRID * 2, y: GRID * 2 }) => add(renewed(fragment, get().document, shift)),
        duplicate: () => get().paste(fragmentOf(get().document, get().selection.nodes)),
        autoLayout: () => get().moveNodes(layoutOf(get().document)),
        align: (how) => {
          const { document, selection } = get();
          const chosen = document.nodes.filter((node) => selection.nodes.includes(node.id));
          get().moveNodes(edit.alignedPlaces(chosen, how));
        },
        changeDocument: (fields, gesture) =>
          change((document) => void Object.assign(document, fields), `flow ${gesture ?? Object.keys(fields).join()}`),
        changeAbout: (fields) => {
          gestures.name(`about ${Object.keys(fields).join()}`);
          set((state) => void Object.assign(state.about, fields));
          gestures.name(null);
        },
        select: ({ nodes = [], edges = [] }) => set({ selection: { nodes, edges } }),
        selectAll: () => set({ selection: { nodes: get().document.nodes.map((node) => node.id), edges: [] } }),
      };
    }),
    {
      limit: MAX_STEPS,
      partialize: ({ document, about }): Draft => ({ document, about }),
      equality: (one, other) => one.document === other.document && one.about === other.about,
      handleSet: (save) => (past) => {
        if (!gestures.continues()) save(past);
      },
    },
  ),
);

/** Takes the last step back. */
export function undo(): void {
  gestures.end();
  useEditor.temporal.getState().undo();
}

/** Does again what was taken back. */
export function redo(): void {
  gestures.end();
  useEditor.temporal.getState().redo();
}

/** Whether there is something that the server does not have. */
export const isDirty = ({ document, about, saved }: Editor): boolean =>
  document !== saved.document || about !== saved.about;
