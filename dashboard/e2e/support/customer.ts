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

/** A new customer, whom nobody has seen before: the same name would be found twice where a demo goes on between runs. */
export async function newCustomer(name: string): Promise<Customer> {
  const digits = String(Math.floor(Math.random() * 1e8)).padStart(8, "0");
  return new Customer(`55119${digits}`, `${name} ${digits.slice(0, 4)}`).appear();
}
