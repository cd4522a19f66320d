import { marksOf, type VoteTable } from './votes.ts';

/** Marks that place a person, unless there are fewer statements. */
const ENOUGH_MARKS = 7;
/** A small circle is topped up to this many people by those who marked most. */
const LEAST_PEOPLE = 15;

/** The rows of those who marked enough to be placed, ascending. */
export function placedRows(table: VoteTable): Uint32Array {
  const enough = Math.min(ENOUGH_MARKS, table.statements.length);
  const rows = table.participants.map((_, row) => row).filter((row) => marksOf(table, row) > 0);
  const byMarks = rows.sort((a, b) => marksOf(table, b) - marksOf(table, a) || a - b);
  return Uint32Array.from(byMarks.filter((row, index) => index < LEAST_PEOPLE || marksOf(table, row) >= enough)).sort();
}
