// Moves a list of questions while people ask and say "me too". The page is whole without it: it reloads by a button.
const root = document.querySelector('[data-floor]');
const list = root?.querySelector('[data-waiting]');
const pattern = root?.querySelector('template')?.content.firstElementChild;
const most = Number(list?.dataset.most ?? 25);
let version = 0;
let missed = 0;

const put = (place, name, text) => {
  for (const spot of place.querySelectorAll(`[data-${name}]`)) {
    spot.textContent = text ?? '';
    spot.hidden = text === null || text === undefined || text === '';
  }
};
const itemOf = (number) => list.querySelector(`[data-number="${number}"]`);

function fill(item, { number, text, lang, who, actingFor }) {
  item.dataset.number = number;
  put(item, 'nr', String(number));
  put(item, 'text', text);
  for (const spot of item.querySelectorAll('[data-text]')) spot.lang = lang;
  put(item, 'who', [who, actingFor].filter(Boolean).join(' · '));
  for (const button of item.querySelectorAll('button')) button.value = number;
}

function count(item, supports, firstTime) {
  put(item, 'count', String(supports));
  for (const spot of item.querySelectorAll('[data-first]')) spot.hidden = !firstTime;
}

/** In the new order, touching only what stands elsewhere: what has the focus keeps it. */
function arrange(items) {
  for (const gone of [...list.children]) if (!items.includes(gone)) gone.remove();
  items.forEach((item, at) => {
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  });
  for (const empty of root.querySelectorAll('[data-empty]')) empty.hidden = items.length > 0;
}

function show(data, whole) {
  if (data.version < version) return;
  version = data.version;
  put(root, 'asked', String(data.asked));
  put(root, 'supports', String(data.supports));
  const items = data.waiting.slice(0, most).map((question) => {
    const [number, supports, first] = whole ? [question.number, question.supports, question.firstTime] : question;
    const item = itemOf(number) ?? pattern.cloneNode(true);
    if (whole) fill(item, question);
    count(item, supports, first);
    return item;
  });
  arrange(items);
  if (!whole) return;
  for (const form of root.querySelectorAll('[data-while-open]')) form.hidden = !data.open;
  const on = data.now ?? {};
  put(root, 'on', on.title);
  put(root, 'on-by', on.by);
  for (const box of root.querySelectorAll('[data-taken]')) {
    box.hidden = !data.taken;
    if (data.taken) fill(box, data.taken);
  }
}

/** Where no stream comes through, the page is loaded again now and then, unless somebody is writing. */
function reloadGently() {
  const writing = document.activeElement?.matches('textarea, input, select');
  const written = [...document.querySelectorAll('textarea')].some(({ value }) => value !== '');
  if (writing || written || document.hidden) setTimeout(reloadGently, 5000);
  else location.reload();
}

function listen() {
  const source = new EventSource(root.dataset.floor);
  const hear = (whole) => (event) => {
    missed = 0;
    show(JSON.parse(event.data), whole);
  };
  source.addEventListener('whole', hear(true));
  source.addEventListener('counts', hear(false));
  source.addEventListener('error', () => {
    missed += 1;
    if (source.readyState !== EventSource.CLOSED && missed < 5) return;
    source.close();
    setTimeout(reloadGently, 20_000 + Math.random() * 10_000);
  });
}

/** Sends what a hand does without leaving the page. */
async function raise(what, fields) {
  const answer = await fetch(`${root.dataset.hands}/${what}`, { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function meToo(button) {
  await raise('me-too', { question: button.value });
  button.disabled = true;
  for (const spot of button.querySelectorAll('[data-yet]')) spot.hidden = true;
  for (const spot of button.querySelectorAll('[data-said]')) spot.hidden = false;
}

async function ask(form) {
  const { question } = await raise('ask', new FormData(form));
  form.querySelector('textarea').value = '';
  // Of its own making: on the hall's plain http a browser gives no random UUID.
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  form.elements.id.value = bytes.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  for (const notice of document.querySelectorAll('[data-was-asked]')) {
    put(notice, 'nr', String(question));
    notice.hidden = false;
    notice.focus();
  }
}

/** Whatever goes wrong, the form is sent as it would be without this, and the page says what is the matter. */
function sendPlainly(form, button) {
  if (button?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }));
  form.submit();
}

if (list && pattern) {
  listen();
  for (const form of root.dataset.hands ? [list.closest('form'), document.getElementById('ask')] : []) {
    form?.addEventListener('submit', (event) => {
      const button = event.submitter;
      event.preventDefault();
      const sent = form.getAttribute('id') === 'ask' ? ask(form) : meToo(button);
      sent.catch(() => sendPlainly(form, button));
    });
  }
}
