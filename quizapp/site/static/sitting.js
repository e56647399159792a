// A sitting that survives a lost connection: answers are queued, sent, and sent again until there is a reply.
// Without this script every form works as plain forms do, and nothing is lost that a page said was saved.

import { startClock } from "./clock.js";
import { openDrafts } from "./drafts.js";
import { element } from "./parts.js";
import { openQueue, send } from "./queue.js";
import { complain, fieldsOf, fill, inWords, isBlank, mark, openSheets } from "./sheets.js";
import { tellOfStrangers } from "./strangers.js";

const POLL = 30_000; // milliseconds
const TYPING = 900; // milliseconds after the last key until a typed answer is saved
const OFFLINE = "No connection. Your answer is kept in this browser and will be sent.";

const root = document.querySelector("[data-sitting]");
const { sitting, stateUrl, submitUrl, resultsUrl, here } = root.dataset;
const defers = root.dataset.defers === "yes";
const queue = openQueue(sitting);
const drafts = openDrafts(sitting, here === "results");
const touched = new Set();
let token = document.querySelector("[name=csrf_token]").value;
let wait = 2000; // milliseconds until the next try
let timer = 0;
let flushing = Promise.resolve();
let ending = false;

const says = document.querySelector("[data-says]");
const tells = document.querySelector("[data-tells]");
const warns = document.querySelector("[data-warns]");
const say = (words) => { if (says.textContent !== words) says.textContent = words; };

const holder = document.querySelector("[data-sheets]");
const sheets = holder && openSheets(holder, restore);
const clock = root.dataset.left === undefined || here === "results" ? null : startClock(Number(root.dataset.left), {
  show: (words) => { const line = document.querySelector("[data-clock]"); if (line) line.textContent = words; },
  warn: (words) => { warns.textContent = words; },
  up: () => timeIsUp(),
});

// What was put into the queue and not sent, or not even answered with, is on its sheet again.
function restore(position, form) {
  const [kept, draft] = [queue.of(position), drafts.of(position)];
  const tried = (fields) => fields?.find(([name]) => name === "try")?.[1];
  const current = form.querySelector("[name=try]").value;
  if (tried(kept?.fields) === current) fill(form, kept.fields);
  else if (tried(draft) === current) {
    fill(form, draft);
    touched.add(position);
  }
  if (kept) mark(position, "kept");
}

// Sends what waits, one after the other, and returns what became of it, by position.
function flush() {
  flushing = flushing.then(flushAll, flushAll);
  return flushing;
}

async function flushAll() {
  const became = new Map();
  clearTimeout(timer);
  for (const entry of queue.waiting()) {
    const reply = await sendFresh(entry);
    became.set(entry.position, reply);
    if (!settle(entry, reply)) break;
  }
  return became;
}

// Sends an entry; with a new token where the one of this page is no longer taken.
async function sendFresh(entry) {
  const reply = await send(entry, token);
  if (reply.state !== "stale") return reply;
  const now = await poll();
  return now.token ? send(entry, token) : now;
}

// Takes an entry that had a reply out of the queue, and returns whether the next one can be sent.
function settle(entry, reply) {
  if (reply.state === "offline" || reply.state === "stale") {
    queue.waiting().forEach(({ position }) => mark(position, "kept"));
    say(OFFLINE);
    tryLater();
    return false;
  }
  if (reply.state === "stranger") {
    mark(entry.position, "kept");
    say("This browser is no longer in the class under your name. Your answer is kept here: join again with the code of the quiz, and it will be sent.");
    return false;
  }
  queue.remove(entry);
  wait = 2000;
  if (reply.state === "saved" || reply.state === "kept") mark(entry.position, "answered");
  if (reply.state === "refused") refused(entry, reply);
  return true;
}

function tryLater() {
  clearTimeout(timer);
  timer = setTimeout(retry, wait + Math.random() * 1000);
  wait = Math.min(wait * 2, 30_000);
}

async function retry() {
  if (!queue.waiting().length) return;
  const became = await flush();
  if (queue.waiting().length) return;
  const news = [...became.values()];
  if (news.some(({ state }) => state === "refused")) return;
  say(became.size === 1 ? "Connected again. Your answer is sent." : `Connected again. ${became.size} answers are sent.`);
  became.forEach((reply, position) => {
    if (reply.state === "invalid") say(`Connected again. Question ${position} is not saved: ${reply.reason}`);
  });
  const open = sheets && Number(sheets.current.dataset.position);
  if (!defers && became.get(open)?.next) goTo(became.get(open).next);
}

// An answer that the server does not take is never dropped in silence, nor told twice.
function refused(entry, reply) {
  const line = element("p", "notice", `Question ${entry.position}: ${reply.reason} You answered: ${entry.words}`);
  if (reply.over && here !== "results") line.append(" ", link(resultsUrl, "See the results"));
  if (![...tells.children].some((told) => told.textContent === line.textContent)) tells.append(line);
  say(`Your answer to question ${entry.position} was not taken: see the top of this page.`);
  mark(entry.position, "open");
}

// Asks how much time is left and for a fresh token; what it returns has none of these, but a { state } as
// `send` has it, where the server was not reached or does not know this browser as the learner any more.
async function poll() {
  try {
    const reply = await fetch(stateUrl, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
    if (reply.redirected || reply.status === 404) return { state: "stranger" };
    if (!reply.ok) return { state: "offline" };
    const now = await reply.json();
    if (!sitting.endsWith(`-${now.sitting}`)) return { state: "stranger" };
    token = now.token;
    document.querySelectorAll("[name=csrf_token]").forEach((field) => { field.value = token; });
    const until = document.querySelector("[data-until]");
    if (now.until && until) until.textContent = `Until ${now.until}`;
    if (now.left !== null) clock?.set(now.left);
    return now;
  } catch {
    return { state: "offline" };
  }
}

async function timeIsUp() {
  const now = await poll();
  if (!now.token || now.over) await end();
  else if (!now.left) setTimeout(timeIsUp, 1000); // this clock was a little fast
  // Else the teacher has given more, and the clock goes on.
}

// Sends what is on the page, and hands in.
async function end() {
  if (ending) return;
  ending = true;
  warns.textContent = "The time is up.";
  say("The time is up. Sending what is on this page …");
  if (sheets) keepTouched();
  const became = await flush();
  if ([...became.values()].some(({ state }) => state === "refused")) {
    says.replaceChildren("The time is up. ", link(resultsUrl, "See the results"));
  } else if (queue.waiting().length) {
    say("The time is up. There is no connection: your answers are kept in this browser, and are sent as soon as there is one. Leave this page open.");
    ending = false;
    setTimeout(end, 5000);
  } else {
    document.querySelector(".time-up").requestSubmit();
  }
}

function link(url, words) {
  const made = element("a", "", words);
  made.href = url;
  return made;
}

function keepTouched() {
  for (const position of touched) {
    const form = sheets.form(position);
    const fields = fieldsOf(form);
    if (!isBlank(fields)) queue.put(position, form.action, fields, inWords(form, fields));
  }
  touched.clear();
}

// The answer form of the sheet that is shown

let typing = 0;

function onChange(event) {
  const form = event.target.closest("form[data-answer]");
  if (!form) return;
  const position = Number(form.closest(".sheet").dataset.position);
  touched.add(position);
  if (!queue.waiting().length) say("");
  clearTimeout(typing);
  if (defers) typing = setTimeout(autosave, event.type === "input" ? TYPING : 50);
}

async function autosave() {
  keepTouched();
  const became = await flush();
  if ([...became.values()].some(({ state }) => state === "saved")) say("Saved.");
}

async function onSubmit(event) {
  const form = event.target.closest("form[data-answer]");
  if (!form) return;
  event.preventDefault();
  clearTimeout(typing);
  const position = Number(form.closest(".sheet").dataset.position);
  const fields = fieldsOf(form);
  if (defers && isBlank(fields)) {
    moveOn(position, "");
    return;
  }
  complain(form, "");
  touched.delete(position);
  drafts.drop(position);
  queue.put(position, form.action, fields, inWords(form, fields));
  say("Sending …");
  after(position, form, (await flush()).get(position) ?? { state: "offline" });
}

function after(position, form, reply) {
  if (reply.state === "invalid") {
    say("");
    complain(form, reply.reason);
  } else if (!defers) {
    if (reply.next) goTo(reply.next);
    else if (reply.state === "offline") say(`${OFFLINE} The next question waits for the connection.`);
  } else if (reply.state === "saved" || reply.state === "kept" || reply.state === "offline") {
    const words = reply.state === "offline" ? OFFLINE.replace("Your answer", `Your answer to question ${position}`) : `Question ${position} is saved.`;
    moveOn(position, words);
  }
}

function moveOn(position, words) {
  if (sheets.has(position + 1)) {
    moveTo(position + 1);
    say(words);
  } else if (queue.waiting().length) say(`${OFFLINE} Hand in once it is sent.`);
  else location.assign(submitUrl);
}

function moveTo(position, push = true) {
  const place = document.querySelector(`[data-place="${position}"]`);
  document.querySelector("[data-place][aria-current]")?.removeAttribute("aria-current");
  place.setAttribute("aria-current", "step");
  document.querySelectorAll(".text > .notice").forEach((notice) => notice.remove());
  say("");
  sheets.show(position);
  if (push) history.pushState({ position }, "", place.href);
}

// The try keeps the address of two feedbacks in a row apart: else the second would not be loaded.
function goTo(url) {
  const target = new URL(url, location.href);
  target.searchParams.set("sent", sheets?.current.querySelector("[name=try]").value ?? "");
  location.assign(target);
}

function onPlace(event) {
  const place = event.target.closest("a[data-place]");
  if (!defers || !place || !sheets?.has(Number(place.dataset.place)) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  autosave();
  moveTo(Number(place.dataset.place));
}

async function onHandIn(event) {
  if (!queue.waiting().length) return;
  event.preventDefault();
  say("Sending the answers that wait …");
  await flush();
  if (!queue.waiting().length) event.target.requestSubmit();
  else say("No connection. Your answers are kept in this browser and will be sent; hand in once they are.");
}

root.dataset.ready = "yes";
if (sheets) {
  history.replaceState({ position: Number(here) }, "");
  addEventListener("popstate", ({ state }) => { if (defers && state?.position) moveTo(state.position, false); });
  holder.addEventListener("change", onChange);
  holder.addEventListener("input", onChange);
  holder.addEventListener("submit", onSubmit);
  addEventListener("pagehide", defers ? keepTouched : () => touched.forEach((position) => drafts.put(position, fieldsOf(sheets.form(position)))));
}
document.querySelector(".places")?.addEventListener("click", onPlace);
document.querySelector("[data-hand-in]")?.addEventListener("submit", onHandIn);
addEventListener("online", retry);
document.addEventListener("visibilitychange", () => { if (!document.hidden && clock) poll(); });
if (clock) setInterval(poll, POLL);
tellOfStrangers(queue, tells);
retry();
