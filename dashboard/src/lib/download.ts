/** Lets the browser save what was fetched, under a name. */
export function saveBlob(blob: Blob, filename: string): void {
  const address = URL.createObjectURL(blob);
  saveFrom(address, filename);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Lets the browser save what is at an address of our own. */
export function saveFrom(address: string, filename: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = filename;
  link.rel = "noopener";
  document.body.append(link);
  link.click();
  link.remove();
}
