// Makes the items of an order movable: by buttons, by arrow keys, or by dragging.
// Without this script every item has a list of places, which sends the same answer.

import { announcer, button, element } from "./parts.js";

const KEYS = { ArrowUp: -1, ArrowDown: 1 };

enhance(document);

// Makes what is below a node movable, each once: pages that show a question later call it again.
export function enhance(root) {
  for (const answer of root.querySelectorAll("[data-ordering]:not([data-made])")) {
    answer.dataset.made = "yes";
    makeMovable(answer);
  }
}

function makeMovable(answer) {
  const rows = [...answer.querySelectorAll(".placeable")];
  const list = element("ol", "movable");
  const items = rows.map((row) => movableFrom(row, rows.length + 1));
  items.sort((one, other) => one.place - other.place).forEach(({ item }) => list.append(item));
  rows.forEach((row) => row.remove());
  answer.querySelector("legend").textContent = answer.dataset.ordering;
  answer.append(list);
  const say = announcer(answer);
  const moved = (item) => {
    const places = number(list);
    say(`${item.dataset.letter} is now ${places.indexOf(item) + 1} of ${places.length}.`);
    answer.dispatchEvent(new Event("change", { bubbles: true }));
  };
  list.addEventListener("click", (event) => pressed(event, moved));
  list.addEventListener("keydown", (event) => keyed(event, moved));
  list.addEventListener("pointerdown", (event) => drag(event, moved));
  number(list);
}

// The hidden fields keep the order in which the items were shown: the server reads a rank for each.
function movableFrom(row, last) {
  const select = row.querySelector("select");
  const letter = row.querySelector(".letter").textContent;
  const field = element("input", "");
  Object.assign(field, { type: "hidden", name: select.name });
  row.before(field);
  const item = element("li", "movable-item");
  item.dataset.letter = letter;
  const words = element("span", "movable-words");
  words.append(...row.querySelector("label").childNodes);
  const grip = element("span", "grip", "⠿");
  grip.setAttribute("aria-hidden", "true");
  item.append(grip, words, mover(letter, "up", "↑"), mover(letter, "down", "↓"));
  item.field = field;
  return { item, place: Number(select.value) || last };
}

function mover(letter, way, arrow) {
  const made = button("button-quiet mover", arrow, `Move ${letter} ${way}`);
  made.dataset.way = way;
  return made;
}

function number(list) {
  const places = [...list.children];
  places.forEach((item, place) => {
    item.field.value = String(place + 1);
    item.querySelector("[data-way=up]").setAttribute("aria-disabled", String(place === 0));
    item.querySelector("[data-way=down]").setAttribute("aria-disabled", String(place === places.length - 1));
  });
  return places;
}

// Moves the neighbour past the item, so that the item keeps the focus, and the pointer that holds it.
function shift(item, by) {
  const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!neighbour) return false;
  if (by < 0) item.after(neighbour);
  else item.before(neighbour);
  return true;
}

function pressed(event, moved) {
  const way = event.target.closest("[data-way]");
  if (!way) return;
  const item = way.closest("li");
  if (shift(item, way.dataset.way === "up" ? -1 : 1)) moved(item);
}

function keyed(event, moved) {
  const item = event.target.closest("li");
  if (!item || !(event.key in KEYS)) return;
  event.preventDefault();
  if (shift(item, KEYS[event.key])) moved(item);
}

function drag(event, moved) {
  if (!event.target.closest(".grip") || event.button !== 0) return;
  const item = event.target.closest("li");
  event.preventDefault();
  item.classList.add("held");
  const move = ({ clientY }) => { while (crossed(item, clientY)) number(item.parentElement); };
  const drop = () => {
    document.removeEventListener("pointermove", move);
    item.classList.remove("held");
    moved(item);
  };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", drop, { once: true });
  document.addEventListener("pointercancel", drop, { once: true });
}

// Moves the item one place if the pointer is beyond the middle of its neighbour.
function crossed(item, y) {
  const middle = (row) => row.getBoundingClientRect().top + row.getBoundingClientRect().height / 2;
  const { previousElementSibling: above, nextElementSibling: below } = item;
  if (above && y < middle(above)) return shift(item, -1);
  if (below && y > middle(below)) return shift(item, 1);
  return false;
}
