// The arrow keys go to the page before and after; the links say the same.

const REL = { ArrowLeft: "prev", ArrowRight: "next", PageUp: "prev", PageDown: "next" };

document.addEventListener("keydown", (event) => {
  if (!(event.key in REL) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = document.querySelector(`[data-stepping] a[rel="${REL[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
