export { parseBlt } from './blt.ts';
export { parseDebian } from './debian.ts';
export { FileError } from './file-error.ts';
export { parseJson, writeJson } from './json.ts';
export { type Chunks, feed, feedText, type LineReader, type Lines, longestLine, splitLines } from './lines.ts';
export { mostOptions } from './numbers.ts';
export { parsePabulib } from './pabulib.ts';
export { parsePreflib } from './preflib.ts';
export { readElection, readElectionFile } from './read-election.ts';
