import { expect, type Locator, type Page } from "@playwright/test";

/** The flow builder as a person sees it, in Portuguese. */
export class Editor {
  constructor(readonly page: Page) {}

  /** The card of a node by its id, which counts up: the start is n1. */
  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id=${id}]`);
  }

  /** Drags with the mouse, in steps as a hand does. */
  private async drag(from: Locator, to: { x: number; y: number }): Promise<void> {
    const box = await from.boundingBox();
    if (!box) throw new Error("there is nothing to drag");
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move((box.x + to.x) / 2, (box.y + to.y) / 2, { steps: 6 });
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Drags a kind of node from the palette to a place below another node. */
  async place(kind: string, { below }: { below: string }): Promise<void> {
    const box = await this.node(below).boundingBox();
    if (!box) throw new Error(`${below} is not on the canvas`);
    await this.drag(this.page.getByRole("button", { name: kind, exact: true }).first(), {
      x: box.x + box.width / 2,
      y: box.y + box.height + 60,
    });
  }

  /** Draws an edge from a way out of one node to another. */
  async connect(from: string, to: string): Promise<void> {
    const target = await this.node(to).locator(".react-flow__handle.target").boundingBox();
    if (!target) throw new Error(`${to} cannot be reached`);
    await this.drag(this.node(from).locator(".react-flow__handle.source").first(), {
      x: target.x + 6,
      y: target.y + 6,
    });
  }

  /** Waits until the server has the draft and has looked at it. */
  async saved(): Promise<void> {
    await expect(this.page.getByText("Salvo", { exact: true })).toBeVisible();
  }
}
