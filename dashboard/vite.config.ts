import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { codeSplitting, preloadStart } from "./vite.chunks.ts";

/** Where `make demo` listens; `npm run dev` hands it every request that is not the dashboard's own. */
const API = process.env.PYTAKE_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadStart()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2023",
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting } },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      "/api": { target: API, changeOrigin: true },
      "/api-docs": { target: API, changeOrigin: true },
      "/docs": { target: API, changeOrigin: true },
      "/ws": { target: API, ws: true, changeOrigin: true, rewriteWsOrigin: true },
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    restoreMocks: true,
    unstubGlobals: true,
    // One jsdom for all files: making it takes ten times as long as the tests do. Each leaves its stores as it found them.
    isolate: false,
    env: { TZ: "America/Sao_Paulo" },
  },
});
