// The hall without network: forms marked data-queue are kept on the device and sent once, in order, when the network is back.
import { deviceId, dropEntry, newKey, putEntry } from './hall-box.js';
import { waitingList } from './hall-list.js';

const AGAIN_MS = 15_000;
const AT_ONCE = 20;

const box = document.querySelector('[data-hall]');
if (box && window.indexedDB) begin(box.dataset);

function begin(place) {
  const list = waitingList(box, place, () => send());
  const send = sending(list, place);

  // On the document: parts of the page are replaced by what the house now knows, forms and all.
  document.addEventListener('submit', async (event) => {
    const form = event.target.closest('form[data-queue]');
    if (!form) return;
    event.preventDefault();
    try {
      await keep(form, event.submitter, place);
    } catch {
      // The device has no room: the form goes the plain way and nothing typed is lost.
      return sendPlainly(form, event.submitter);
    }
    await list.show();
    await send();
  });
  window.addEventListener('online', send);
  window.addEventListener('offline', list.show);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());
  setInterval(send, AGAIN_MS);
  box.hidden = false;
  keepThisPage(box);
  send();
}

/** Puts what a form says at the end of what waits; rejects when the device has no room. */
async function keep(form, submitter, { hall, person }) {
  const data = new FormData(form, submitter);
  data.delete('_key');
  const fields = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    fields[name] = name in fields ? [fields[name], value].flat() : value;
  }
  const entry = { ...fields, key: newKey(), kind: form.dataset.queue, happenedAt: new Date().toISOString() };
  await putEntry({ hall, person, entry, label: labelOf(form, submitter) });
  form.reset();
}

/** Makes what sends all that waits: one at a time, in order. A refused one waits for a person, the ones behind it do not. */
function sending(list, { post, person }) {
  let underWay = false;
  const send = async () => {
    if (underWay) return;
    underWay = true;
    try {
      const all = await list.show();
      const ready = all.filter((entry) => entry.person === person && !entry.refused).slice(0, AT_ONCE);
      if (ready.length === 0) return;
      const answer = await postEntries(post, ready);
      if (answer.status === 401) return list.tell('sign-in');
      if (!answer.ok) return list.tell('trouble');
      const { results } = await answer.json();
      for (const [at, result] of results.entries()) await settle(ready[at], result, list.say('trouble'));
      const left = await list.show();
      await refresh();
      if (left.some((entry) => entry.person === person && !entry.refused)) setTimeout(send, 0);
    } catch {
      list.tell('offline');
    } finally {
      underWay = false;
    }
  };
  return send;
}

const postEntries = (post, kept) =>
  fetch(post, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ deviceId: deviceId(), entries: kept.map(({ entry }) => entry) }),
  });

/** What the house said of an entry: it is done with, or it stays with the reason. */
async function settle(kept, { done, conflict, refused }, trouble) {
  if (done || conflict) await dropEntry(kept.place);
  else await putEntry({ ...kept, refused: refused ?? trouble });
  if (conflict) box.querySelector('[data-conflict]').hidden = false;
}

/** Sends a form as a browser does, with the button that was pressed. */
function sendPlainly(form, submitter) {
  if (submitter?.name) {
    const pressed = document.createElement('input');
    Object.assign(pressed, { type: 'hidden', name: submitter.name, value: submitter.value });
    form.append(pressed);
  }
  form.submit();
}

/** What a person recognises an entry by: the name of the form, and what was written into it. */
function labelOf(form, submitter) {
  const words = [...form.elements]
    .filter((field) => field.type !== 'hidden' && field.type !== 'submit' && field.value)
    .filter((field) => !['radio', 'checkbox'].includes(field.type) || field.checked)
    .map((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.labels?.[0]?.textContent : shown(field)));
  return [form.dataset.label ?? submitter?.getAttribute('aria-label') ?? submitter?.textContent, ...words].filter(Boolean).map((word) => word.trim()).join(' · ');
}

const shown = (field) => (field.selectedOptions ? field.selectedOptions[0]?.textContent : field.value.slice(0, 80));

/** What the house now knows, without a jump of the page. */
async function refresh() {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-record]')) {
    const fresh = page.querySelector(`[data-record="${part.dataset.record}"]`);
    if (fresh) part.replaceChildren(...document.adoptNode(fresh).childNodes);
  }
}

/** Asks the worker to keep this page and what it needs. On plain http there is none: the page itself must stay open. */
async function keepThisPage(box) {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/hall-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  const assets = [...document.querySelectorAll('link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src]')]
    .map((part) => part.href ?? part.src)
    .filter((address) => address.startsWith(location.origin));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = loaded.filter((address) => new URL(address).origin === location.origin && /\/(_app|js)\//.test(address));
  active.postMessage({ keep: { page: location.pathname, assets: [...new Set([...assets, ...own])] } });
  box.querySelector('[data-kept]').hidden = false;
}
