import { loadFrame } from '#web/community-frame.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => loadFrame(event);
