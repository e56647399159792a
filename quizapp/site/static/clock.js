// The time that a sitting has left, as the server told it: counted here, and asked for again now and then,
// since a teacher may give more. It is said aloud at five minutes and at one, and not in between.

const WARN_AT = [300, 60]; // seconds

// `told` has show(words), warn(words) and up(): what is done when the time is.
export function startClock(left, told) {
  const state = { left, since: performance.now(), warned: new Set(WARN_AT.filter((at) => left <= at)), up: false };
  setInterval(() => tick(state, told), 1000);
  tick(state, told);
  return {
    // Takes the time left as the server says it now, in seconds.
    set(seconds) {
      if (seconds > remaining(state) + 5) {
        state.up = false;
        WARN_AT.filter((at) => seconds > at).forEach((at) => state.warned.delete(at));
      }
      Object.assign(state, { left: seconds, since: performance.now() });
      tick(state, told);
    },
  };
}

function remaining(state) {
  return Math.max(0, state.left - (performance.now() - state.since) / 1000);
}

function tick(state, told) {
  const seconds = remaining(state);
  told.show(words(seconds));
  const due = WARN_AT.filter((at) => seconds <= at && !state.warned.has(at));
  if (due.length && seconds > 0) told.warn(`${words(seconds + 1)}. What is on the page then is sent by itself.`);
  due.forEach((at) => state.warned.add(at));
  if (seconds <= 0 && !state.up) {
    state.up = true;
    told.up();
  }
}

function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 120) return `${Math.floor(minutes / 60)} hours left`;
  if (minutes) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
  return "less than a minute left";
}
