import { expect } from "@playwright/test";
import { simulatorUrl } from "./places";

type PhoneMessage = { id: string; mine: boolean; type: string; content: Record<string, unknown>; status?: string };

/** A customer's phone, driven through the simulator's own interface. */
export class Customer {
  constructor(
    readonly phone: string,
    readonly name: string,
  ) {}

  /** Appears in the simulator, as if they had the business's number saved. */
  async appear(): Promise<this> {
    await this.post("/_sim/contacts", { name: this.name, phone: this.phone });
    return this;
  }

  /** Writes a text; gives the message's id. */
  async say(text: string): Promise<string> {
    const body = { from: this.phone, name: this.name, message: { type: "text", text: { body: text } } };
    return ((await (await this.post("/_sim/inbound", body)).json()) as { id: string }).id;
  }

  /** What the business sent to this phone. */
  async received(): Promise<PhoneMessage[]> {
    const answer = await fetch(`${simulatorUrl()}/_sim/conversations/${this.phone}`);
    return ((await answer.json()) as { messages: PhoneMessage[] }).messages.filter((message) => !message.mine);
  }

  /** Waits until the business's message with these words is on the phone. */
  async waitFor(words: string): Promise<PhoneMessage> {
    const find = async () => (await this.received()).find((one) => JSON.stringify(one.content).includes(words));
    await expect.poll(async () => Boolean(await find()), { message: `the phone shows ${words}` }).toBe(true);
    return (await find()) as PhoneMessage;
  }

  private async post(path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(simulatorUrl() + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

let customers = 0;

/** A new customer, whom nobody has seen before; numbers differ between test files by the worker's number. */
export async function newCustomer(name: string): Promise<Customer> {
  customers += 1;
  const worker = Number(process.env.TEST_WORKER_INDEX ?? 0);
  const digits = String(Date.now() % 100_000).padStart(5, "0");
  return new Customer(`55119${worker % 10}${digits}${customers % 10}${Math.floor(Math.random() * 10)}`.slice(0, 13), name).appear();
}
