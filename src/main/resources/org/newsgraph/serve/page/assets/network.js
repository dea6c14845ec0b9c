// A graph on a canvas with a force-directed layout, controlled by mouse, touch and keyboard; smooth with some thousand nodes.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from "./d3-force.js";
import { fingers } from "./fingers.js";
import { paint, palette } from "./network-paint.js";

/**
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {string} name
 * @property {string} kind "Person", "Organisation", "Place" or anything else
 * @property {number} [x]
 * @property {number} [y]
 * @property {number} [fx] position of a pinned node
 * @property {number} [fy]
 * @property {number} [degree]
 */
/** @typedef {{source: GraphNode, target: GraphNode, kind: string, count: number}} GraphLink */

const HIT_RADIUS = 14;
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Network {
  /** @type {GraphNode[]} */ nodes = [];
  /** @type {GraphLink[]} */ links = [];
  /** @type {GraphNode|null} */ selected = null;
  /** @type {GraphNode|null} */ hovered = null;
  /** Translation and scale from the graph's plane to the canvas. */
  view = { x: 0, y: 0, scale: 1 };
  frames = 0;

  /**
   * @param {HTMLCanvasElement} canvas focusable, with an accessible name
   * @param {{opened?: (node: GraphNode) => void, selected?: (node: GraphNode|null) => void, moved?: () => void}} listeners
   */
  constructor(canvas, listeners = {}) {
    this.canvas = canvas;
    // Software rendering is as fast on machines without a graphics card.
    this.context = canvas.getContext("2d", { willReadFrequently: true });
    this.listeners = listeners;
    this.simulation = forceSimulation()
      .force("link", forceLink().id((it) => it.id).distance(80))
      .force("charge", forceManyBody().strength(-300).distanceMax(800).theta(1))
      .force("x", forceX().strength(0.05))
      .force("y", forceY().strength(0.07))
      .alphaDecay(0.03)
      .stop();
    this.palette = palette();
    const repaint = () => { this.palette = palette(); this.draw(); };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    new MutationObserver(repaint).observe(document.documentElement, { attributes: true });
    new ResizeObserver(() => this.resize()).observe(canvas);
    this.listen();
  }

  /** Shows nodes and links. Nodes that were shown before keep their positions. */
  show(nodes, links) {
    const known = new Map(this.nodes.map((it) => [it.id, it]));
    this.nodes = nodes.map((it) => Object.assign(known.get(it.id) ?? this.born(it, links, known), it));
    const byId = new Map(this.nodes.map((it) => [it.id, it]));
    this.links = links.map((it) => ({ ...it, source: byId.get(it.source.id ?? it.source), target: byId.get(it.target.id ?? it.target) }))
      .filter((it) => it.source && it.target);
    for (const node of this.nodes) node.degree = 0;
    for (const { source, target } of this.links) { source.degree++; target.degree++; }
    if (!byId.has(this.selected?.id)) this.select(null);
    this.simulation.nodes(this.nodes).alpha(1);
    this.simulation.force("link").links(this.links);
    if (!known.size) this.settle();
    this.run();
  }

  /** Places a new node near a node that it is linked to. */
  born(node, links, known) {
    const id = (it) => it.id ?? it;
    const link = links.find((it) => (id(it.source) === node.id && known.has(id(it.target))) || (id(it.target) === node.id && known.has(id(it.source))));
    const near = link && known.get(known.has(id(link.source)) ? id(link.source) : id(link.target));
    const turn = Math.random() * 2 * Math.PI;
    return near ? { x: near.x + 50 * Math.cos(turn), y: near.y + 50 * Math.sin(turn) } : {};
  }

  /** Computes a first layout before the graph is shown, for at most 200 ms. */
  settle() {
    const end = performance.now() + 200;
    while (performance.now() < end && this.simulation.alpha() > 0.05) this.simulation.tick();
    this.fit();
  }

  /** Runs the layout until it is at rest. */
  run() {
    if (this.running) return;
    this.running = true;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const frame = () => {
      do this.simulation.tick(); while (still && this.simulation.alpha() > 0.01);
      if (!this.touched) this.fit();
      this.draw();
      this.frames++;
      this.running = this.simulation.alpha() > 0.01;
      if (this.running) requestAnimationFrame(frame);
      else this.listeners.moved?.();
    };
    requestAnimationFrame(frame);
  }

  warm(alpha = 0.3) {
    this.simulation.alpha(Math.max(alpha, this.simulation.alpha()));
    this.run();
  }

  draw() {
    paint(this.context, this, devicePixelRatio);
  }

  resize() {
    this.canvas.width = this.canvas.clientWidth * devicePixelRatio;
    this.canvas.height = this.canvas.clientHeight * devicePixelRatio;
    if (!this.touched) this.fit();
    this.draw();
  }

  /** Fits the graph into the view. */
  fit() {
    if (!this.nodes.length) return;
    const box = bounds(this.nodes);
    const { clientWidth: width, clientHeight: height } = this.canvas;
    // Space for a name on the right.
    const right = Math.min(160, width / 3);
    const scale = Math.max(0.02, Math.min(1.6, (width - 40 - right) / (box.width || 1), (height - 80) / (box.height || 1)));
    const x = Math.max(30, (width - scale * box.width) / 2);
    this.view = { scale, x: Math.min(x, width - right - scale * box.width) - scale * box.x, y: height / 2 - scale * (box.y + box.height / 2) };
  }

  zoom(factor, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const scale = Math.min(6, Math.max(0.02, this.view.scale * factor));
    const real = scale / this.view.scale;
    this.view = { scale, x: x - (x - this.view.x) * real, y: y - (y - this.view.y) * real };
    this.touched = true;
    this.draw();
  }

  select(node, centre = false) {
    this.selected = node;
    if (node && centre) {
      this.touched = true;
      const scale = Math.max(0.7, this.view.scale);
      this.view = { scale, x: this.canvas.clientWidth / 2 - scale * node.x, y: this.canvas.clientHeight / 2 - scale * node.y };
    }
    this.listeners.selected?.(node);
    this.draw();
  }

  pin(node, is = node.fx == null) {
    node.fx = is ? node.x : null;
    node.fy = is ? node.y : null;
    this.listeners.moved?.();
    this.warm();
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    const x = (event.clientX - box.x - this.view.x) / this.view.scale;
    const y = (event.clientY - box.y - this.view.y) / this.view.scale;
    const node = this.simulation.find(x, y, HIT_RADIUS / this.view.scale + 4);
    return { x, y, node: node ?? null };
  }

  /** Returns the nearest node in a direction. */
  towards([right, down]) {
    const from = this.selected;
    if (!from) return this.nodes.reduce((a, b) => (b.degree > a.degree ? b : a), this.nodes[0]);
    let best = null;
    let least = Infinity;
    for (const node of this.nodes) {
      const [dx, dy] = [node.x - from.x, node.y - from.y];
      const along = dx * right + dy * down;
      const across = Math.abs(dx * down) + Math.abs(dy * right);
      if (node !== from && along > across && along + 2 * across < least) [best, least] = [node, along + 2 * across];
    }
    return best;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.selected;
    const keys = {
      Enter: () => node && this.listeners.opened?.(node), p: () => node && this.pin(node), Escape: () => this.select(null),
      "+": () => this.zoom(1.3), "=": () => this.zoom(1.3), "-": () => this.zoom(1 / 1.3), 0: () => { this.touched = false; this.fit(); this.draw(); },
    };
    for (const [name, direction] of Object.entries(DIRECTIONS)) {
      keys[name] = () => { const next = this.towards(direction); if (next) this.select(next, true); };
    }
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** Opens the node at the pointer; without a node, zooms in there. */
  closer(event) {
    const { node } = this.at(event);
    if (node) { this.listeners.opened?.(node); return; }
    const box = this.canvas.getBoundingClientRect();
    this.zoom(1.8, event.clientX - box.x, event.clientY - box.y);
  }

  listen() {
    const { canvas } = this;
    let grip = null;
    const touch = fingers(canvas, {
      began: () => this.view,
      pinched: (view, factor, from, to) => {
        this.view = { ...view, x: view.x + to.x - from.x, y: view.y + to.y - from.y };
        this.zoom(factor, to.x, to.y);
      },
      tapped: (_, event) => this.closer(event),
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("pointerdown", (event) => {
      grip = { ...this.at(event), clientX: event.clientX, clientY: event.clientY, view: this.view, moved: false };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (touch.busy) { grip = null; return; }
      if (!grip) {
        const { node } = this.at(event);
        canvas.classList.toggle("over", Boolean(node));
        if (node !== this.hovered) { this.hovered = node; this.draw(); }
        return;
      }
      const [dx, dy] = [event.clientX - grip.clientX, event.clientY - grip.clientY];
      if (!grip.moved && Math.hypot(dx, dy) < 4) return;
      grip.moved = this.touched = true;
      if (grip.node) {
        const { x, y } = this.at(event);
        [grip.node.fx, grip.node.fy] = [x, y];
        this.warm();
      } else {
        this.view = { ...grip.view, x: grip.view.x + dx, y: grip.view.y + dy };
        this.draw();
      }
    });
    canvas.addEventListener("pointercancel", () => { grip = null; });
    canvas.addEventListener("pointerup", () => {
      if (touch.busy) grip = null;
      if (grip && !grip.moved) this.select(grip.node);
      if (grip?.moved && grip.node) this.listeners.moved?.();
      grip = null;
    });
    canvas.addEventListener("dblclick", (event) => {
      if (event.timeStamp - touch.doubled > 500) this.closer(event);
    });
    canvas.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / 400), event.clientX - box.x, event.clientY - box.y);
    }, { passive: false });
  }
}

/** Returns the smallest rectangle that contains the nodes. */
export function bounds(nodes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x); right = Math.max(right, x);
    top = Math.min(top, y); bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
