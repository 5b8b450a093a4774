const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An article's instant is ISO with London's offset, so its own digits are the London clock: no zone tables needed. */
function londonParts(iso: string) {
  const [year, month, day] = iso.slice(0, 10).split('-');
  const weekday = new Date(`${iso.slice(0, 10)}T12:00:00Z`).getUTCDay();
  return { year, month: MONTHS[Number(month) - 1] ?? '', day: day ?? '', weekday: DAYS[weekday] ?? '' };
}

/** `Tue, 12 Jan 2016 18:30:00 +0000`, as RSS 2.0 wants it. */
export function rfc822(iso: string): string {
  const { year, month, day, weekday } = londonParts(iso);
  const offset = iso.slice(19).replace(':', '');
  return `${weekday.slice(0, 3)}, ${day} ${month.slice(0, 3)} ${year} ${iso.slice(11, 19)} ${offset}`;
}

/** `Tuesday 12 January 2016, 18:30`, as a page shows it. */
export function longDate(iso: string): string {
  const { year, month, day, weekday } = londonParts(iso);
  return `${weekday} ${Number(day)} ${month} ${year}, ${iso.slice(11, 16)}`;
}
