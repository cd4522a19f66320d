// What waits on this device, as the box on the page of the hall shows it.
import { dropEntry, entriesOf, putEntry } from './hall-box.js';

/** Shows the entries of a hall. `send` is called when somebody wants one of them sent again. */
export function waitingList(box, { hall, person }, send) {
  const say = (key) => box.querySelector(`[data-say="${key}"]`)?.textContent ?? '';
  const tell = (key) => {
    box.querySelector('[role=status]').textContent = say(key);
  };

  const show = async () => {
    const entries = await entriesOf(hall);
    box.querySelector('ol').replaceChildren(...entries.map(line));
    box.dataset.waiting = String(entries.length);
    tell(entries.length === 0 ? 'none' : navigator.onLine ? 'waiting' : 'offline');
    return entries;
  };

  const line = (entry) => {
    const item = box.querySelector('template').content.cloneNode(true);
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    const foreign = entry.person !== person;
    part('what').textContent = entry.label;
    part('when').textContent = timeOf(entry.entry.happenedAt);
    part('state').textContent = foreign ? say('other-person') : entry.refused ? entry.refused : say('waits');
    part('again').hidden = !entry.refused || foreign;
    part('drop').hidden = !entry.refused;
    part('again').addEventListener('click', async () => {
      await putEntry({ ...entry, refused: undefined });
      await send();
    });
    part('drop').addEventListener('click', async () => {
      await dropEntry(entry.place);
      await show();
    });
    return item;
  };

  return { say, tell, show };
}

const timeOf = (moment) => new Date(moment).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
