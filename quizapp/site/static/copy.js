// Copies a link at the press of a button. Without it the link stands there to be copied by hand.

const said = document.querySelector("#copied");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    said.textContent = (await copied(button.dataset.copy)) ? "The link is copied." : "Copy it with the keys: it is marked.";
  });
}

// A page of a local network, without https, has no clipboard: there the old command may still do it.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const link = document.querySelector("#share-link");
    getSelection().selectAllChildren(link);
    return copiedByCommand(text);
  }
}

function copiedByCommand(text) {
  const give = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
  };
  document.addEventListener("copy", give, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done;
}
