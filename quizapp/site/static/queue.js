// Answers on their way. Each is put into the browser's own storage before it is sent, under its sitting
// and its position, and taken out only after a reply: a lost connection, a reload or a closed laptop
// loses none. To send one twice is harmless, for the server keeps a row for each question and try.

const PREFIX = "says-who-answer:";
const PATIENCE = 10_000; // milliseconds until a request counts as lost

// Returns the queue of a sitting. An entry is { name, position, action, fields, words, id };
// `words` is the answer as a reader would put it, for pages that do not have its question.
export function openQueue(sitting, storage = safeStorage()) {
  const own = `${PREFIX}${sitting}:`;
  return {
    put(position, action, fields, words) {
      const tried = fields.find(([name]) => name === "try")?.[1] ?? "1";
      const kept = fields.filter(([name]) => name !== "csrf_token");
      const entry = { name: `${own}${position}:${tried}`, position, action, fields: kept, words, id: `${Date.now()} ${Math.random()}` };
      storage.setItem(entry.name, JSON.stringify(entry));
      return entry;
    },
    waiting: () => entriesOf(storage, own),
    of: (position) => entriesOf(storage, own).find((entry) => entry.position === position),
    // Leaves what has been put in its place while it was on its way.
    remove(entry) {
      if (read(storage, entry.name)?.id === entry.id) storage.removeItem(entry.name);
    },
    strangers: () => entriesOf(storage, PREFIX).filter(({ name }) => !name.startsWith(own)),
    forget(entries) { entries.forEach(({ name }) => storage.removeItem(name)); },
  };
}

// Sends an entry, and returns what became of it: { state } is "saved", "kept", "invalid" or "refused" as the
// server said, "stale" for a token that it did not take, "stranger" where it does not know this browser as
// the learner, "offline" where it was not reached or could not answer.
export async function send(entry, token) {
  const body = new URLSearchParams(entry.fields);
  body.set("csrf_token", token);
  try {
    const reply = await fetch(entry.action, {
      method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE),
    });
    if (reply.headers.get("Content-Type")?.includes("application/json")) return await reply.json();
    if (reply.status === 400) return { state: "stale" };
    return { state: reply.redirected || reply.status === 404 ? "stranger" : "offline" };
  } catch {
    return { state: "offline" };
  }
}

function entriesOf(storage, prefix) {
  const names = [];
  for (let n = 0; n < storage.length; n += 1) names.push(storage.key(n));
  return names.filter((name) => name.startsWith(prefix)).sort().map((name) => read(storage, name)).filter(Boolean);
}

function read(storage, name) {
  try {
    return JSON.parse(storage.getItem(name));
  } catch {
    return null;
  }
}

// A browser may refuse its storage; then answers are kept as long as the page is.
function safeStorage() {
  try {
    localStorage.setItem(PREFIX, "");
    localStorage.removeItem(PREFIX);
    return localStorage;
  } catch {
    const kept = new Map();
    return {
      get length() { return kept.size; },
      key: (n) => [...kept.keys()][n],
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => kept.set(name, value),
      removeItem: (name) => kept.delete(name),
    };
  }
}
