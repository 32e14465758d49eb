/** Times as people in Paris read them. */

const ZONE = "Europe/Paris";
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options });
const HOUR = format({ hour: "2-digit", minute: "2-digit" });
const DAY = format({ weekday: "long", day: "numeric", month: "long" });
const SHORT_DAY = format({ weekday: "short", day: "numeric", month: "short" });
const KEY = format({ year: "numeric", month: "2-digit", day: "2-digit" });

export const hour = (iso) => HOUR.format(new Date(iso));
export const longDay = (iso) => DAY.format(new Date(iso));
export const shortDay = (iso) => SHORT_DAY.format(new Date(iso));
export const sameDay = (one, other) => KEY.format(new Date(one)) === KEY.format(new Date(other));

export function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 0.1 ? `${Math.round(bytes / 1024)} KB` : `${megabytes.toFixed(1)} MB`;
}

export function seconds(count) {
  const whole = Math.max(0, Math.round(count ?? 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
