/** What kind of value a name holds. */
export type ValueType = "text" | "number" | "boolean" | "date" | "list" | "object" | "any";

/** A variable that a node writes where all goes well, and what lies in it where that is known. */
export type Written = { name: string; type: ValueType; fields?: Readonly<Record<string, ValueType>> };
