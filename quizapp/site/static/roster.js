// Narrows a long list of names to those that hold what is typed. Without it the whole list stands there.

import { announcer } from "./parts.js";

const field = document.querySelector("#roster-search");
const lines = [...document.querySelectorAll(".roster > li")];
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const say = announcer(field.parentElement);

field.parentElement.hidden = false;
field.addEventListener("input", () => {
  const wanted = plain(field.value.trim());
  for (const line of lines) line.hidden = !plain(line.dataset.name).includes(wanted);
  const left = lines.filter((line) => !line.hidden).length;
  say(left === 1 ? "1 name is left." : `${left} names are left.`);
});
// Enter in the field would take the first name of the list.
field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
