import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Letters of earlier days lead here. */
export const GET: RequestHandler = ({ params }) => redirect(301, `/c/${params.slug}/folds/${params.fold}`);
