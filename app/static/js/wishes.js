// An order of wishes by dragging: rows above the line have a place, rows below have none. The lists of places stay, are kept in
// step, and are the way for keyboards; the ballot is whole without this.
for (const box of document.querySelectorAll('[data-wishes]')) {
  const rows = [...box.children];
  const selectOf = (row) => row.querySelector('select');
  const line = document.createElement('p');
  line.className = 'below';
  line.textContent = box.dataset.wishes;
  box.append(line);
  for (const row of rows) {
    const grip = document.createElement('span');
    grip.className = 'grip';
    grip.setAttribute('aria-hidden', 'true');
    row.prepend(grip);
  }

  const rowsNow = () => [...box.children].filter((row) => row !== line);
  const isAbove = (row) => Boolean(row.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
  const number = () => {
    let place = 0;
    for (const row of rowsNow()) selectOf(row).value = isAbove(row) ? String(++place) : '';
  };

  /** Puts the rows where their places say; of two with one place the one just changed goes first. */
  const sort = (changed) => {
    const placeOf = (row) => Number(selectOf(row).value) - (row === changed ? 0.5 : 0);
    const placed = rowsNow().filter((row) => selectOf(row).value !== '');
    placed.sort((a, b) => placeOf(a) - placeOf(b));
    for (const row of placed) line.before(row);
    for (const row of rowsNow().filter((other) => !placed.includes(other))) box.append(row);
  };
  sort();

  for (const row of rows)
    selectOf(row).addEventListener('change', () => {
      sort(row);
      number();
      selectOf(row).focus();
    });

  let dragged;
  box.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest('.grip');
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    dragged = grip.parentElement;
    dragged.classList.add('dragged');
    // The list holds the pointer: a row that moves in the page would lose it.
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', (event) => {
    if (!dragged) return;
    const under = [...box.children].find((other) => {
      if (other === dragged) return false;
      const { top, height } = other.getBoundingClientRect();
      return event.clientY < top + height / 2;
    });
    const next = under ?? null;
    if (dragged.nextElementSibling !== next) box.insertBefore(dragged, next);
    const edge = 70;
    if (event.clientY < edge) scrollBy(0, -12);
    else if (event.clientY > innerHeight - edge) scrollBy(0, 12);
  });
  const drop = () => {
    if (!dragged) return;
    dragged.classList.remove('dragged');
    dragged = undefined;
    number();
  };
  box.addEventListener('pointerup', drop);
  box.addEventListener('pointercancel', drop);
}
