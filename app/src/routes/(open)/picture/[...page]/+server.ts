import { pictureOfPage } from '#web/picture.ts';
import type { RequestHandler } from './$types';

/** The picture of a shared page, under the page's own address: `/picture/c/gornja-lipa/needs/21.jpg`. */
export const GET: RequestHandler = (event) => pictureOfPage(event, event.params.page);
