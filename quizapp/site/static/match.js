// Adds a second way to match: pick a choice, then the item it belongs to, by pointer or by keyboard.
// The lists of choices stay; without this script they are the only way, and send the same answer.

import { announcer, button, element } from "./parts.js";

const STEPS = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

enhance(document);

// Makes what is below a node pickable, each once: pages that show a question later call it again.
export function enhance(root) {
  for (const answer of root.querySelectorAll("[data-matching]:not([data-made])")) {
    answer.dataset.made = "yes";
    makePickable(answer);
  }
}

function makePickable(answer) {
  const rows = [...answer.querySelectorAll(".matchable")].map(placeableRow);
  const bank = element("div", "bank");
  const chips = [...rows[0].select.options].filter((option) => option.value).map(chipFor);
  bank.append(element("p", "hint bank-hint", answer.dataset.matching), ...chips);
  bank.setAttribute("role", "group");
  bank.setAttribute("aria-label", "Choices");
  rows[0].row.before(bank);
  const state = { answer, rows, chips, picked: null, say: announcer(answer) };
  chips.forEach((chip) => chip.addEventListener("click", (event) => pick(state, chip, event.detail === 0)));
  rows.forEach((one) => listenTo(state, one));
  stepAmong(bank, () => chips);
  stepAmong(answer, () => rows.map(({ put }) => put));
  answer.addEventListener("keydown", (event) => { if (event.key === "Escape") letGo(state, true); });
  // Going back restores the lists after this script has run.
  window.addEventListener("pageshow", () => show(state));
  show(state);
}

function placeableRow(row) {
  const letter = row.querySelector(".letter").textContent;
  const put = button("button-quiet put", "Put here", `Put at ${letter}`);
  put.hidden = true;
  row.append(put);
  return { row, letter, put, select: row.querySelector("select") };
}

function chipFor(option) {
  const chip = button("chip", option.textContent);
  chip.dataset.value = option.value;
  chip.append(element("span", "chip-at"));
  return chip;
}

function listenTo(state, one) {
  one.select.addEventListener("change", () => show(state));
  one.put.addEventListener("click", (event) => place(state, one, event.detail === 0));
  one.row.addEventListener("click", (event) => {
    if (state.picked && !event.target.closest("select, button")) {
      event.preventDefault();
      place(state, one, false);
    }
  });
}

function pick(state, chip, byKeyboard) {
  state.picked = state.picked === chip ? null : chip;
  show(state);
  if (!state.picked) return;
  state.say(`${words(chip)}: choose where it belongs.`);
  const open = state.rows.find(({ select }) => !select.value) ?? state.rows[0];
  if (byKeyboard) open.put.focus();
}

function place(state, one, byKeyboard) {
  const chip = state.picked;
  one.select.value = chip.dataset.value;
  state.picked = null;
  show(state);
  state.say(`${words(chip)} is at ${one.letter}.`);
  state.answer.dispatchEvent(new Event("change", { bubbles: true }));
  if (byKeyboard) (state.chips.find((other) => !at(state, other)) ?? chip).focus();
}

function letGo(state, byKeyboard) {
  const chip = state.picked;
  state.picked = null;
  show(state);
  if (chip && byKeyboard) chip.focus();
}

function show(state) {
  state.chips.forEach((chip) => {
    chip.setAttribute("aria-pressed", String(chip === state.picked));
    chip.querySelector(".chip-at").textContent = at(state, chip);
    chip.classList.toggle("used", at(state, chip) !== "");
  });
  state.rows.forEach(({ put }) => { put.hidden = state.picked === null; });
  state.answer.classList.toggle("picking", state.picked !== null);
}

function words(chip) {
  return chip.firstChild.textContent;
}

// Returns the letters of the items that a choice was put at, or "".
function at(state, chip) {
  const holding = state.rows.filter(({ select }) => select.value === chip.dataset.value);
  return holding.map(({ letter }) => letter).join(" ");
}

function stepAmong(parent, buttons) {
  parent.addEventListener("keydown", (event) => {
    const here = buttons().indexOf(event.target);
    if (here < 0 || !(event.key in STEPS)) return;
    event.preventDefault();
    const count = buttons().length;
    buttons()[(here + STEPS[event.key] + count) % count].focus();
  });
}
