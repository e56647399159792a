// Narrows a long list of names to those that hold what is typed. Without it the whole list stands there.

const field = document.querySelector("#roster-search");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

field.parentElement.hidden = false;
field.addEventListener("input", () => {
  const wanted = plain(field.value.trim());
  for (const line of document.querySelectorAll(".roster > li")) line.hidden = !plain(line.dataset.name).includes(wanted);
});
// Enter in the field would take the first name of the list.
field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
