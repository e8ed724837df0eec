/** Hands a document to the browser as a file. */
export function downloadJson(content: unknown, name: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${fileNameOf(name)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** A name that every file system takes: `Olá, 2ª via!` is `ola-2a-via`. */
export function fileNameOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "fluxo";
}
