/** Remembers what a function made of a text; what was not asked for longest leaves first. */
export function makeKept(mostLetters: number): (text: string, make: (text: string) => string) => string {
  const kept = new Map<string, string>();
  let letters = 0;
  const drop = (text: string, made: string) => {
    kept.delete(text);
    letters -= text.length + made.length;
  };
  return (text, make) => {
    const known = kept.get(text);
    const made = known ?? make(text);
    if (known !== undefined) drop(text, known);
    kept.set(text, made);
    letters += text.length + made.length;
    for (const [oldest, itsOwn] of kept) {
      if (letters <= mostLetters) break;
      drop(oldest, itsOwn);
    }
    return made;
  };
}
