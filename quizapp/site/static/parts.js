// What the answer forms with a script share.

export function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

export function button(className, text, label = "") {
  const made = element("button", className, text);
  made.type = "button";
  if (label) made.setAttribute("aria-label", label);
  return made;
}

// Returns a function that tells a screen reader what has changed.
export function announcer(parent) {
  const region = element("p", "unseen");
  region.setAttribute("aria-live", "polite");
  parent.append(region);
  return (words) => { region.textContent = words; };
}
