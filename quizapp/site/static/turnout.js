// Keeps the counts on the projector's page up to date. Without it the page loads itself again.

const SECONDS = 10;
const counts = document.querySelector("[data-turnout]");

async function update() {
  if (document.hidden) return;
  try {
    const reply = await fetch(counts.dataset.turnout, { headers: { Accept: "application/json" } });
    if (!reply.ok || reply.redirected) return;
    const now = await reply.json();
    for (const place of counts.querySelectorAll("[data-count]")) place.textContent = now[place.dataset.count];
  } catch {
    // No connection: the counts stay as they were until the next time.
  }
}

setInterval(update, SECONDS * 1000);
document.addEventListener("visibilitychange", update);
