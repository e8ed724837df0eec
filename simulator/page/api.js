async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail || answer.statusText);
  return answer.json();
}

const query = (number) => `?phone_number_id=${encodeURIComponent(number)}`;

export const api = {
  numbers: () => call("GET", "/_sim/numbers"),
  contacts: (number) => call("GET", `/_sim/contacts${query(number)}`),
  addContact: (contact) => call("POST", "/_sim/contacts", contact),
  conversation: (contact, number) => call("GET", `/_sim/conversations/${encodeURIComponent(contact)}${query(number)}`),
  write: (contact, number, message) => call("POST", "/_sim/inbound", { from: contact, phone_number_id: number, message }),
  press: (contact, message, id) => call("POST", "/_sim/press", { contact, message_id: message, id }),
  read: (contact, number) => call("POST", "/_sim/read", { contact, phone_number_id: number }),
  faults: () => call("GET", "/_sim/faults"),
  changeFaults: (patch) => call("POST", "/_sim/faults", patch),
  clearFaults: () => call("DELETE", "/_sim/faults"),
  release: (order) => call("POST", "/_sim/webhooks/release", { order }),
  totals: async () => (await call("GET", "/_sim/ledger?limit=0")).totals,
  advance: (seconds) => call("POST", "/_sim/clock", { advance_seconds: seconds }),
  reset: () => call("POST", "/_sim/reset"),
  upload(file) {
    const form = new FormData();
    form.append("file", file);
    return call("POST", "/_sim/media", form);
  },
};
