// What was recorded in the hall and is not yet with the house: one box on the device, in the order of recording.
const NAME = 'sofra-hall';
const STORE = 'entries';

const open = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore(STORE, { keyPath: 'place', autoIncrement: true }).createIndex('hall', 'hall');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

async function within(mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      // Strict: an entry is on the disk before anybody is told that it is kept.
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const asked = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Entries of one hall, the oldest first. */
export const entriesOf = (hall) => within('readonly', (store) => store.index('hall').getAll(hall));
/** Puts an entry at the end; rejects when the device has no room. */
export const putEntry = (entry) => within('readwrite', (store) => store.put(entry));
export const dropEntry = (place) => within('readwrite', (store) => store.delete(place));

/** A name for this device, made once: it says nothing of who holds it. */
export function deviceId() {
  const known = localStorage.getItem('sofra-device');
  if (known) return known;
  const made = newKey();
  localStorage.setItem('sofra-device', made);
  return made;
}

/** A version-4 id; `crypto.randomUUID` is not there on plain http. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
