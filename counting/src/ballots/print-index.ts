import { growingColumn } from './column.ts';

const empty = -1;
/** Ballots made to collide would be compared with each other without end; after so many steps a ballot simply stands alone. */
const longestSearch = 128;

/** Finds equal rows by a print (a hash) of each. Rows are numbered from 0 in the order in which they are added. */
export function printIndex() {
  const prints = growingColumn(Uint32Array);
  let places = new Int32Array(1024).fill(empty);

  const put = (row: number): void => {
    const print = prints.at(row);
    for (let step = 0; step < longestSearch; step++) {
      const place = (print + step) & (places.length - 1);
      if (places[place] !== empty) continue;
      places[place] = row;
      return;
    }
  };
  return {
    /** The row with this print that `same` accepts, or −1. */
    find(print: number, same: (row: number) => boolean): number {
      for (let step = 0; step < longestSearch; step++) {
        const row = places[(print + step) & (places.length - 1)];
        if (row === empty) return -1;
        if (prints.at(row) === print && same(row)) return row;
      }
      return -1;
    },
    add(print: number): void {
      const row = prints.length();
      prints.push(print);
      if ((row + 1) * 2 <= places.length) {
        put(row);
        return;
      }
      places = new Int32Array(places.length * 2).fill(empty);
      for (let each = 0; each <= row; each++) put(each);
    },
    /** Gives the memory back; nothing can be found afterwards. */
    close(): void {
      places = new Int32Array(1).fill(empty);
      prints.close();
    },
  };
}
