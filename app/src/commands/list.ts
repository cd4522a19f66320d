import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { exportAll } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { restore } from './restore.ts';
import { seed } from './seed.ts';
import { user } from './user.ts';

/** Every command that works with an open house; `serve` and `work` open their own and are not here. */
export const commands: readonly Command[] = [
  migrateCommand,
  seed,
  importCommand,
  exportAll,
  backup,
  restore,
  user,
  doctor,
];
