export { checkEvent, type EventFile } from './check-event.ts';
export { type EventImport, type Imported, importEvent } from './import-event.ts';
export type { EventPreview, PlannedGathering } from './planned.ts';
