import { h, hash, icon } from "./dom.js";

const BARS = 34;

export function voice(url, seed) {
  const sound = new Audio(url);
  sound.preload = "metadata";
  const bars = Array.from({ length: BARS }, (_, index) => {
    const bar = h("i");
    bar.style.height = `${22 + (hash(`${seed}${index}`) % 74)}%`;
    return bar;
  });
  const length = h("small", {}, "0:00");
  const button = h("button", { type: "button", "aria-label": "play", onclick: () => (sound.paused ? sound.play() : sound.pause()) }, icon("play"));
  const show = (seconds) => {
    if (Number.isFinite(seconds)) length.textContent = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  };
  sound.addEventListener("loadedmetadata", () => show(sound.duration));
  sound.addEventListener("play", () => button.replaceChildren(icon("pause")));
  sound.addEventListener("pause", () => button.replaceChildren(icon("play")));
  sound.addEventListener("timeupdate", () => {
    show(sound.currentTime || sound.duration);
    bars.forEach((bar, index) => bar.classList.toggle("is-done", index / BARS < sound.currentTime / sound.duration));
  });
  return h("div", { class: "voice" }, button, h("span", { class: "wave" }, bars), length);
}
