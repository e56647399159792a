// What is put into an answer form that sends nothing by itself, kept for as long as the tab is open: a reload,
// or a report that is sent first, loses no choice. It is never sent from here.

const PREFIX = "says-who-draft:";

export function openDrafts(sitting, over) {
  const own = `${PREFIX}${sitting}:`;
  guarded((kept) => Object.keys(kept).filter((name) => name.startsWith(PREFIX) && (over || !name.startsWith(own))).forEach((name) => kept.removeItem(name)));
  return {
    put(position, fields) {
      const kept = fields.filter(([name]) => name !== "csrf_token");
      guarded((storage) => storage.setItem(own + position, JSON.stringify(kept)));
    },
    of: (position) => guarded((storage) => JSON.parse(storage.getItem(own + position))),
    drop: (position) => guarded((storage) => storage.removeItem(own + position)),
  };
}

// A browser may refuse its storage; then there are no drafts.
function guarded(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
