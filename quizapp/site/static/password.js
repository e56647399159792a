// Lets one see what is typed in a password field. Without it the field is a plain one.

import { button } from "./parts.js";

for (const input of document.querySelectorAll('input[type="password"]')) addShowButton(input);

function addShowButton(input) {
  const label = input.labels[0].textContent.toLowerCase();
  const toggle = button("button-quiet show-password", "Show", `Show ${label}`);
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    toggle.textContent = shown ? "Hide" : "Show";
    toggle.setAttribute("aria-label", `${toggle.textContent} ${label}`);
  };
  toggle.addEventListener("click", () => set(input.type === "password"));
  input.form.addEventListener("submit", () => set(false)); // so that browsers offer to keep it
  input.after(toggle);
  input.parentElement.classList.add("with-show");
}
