/** Reads a value as the rehearsal writes it in its messages: Python's literals. Undefined where it is none. */
export function readLiteral(source: string): unknown {
  const reader = new Reader(source);
  try {
    const value = reader.value();
    return reader.isAtEnd() ? value : undefined;
  } catch {
    return undefined;
  }
}

const WORDS: Record<string, unknown> = { None: null, True: true, False: false, nan: NaN, inf: Infinity };
const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", "\\": "\\", "'": "'", '"': '"' };
const CODES: Record<string, number> = { x: 2, u: 4, U: 8 };

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  isAtEnd(): boolean {
    this.skip();
    return this.at === this.source.length;
  }

  value(): unknown {
    this.skip();
    const next = this.source[this.at] ?? "";
    if (next === "[") return this.items("[", "]", () => this.value());
    if (next === "{") return Object.fromEntries(this.items("{", "}", () => this.pair()));
    if (next === "'" || next === '"') return this.text(next);
    return this.word();
  }

  private pair(): [string, unknown] {
    const key = String(this.value());
    this.take(":");
    return [key, this.value()];
  }

  private items<Item>(open: string, close: string, item: () => Item): Item[] {
    const items: Item[] = [];
    this.take(open);
    while (!this.next(close)) {
      if (items.length) this.take(",");
      items.push(item());
    }
    this.take(close);
    return items;
  }

  private text(quote: string): string {
    let text = "";
    this.at += 1;
    while (this.source[this.at] !== quote) {
      if (this.at >= this.source.length) throw new SyntaxError("The text does not end.");
      text += this.source[this.at] === "\\" ? this.escaped() : this.source[this.at++];
    }
    this.at += 1;
    return text;
  }

  private escaped(): string {
    const kind = this.source[this.at + 1] ?? "";
    const length = CODES[kind] ?? 0;
    const code = this.source.slice(this.at + 2, this.at + 2 + length);
    this.at += 2 + length;
    return length ? String.fromCodePoint(Number.parseInt(code, 16)) : (ESCAPES[kind] ?? `\\${kind}`);
  }

  private word(): unknown {
    const [word] = /^[-+\w.]+/.exec(this.source.slice(this.at)) ?? [""];
    if (!word) throw new SyntaxError("There is no value.");
    this.at += word.length;
    if (word in WORDS) return WORDS[word];
    if (Number.isNaN(Number(word))) throw new SyntaxError("This is no number.");
    return Number(word);
  }

  private skip(): void {
    while (this.source[this.at] === " ") this.at += 1;
  }

  private next(sign: string): boolean {
    this.skip();
    return this.source[this.at] === sign;
  }

  private take(sign: string): void {
    if (!this.next(sign)) throw new SyntaxError(`Expected ${sign}.`);
    this.at += sign.length;
  }
}
