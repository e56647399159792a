// Fetches the progress of a class anew every few seconds: not while nobody looks, nor while paused.
// Without this script, loading the page again does the same.

import { announcer, button, element } from "./parts.js";

const EVERY = 5000; // milliseconds; doubled after each failure, up to eight times as long

for (const part of document.querySelectorAll("[data-progress]")) keepFresh(part);

function keepFresh(part) {
  const toggle = button("button-quiet pause", "Pause updates");
  const trouble = element("p", "hint");
  document.querySelector("[data-without-script]")?.remove();
  part.after(toggle, trouble);
  const state = { part, toggle, trouble, timer: 0, failures: 0, paused: false, say: announcer(part.parentNode) };
  toggle.addEventListener("click", () => pause(state));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(state, 0); });
  soon(state, EVERY);
}

function soon(state, wait) {
  clearTimeout(state.timer);
  if (state.paused || document.hidden) return;
  state.timer = setTimeout(() => refresh(state), wait);
}

function pause(state) {
  state.paused = !state.paused;
  state.toggle.textContent = state.paused ? "Go on updating" : "Pause updates";
  soon(state, 0);
}

async function refresh(state) {
  try {
    const answer = await fetch(state.part.dataset.progress, { headers: { Accept: "text/html" } });
    if (answer.redirected || !answer.ok) throw new Error(String(answer.status));
    show(state, await answer.text());
    if (state.failures) tell(state, "");
    state.failures = 0;
  } catch {
    state.failures += 1;
    if (state.failures === 2) tell(state, "The server does not answer; what is shown may be old. It is tried again.");
  }
  soon(state, EVERY * 2 ** Math.min(state.failures, 3));
}

function tell(state, words) {
  state.trouble.textContent = words;
  state.say(words);
}

// Replaces the part, and leaves the focus and the scrolled place where they were.
function show(state, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-live]");
  if (!fresh) throw new Error("not the progress of a class");
  const focused = state.part.contains(document.activeElement) ? document.activeElement : null;
  const href = focused?.getAttribute("href");
  const region = focused?.getAttribute("aria-label");
  state.part.replaceChildren(fresh);
  const again = href ? `a[href="${CSS.escape(href)}"]` : region ? `[aria-label="${CSS.escape(region)}"]` : "";
  if (again) state.part.querySelector(again)?.focus({ preventScroll: true });
  if (fresh.dataset.live === "no") stop(state);
}

function stop(state) {
  state.paused = true;
  state.toggle.remove();
}
