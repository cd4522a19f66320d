/** Where the eight seats of the mark stand in its 32 × 32 frame: nobody at the head, so none stands straight above. */
export const markSeats: readonly { readonly x: number; readonly y: number }[] = Array.from({ length: 8 }, (_, at) => {
  const angle = ((at + 0.5) * Math.PI) / 4;
  return { x: round(16 + 12.6 * Math.sin(angle)), y: round(16 - 12.6 * Math.cos(angle)) };
});

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
