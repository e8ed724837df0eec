export type ContentKind = "image" | "voice" | "document" | "location" | "contacts";

/** One of each kind that a contact may send instead of text, for trying how a flow takes it. */
export const CONTENTS: Record<ContentKind, { type: ContentKind; [field: string]: unknown }> = {
  image: { type: "image", link: "https://example.com/foto.jpg", mime_type: "image/jpeg" },
  voice: { type: "voice", link: "https://example.com/audio.ogg", mime_type: "audio/ogg" },
  document: {
    type: "document",
    link: "https://example.com/documento.pdf",
    mime_type: "application/pdf",
    filename: "documento.pdf",
  },
  location: { type: "location", latitude: -23.5505, longitude: -46.6333, name: "Praça da Sé", address: "São Paulo" },
  contacts: { type: "contacts", cards: [{ formatted_name: "Ana Souza", phones: ["+5511987654321"] }] },
};
