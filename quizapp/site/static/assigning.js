// The questions of a new assignment, shown anew without leaving the page: after a change of what
// to ask, a swap, or leaving one out. Without this module, the same buttons load the page again.

const form = document.querySelector('[data-assigning]');
const HANDS_OUT = 'assign';
let running = null;

form?.querySelector('[data-to-ask]').addEventListener('change', () => show('show'));

form?.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!button || button.value === HANDS_OUT) return;
  event.preventDefault();
  show(button.value, button);
});

async function show(pressed, button) {
  running?.abort();
  const mine = (running = new AbortController());
  const section = document.getElementById('questions');
  section.setAttribute('aria-busy', 'true');
  const sent = new URLSearchParams(new FormData(form));
  sent.set('do', pressed);
  try {
    const reply = await fetch(form.action, { method: 'POST', body: sent, signal: mine.signal });
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.getElementById('questions');
    if (!reply.ok || !fresh) return send(pressed);
    replace(section, document.adoptNode(fresh), button);
  } catch (error) {
    if (error.name !== 'AbortError') send(pressed);
  }
}

// What was wrong, the page itself says best.
function send(pressed) {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: pressed });
  form.append(field);
  form.submit();
}

function replace(old, fresh, button) {
  const open = [...old.querySelectorAll('.one-form')].map((one) => one.open);
  fresh.querySelectorAll('.one-form').forEach((one, place) => { one.open = open[place] ?? one.open; });
  const anchor = button?.closest('.shown-question')?.id;
  const top = anchor && document.getElementById(anchor).getBoundingClientRect().top;
  old.replaceWith(fresh);
  form.querySelector('[data-said]').textContent = (fresh.querySelector('.notice') ?? fresh.querySelector('h2')).innerText;
  if (!button) return;
  const spot = anchor && document.getElementById(anchor);
  const focus = spot?.querySelector(`[value^="${button.value.split('-')[0]}"]`) ?? fresh.querySelector('h2');
  focus.focus({ preventScroll: true });
  if (spot) window.scrollBy({ top: spot.getBoundingClientRect().top - top, behavior: 'instant' });
}
