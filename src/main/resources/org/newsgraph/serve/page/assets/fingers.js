// Touch gestures on a picture: two fingers move and zoom it, a double tap zooms in or opens.

const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PIXELS = 30;

/**
 * Reports touch gestures on an element.
 *
 * @typedef {{x: number, y: number}} Point in pixels from the element's top left corner
 * @param {Element} element with the style touch-action: none
 * @param {{began: () => View, pinched: (view: View, factor: number, from: Point, to: Point) => void, tapped: (at: Point, event: PointerEvent) => void}} listeners
 *   began: a gesture starts; returns the current view. pinched: relative to that view, the picture is scaled by the
 *   factor and moved such that its point "from" lies at "to". tapped: a double tap
 * @template View
 * @returns {{busy: boolean, doubled: number}} busy while two fingers touch the element; the time stamp of the last double tap
 */
export function fingers(element, { began, pinched, tapped }) {
  const down = new Map();
  const state = { busy: false, doubled: -Infinity };
  let tap = null;
  let start = null;
  const point = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.x, y: event.clientY - box.y };
  };
  const pair = () => {
    const [a, b] = [...down.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
  };
  const isTouch = (event) => event.pointerType === "touch";

  element.addEventListener("pointerdown", (event) => {
    if (!isTouch(event)) return;
    down.set(event.pointerId, point(event));
    if (down.size < 2) return;
    state.busy = true;
    tap = null;
    start = down.size === 2 ? { ...pair(), view: began() } : null;
  });
  element.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) return;
    down.set(event.pointerId, point(event));
    if (!start) return;
    const now = pair();
    pinched(start.view, now.apart / start.apart, start, now);
  });
  const lifted = (event) => {
    if (!down.delete(event.pointerId)) return;
    start = null;
    const at = point(event);
    if (event.type === "pointerup" && !state.busy) {
      const twice = tap && event.timeStamp - tap.time < DOUBLE_TAP_MS && Math.hypot(at.x - tap.x, at.y - tap.y) < DOUBLE_TAP_PIXELS;
      tap = twice ? null : { ...at, time: event.timeStamp };
      if (twice) { state.doubled = event.timeStamp; tapped(at, event); }
    }
    // Movements of the last finger, after the other has been lifted, are ignored.
    if (!down.size) setTimeout(() => { state.busy = down.size > 1; });
  };
  element.addEventListener("pointerup", lifted);
  element.addEventListener("pointercancel", lifted);
  return state;
}
