import more from 'lucide-static/icons/arrow-right.svg?raw';
import notices from 'lucide-static/icons/bell.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import photo from 'lucide-static/icons/camera.svg?raw';
import done from 'lucide-static/icons/check.svg?raw';
import open from 'lucide-static/icons/chevron-down.svg?raw';
import previous from 'lucide-static/icons/chevron-left.svg?raw';
import next from 'lucide-static/icons/chevron-right.svg?raw';
import trouble from 'lucide-static/icons/circle-alert.svg?raw';
import agreed from 'lucide-static/icons/circle-check.svg?raw';
import help from 'lucide-static/icons/circle-question-mark.svg?raw';
import waits from 'lucide-static/icons/clock.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import file from 'lucide-static/icons/file-text.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import offer from 'lucide-static/icons/hand-heart.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import language from 'lucide-static/icons/languages.svg?raw';
import secret from 'lucide-static/icons/lock.svg?raw';
import place from 'lucide-static/icons/map-pin.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import talk from 'lucide-static/icons/message-square.svg?raw';
import edit from 'lucide-static/icons/pencil.svg?raw';
import add from 'lucide-static/icons/plus.svg?raw';
import print from 'lucide-static/icons/printer.svg?raw';
import reply from 'lucide-static/icons/reply.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import remove from 'lucide-static/icons/trash-2.svg?raw';
import person from 'lucide-static/icons/user.svg?raw';
import people from 'lucide-static/icons/users.svg?raw';
import vote from 'lucide-static/icons/vote.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';

const sources = {
  add,
  agreed,
  calendar,
  close,
  copy,
  done,
  download,
  edit,
  file,
  flag,
  help,
  info,
  language,
  menu,
  more,
  next,
  notices,
  offer,
  open,
  people,
  person,
  photo,
  place,
  previous,
  print,
  remove,
  reply,
  search,
  secret,
  share,
  talk,
  trouble,
  vote,
  waits,
};

/** Icons are named after what they mean here, not after what they show. */
export type IconName = keyof typeof sources;

const inside = (svg: string): string =>
  svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '');

/** The drawing inside each icon's 24 × 24 frame (Lucide, ISC). */
export const icons = Object.fromEntries(Object.entries(sources).map(([name, svg]) => [name, inside(svg)])) as Readonly<
  Record<IconName, string>
>;
