const TEXTS = {
  pt: {
    simulator: "simulador", writingTo: "Para", newContact: "Novo contato", faults: "Falhas", language: "EN",
    languageName: "Switch to English", back: "Voltar", send: "Enviar", attach: "Anexar", message: "Mensagem",
    typing: "digitando…", asContact: "no celular de", businessAccount: "Conta comercial", windowOpen: "Janela aberta",
    windowShut: "Janela fechada", today: "Hoje", yesterday: "Ontem", you: "Você", photo: "Foto", video: "Vídeo",
    audio: "Áudio", voice: "Mensagem de voz", document: "Documento", sticker: "Figurinha", location: "Localização",
    contact: "Contato", list: "Lista", buttons: "Botões", template: "Modelo", unsupported: "Mensagem não suportada aqui",
    emptyTitle: "Escolha um celular", emptyText: "À esquerda estão os clientes. Abra um e escreva para a empresa como se o celular fosse seu.",
    noContacts: "Nenhum cliente ainda. Adicione o primeiro.", name: "Nome", phone: "Telefone com DDI",
    add: "Adicionar", hidesPhone: "Esconde o telefone (só user_id)", notOnWhatsapp: "Não está no WhatsApp",
    noReceipts: "Não confirma leitura", twelve: "Conta antiga: sem o nono dígito", close: "Fechar", choose: "Enviar",
    whichPlace: "Qual lugar?", sharePlace: "Enviar localização", failed: "não entregue", document_: "documento",
    placeName: "Nome do lugar", latitude: "Latitude", longitude: "Longitude", address: "Endereço",
    sends: "envios", refused: "recusados", duplicates: "duplicados", webhooks: "webhooks", delivered: "entregues",
    attemptsFailed: "tentativas falhas", account: "Conta de tudo", nextSends: "Próximos envios", howMany: "Quantos",
    webhooksTitle: "Webhooks", network: "Rede", limits: "Limites do número", quality: "Qualidade do número",
    world: "Mundo", latency: "Latência da API (ms)", down: "API fora do ar", downHint: "toda chamada recebe 503",
    duplicate: "Duplicar", duplicateHint: "cada corpo é enviado duas vezes", shuffle: "Fora de ordem",
    shuffleHint: "atrasos ao acaso embaralham tudo", badSignature: "Assinatura errada", delay: "Atraso (ms)",
    badSignatureHint: "repetido até a assinatura voltar a valer", hold: "Segurar", holdHint: "guarda até você soltar",
    release: "Soltar", reverse: "Soltar ao contrário", throughput: "Vazão por segundo", pair: "Par: 1 a cada 6 s",
    pairHint: "rajada de 45; acima, 131056", windowSync: "131047 na hora", windowSyncHint: "fora da janela recusa já na resposta",
    advance: "Avançar 24 h", clear: "Desligar tudo", reset: "Recomeçar", addFault: "Acrescentar", GREEN: "Verde",
    YELLOW: "Amarela", RED: "Vermelha", k_429: "429 · limite de vazão", k_130429: "130429 · limite de vazão",
    k_131056: "131056 · limite do par", k_131047: "131047 · fora da janela", k_131026: "131026 · não entregável",
    k_5xx_before: "5xx sem aceitar", k_5xx_after: "5xx depois de aceitar", k_drop_before: "Conexão cai antes",
    k_drop_after: "Conexão cai depois de aceitar", k_190: "190 · token inválido", k_131049: "131049 · limite de marketing",
    erp: "ERP do provedor", erpDown: "ERP fora do ar", erpDownHint: "a conexão cai sem resposta", erpBroken: "ERP com erro",
    erpBrokenHint: "toda consulta recebe 500", erpHalf: "Resposta pela metade", erpHalfHint: "200 com JSON cortado",
    erpLatency: "Latência do ERP (ms)",
    k_131000: "131000 · erro desconhecido", error: "Não deu certo", unread: "não lidas", reactTo: "Reagir",
  },
  en: {
    simulator: "simulator", writingTo: "To", newContact: "New contact", faults: "Faults", language: "PT",
    languageName: "Mudar para português", back: "Back", send: "Send", attach: "Attach", message: "Message",
    typing: "typing…", asContact: "on the phone of", businessAccount: "Business account", windowOpen: "Window open",
    windowShut: "Window closed", today: "Today", yesterday: "Yesterday", you: "You", photo: "Photo", video: "Video",
    audio: "Audio", voice: "Voice message", document: "Document", sticker: "Sticker", location: "Location",
    contact: "Contact", list: "List", buttons: "Buttons", template: "Template", unsupported: "Message not supported here",
    emptyTitle: "Pick a phone", emptyText: "Your customers are on the left. Open one and write to the business as if the phone were yours.",
    noContacts: "No customers yet. Add the first one.", name: "Name", phone: "Phone with country code",
    add: "Add", hidesPhone: "Hides the phone (user_id only)", notOnWhatsapp: "Not on WhatsApp",
    noReceipts: "No read receipts", twelve: "Old account: without the ninth digit", close: "Close", choose: "Send",
    whichPlace: "Which place?", sharePlace: "Send location", failed: "not delivered", document_: "document",
    placeName: "Name of the place", latitude: "Latitude", longitude: "Longitude", address: "Address",
    sends: "sends", refused: "refused", duplicates: "duplicates", webhooks: "webhooks", delivered: "delivered",
    attemptsFailed: "failed attempts", account: "Account of everything", nextSends: "Next sends", howMany: "How many",
    webhooksTitle: "Webhooks", network: "Network", limits: "Limits of the number", quality: "Quality of the number",
    world: "World", latency: "API latency (ms)", down: "API down", downHint: "every call gets a 503",
    duplicate: "Duplicate", duplicateHint: "each body is posted twice", shuffle: "Out of order",
    shuffleHint: "random delays mix everything", badSignature: "Bad signature", delay: "Delay (ms)",
    badSignatureHint: "retried until signatures are right again", hold: "Hold", holdHint: "kept until you release them",
    release: "Release", reverse: "Release backwards", throughput: "Throughput a second", pair: "Pair: 1 in 6 s",
    pairHint: "burst of 45; above it, 131056", windowSync: "131047 at once", windowSyncHint: "refused in the answer, not later",
    advance: "Advance 24 h", clear: "Switch all off", reset: "Start over", addFault: "Add", GREEN: "Green",
    YELLOW: "Yellow", RED: "Red", k_429: "429 · throughput", k_130429: "130429 · throughput",
    k_131056: "131056 · pair rate", k_131047: "131047 · outside the window", k_131026: "131026 · undeliverable",
    k_5xx_before: "5xx, not accepted", k_5xx_after: "5xx after accepting", k_drop_before: "Dropped before",
    k_drop_after: "Dropped after accepting", k_190: "190 · bad token", k_131049: "131049 · marketing limit",
    erp: "The provider's ERP", erpDown: "ERP down", erpDownHint: "the connection closes, unanswered", erpBroken: "ERP broken",
    erpBrokenHint: "every question gets a 500", erpHalf: "Half an answer", erpHalfHint: "200 with JSON cut off",
    erpLatency: "ERP latency (ms)",
    k_131000: "131000 · unknown error", error: "That did not work", unread: "unread", reactTo: "React",
  },
};

let language = remembered() || (navigator.language.toLowerCase().startsWith("pt") ? "pt" : "en");

function remembered() {
  try { return localStorage.getItem("language"); } catch { return null; }
}

export function t(key) {
  return (TEXTS[language] || TEXTS.en)[key] || key;
}

export function locale() {
  return language === "pt" ? "pt-BR" : "en-GB";
}

export function switchLanguage() {
  language = language === "pt" ? "en" : "pt";
  try { localStorage.setItem("language", language); } catch { /* a private window forgets */ }
}

export function translatePage() {
  document.documentElement.lang = locale();
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.title = t(element.dataset.label);
    element.setAttribute("aria-label", t(element.dataset.label));
  }
}

export function time(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  const now = new Date();
  const days = Math.round((new Date(now.toDateString()) - new Date(date.toDateString())) / 86_400_000);
  if (days === 0) return t("today");
  if (days === 1) return t("yesterday");
  return date.toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" });
}
