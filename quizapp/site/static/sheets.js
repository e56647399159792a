// The sheets of a sitting: reading an answer from its form, putting one back, and showing one at a time.

import { element } from "./parts.js";

// Returns what a form would send, as pairs of name and value.
export function fieldsOf(form) {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}

export function isBlank(fields) {
  return !fields.some(([name, value]) => name === "answer" && value.trim());
}

// Returns an answer as a reader would put it: in the words of its options, an order as it stands.
export function inWords(form, fields) {
  const clean = (node) => node.textContent.trim().replace(/\s+/g, " ");
  const ordered = [...form.querySelectorAll(".movable-words")];
  if (ordered.length) return ordered.map(clean).join(" · ");
  const lists = [...form.querySelectorAll("select[name=answer]")];
  if (lists.length) return lists.map((list) => `${clean(list.labels[0])}: ${clean(list.selectedOptions[0])}`).join(" · ");
  const option = (value) => form.querySelector(`label[for="option-${CSS.escape(value)}"]`);
  const values = fields.filter(([name]) => name === "answer").map(([, value]) => value);
  return values.map((value) => (option(value) ? clean(option(value)) : value)).join(" · ");
}

// Puts an answer back into a form whose controls are as the server made them.
export function fill(form, fields) {
  for (const name of ["answer", "certainty"]) {
    const values = fields.filter(([of]) => of === name).map(([, value]) => value);
    const controls = [...form.querySelectorAll(`[name="${name}"]`)];
    controls.forEach((control, n) => {
      if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
      else control.value = values[n] ?? "";
    });
  }
}

// Says at a form what is wrong with the answer, and takes it back with "".
export function complain(form, words) {
  form.querySelector(".field-error")?.remove();
  const field = form.querySelector("input[type=text]");
  const described = form.querySelector("fieldset.answer") ?? field;
  const others = (described.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== "answer-error");
  field?.removeAttribute("aria-invalid");
  described.setAttribute("aria-describedby", (words ? [...others, "answer-error"] : others).join(" "));
  if (!words) return;
  const line = element("p", "field-error", words);
  line.id = "answer-error";
  line.setAttribute("role", "alert");
  (form.querySelector("fieldset.answer legend") ?? form.querySelector(".answer-label")).after(line);
  field?.setAttribute("aria-invalid", "true");
}

// Shows in the list of questions how one stands: "answered", or "kept" while it waits to be sent.
export function mark(position, standing) {
  const place = document.querySelector(`[data-place="${position}"]`);
  if (!place) return;
  place.classList.toggle("kept", standing === "kept");
  place.classList.toggle("answered", standing === "answered");
  place.querySelector("[data-standing]").textContent = standing === "kept" ? "kept, not sent yet" : standing;
}

// Shows one sheet at a time; those that were left keep what was put into them.
export function openSheets(holder, restore) {
  const sheets = new Map();
  const first = holder.querySelector(".sheet");
  sheets.set(Number(first.dataset.position), first);
  for (const template of document.querySelectorAll("template[data-sheet]")) {
    const sheet = document.importNode(template.content, true).querySelector(".sheet");
    sheet.querySelectorAll("script").forEach((script) => script.remove());
    sheets.set(Number(template.dataset.sheet), sheet);
  }
  sheets.forEach((sheet, position) => restore(position, formIn(sheet)));
  // Only now: what makes orders and matches movable takes the answer from the fields.
  const enhanced = Promise.all([import("./order.js"), import("./match.js")]);
  return {
    has: (position) => sheets.has(position),
    get current() { return holder.querySelector(".sheet"); },
    form: (position) => formIn(sheets.get(position)),
    show(position) {
      const sheet = sheets.get(position);
      holder.querySelector(".sheet").replaceWith(sheet);
      enhanced.then((modules) => modules.forEach((module) => module.enhance(sheet)), () => {});
      const head = sheet.querySelector("h1");
      document.title = document.title.replace(/^.*(?= · [^·]*$)/, head.textContent);
      head.focus();
      window.scrollTo(0, 0);
    },
  };
}

function formIn(sheet) {
  return sheet.querySelector("form[data-answer]");
}
