const ISO_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant that an ISO 8601 text `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)` names, as the REST API writes and takes
 * it (SKA.md 3.0), in whole seconds since 1970-01-01T00:00:00Z; a fraction is cut off. `null` for any other text, for
 * days that the calendar does not have, for second 60, for offsets beyond 23:59, and for instants outside the years 0 to
 * 9999 in UTC.
 */
export function parseIsoTime(text: string): number | null {
  const match = ISO_TIME.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const sameDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!sameDay || hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetSeconds(match[7] as string);
  if (offset === null) return null;
  const seconds = date.getTime() / 1000 - offset;
  return seconds < EARLIEST || seconds > LATEST ? null : seconds;
}

/** 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
const [EARLIEST, LATEST] = [-62_167_219_200, 253_402_300_799];

function offsetSeconds(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
