// Fingers on a picture: two of them move and zoom it, a double tap asks for a closer look.

const QUICK = 350;
const NEAR = 30;

/**
 * @typedef {{x: number, y: number}} Point in pixels from the element's corner
 * @param {Element} element whose style says touch-action: none
 * @param {{began: () => View, pinched: (view: View, factor: number, from: Point, to: Point) => void, tapped: (at: Point, event: PointerEvent) => void}} listeners
 *   pinched: what lay at one point when it began, lies at the other now, and the picture is that many times as large
 * @template View
 * @returns {{busy: boolean, doubled: number}} whether two fingers are at it, and when the last double tap was
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
      const twice = tap && event.timeStamp - tap.time < QUICK && Math.hypot(at.x - tap.x, at.y - tap.y) < NEAR;
      tap = twice ? null : { ...at, time: event.timeStamp };
      if (twice) { state.doubled = event.timeStamp; tapped(at, event); }
    }
    // What the last finger does after the other has left is no gesture of its own.
    if (!down.size) setTimeout(() => { state.busy = down.size > 1; });
  };
  element.addEventListener("pointerup", lifted);
  element.addEventListener("pointercancel", lifted);
  return state;
}
