// Unsent answers of another attempt, or of somebody else who used this browser: told of, and never sent from here.

import { button, element } from "./parts.js";

export function tellOfStrangers(queue, place) {
  const others = queue.strangers();
  if (!others.length) return;
  const what = others.length === 1 ? "an answer" : `${others.length} answers`;
  const are = others.length === 1 ? "It is" : "They are";
  const line = element("div", "notice strangers");
  const words = `This browser keeps ${what} of another attempt, or of somebody else, not sent yet. ${are} sent when that attempt is opened here again.`;
  const remove = button("button-quiet", "Remove for good");
  remove.addEventListener("click", () => {
    queue.forget(others);
    line.remove();
  });
  line.append(element("p", "", words), remove);
  place.append(line);
}
