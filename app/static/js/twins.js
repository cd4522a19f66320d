// While somebody types what they need, shows what is on the list already and may be the same. The form is whole without it.
for (const box of document.querySelectorAll('[data-twins]')) {
  const input = document.getElementById(box.dataset.of);
  const list = box.querySelector('ul');
  const sure = box.querySelector('input');
  if (!input) continue;
  let waiting;
  let asked = 0;
  const look = async () => {
    const turn = ++asked;
    const words = input.value.trim();
    const answer = words.length < 4 ? { twins: [] } : await ask(`${box.dataset.twins}?words=${encodeURIComponent(words)}`);
    if (turn !== asked) return;
    list.replaceChildren(...answer.twins.map(line));
    box.hidden = answer.twins.length === 0;
    sure.value = box.hidden ? '' : 'yes';
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 350);
  });
}

async function ask(address) {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? await response.json() : { twins: [] };
  } catch {
    return { twins: [] };
  }
}

function line({ title, href, number }) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = `${number} · ${title}`;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
