// Paints a graph: each kind of node has a shape and a colour, each kind of link a colour and a line style.

export const NODES = { Person: "--hue-0", Organisation: "--hue-1", Place: "--hue-3", Other: "--hue-7" };
export const LINKS = { said: "--hue-6", mentioned: "--line-strong", role: "--hue-4", other: "--line-strong" };
const DASHES = { role: [5, 3], mentioned: [1.5, 2.5] };
const MAX_NAMES = 90;
const MAX_LINKS_WITH_ARROWS = 700;
const MAX_LINKS_WITH_DASHES = 700;
const MAX_NODES_WITH_OUTLINE = 1000;
const FONT = "system-ui, sans-serif";

export const nodeKind = (kind) => (kind in NODES ? kind : "Other");
export const linkKind = (kind) => (kind in LINKS ? kind : "other");
export const radius = (node) => 4.5 + Math.min(11, 1.6 * Math.sqrt(node.degree ?? 0));
export const clip = (name, length = 32) => (name.length > length ? name.slice(0, length - 1) + "…" : name);

/** Returns the colours of the current theme. */
export function palette() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colour = (value) => {
    probe.style.color = value.startsWith("--") ? `var(${value})` : value;
    return getComputedStyle(probe).color;
  };
  const of = (names, colours = (it) => `var(${it})`) =>
    Object.fromEntries(Object.entries(names).map(([kind, name]) => [kind, colour(colours(name))]));
  const mixed = (share) => (name) => `color-mix(in srgb, var(${name}) ${share}%, var(--raised))`;
  const found = { nodes: of(NODES), links: of(LINKS, mixed(70)), faint: of(LINKS, mixed(15)), ink: colour("--ink"), paper: colour("--raised"), accent: colour("--accent") };
  probe.remove();
  return found;
}

/** Adds a node's shape to a path: circles for people, squares for organisations, triangles for places, otherwise diamonds. */
function shape(path, kind, x, y, r) {
  if (kind === "Person") {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
  } else if (kind === "Organisation") {
    path.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76);
  } else {
    const corners = kind === "Place" ? [[0, -1.2], [1.1, 0.8], [-1.1, 0.8]] : [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]];
    corners.forEach(([dx, dy], i) => (i ? path.lineTo(x + r * dx, y + r * dy) : path.moveTo(x + r * dx, y + r * dy)));
    path.closePath();
  }
}

/** Returns a node's shape as SVG path data. */
export function shapePath(node) {
  const steps = [];
  const path = {
    moveTo: (x, y) => steps.push(`M${x.toFixed(1)} ${y.toFixed(1)}`),
    lineTo: (x, y) => steps.push(`L${x.toFixed(1)} ${y.toFixed(1)}`),
    arc: (x, y, r) => steps.push(`a${r} ${r} 0 1 0 ${-2 * r} 0a${r} ${r} 0 1 0 ${2 * r} 0`),
    rect: (x, y, w, hgt) => steps.push(`M${x.toFixed(1)} ${y.toFixed(1)}h${w}v${hgt}h${-w}z`),
    closePath: () => steps.push("z"),
  };
  shape(path, nodeKind(node.kind), node.x, node.y, radius(node));
  return steps.join("");
}

function strokeLinks(ctx, links, palette, scale) {
  const kinds = Map.groupBy(links, (it) => linkKind(it.kind));
  for (const [kind, some] of kinds) {
    const path = new Path2D();
    for (const { source, target } of some) {
      path.moveTo(source.x, source.y);
      path.lineTo(target.x, target.y);
    }
    ctx.strokeStyle = palette.links[kind];
    // Dashes are too slow for many links.
    ctx.setLineDash(links.length > MAX_LINKS_WITH_DASHES ? [] : (DASHES[kind] ?? []).map((it) => it / scale));
    ctx.stroke(path);
    ctx.setLineDash([]);
    if (kind === "said" && links.length < MAX_LINKS_WITH_ARROWS) arrows(ctx, some, palette.links[kind], scale);
  }
}

function arrows(ctx, links, colour, scale) {
  const path = new Path2D();
  for (const { source, target } of links) {
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    const length = Math.hypot(dx, dy) || 1;
    const [ux, uy] = [dx / length, dy / length];
    const size = 6 / Math.sqrt(scale);
    const [x, y] = [target.x - ux * (radius(target) + 2), target.y - uy * (radius(target) + 2)];
    path.moveTo(x, y);
    path.lineTo(x - size * ux + size * 0.45 * uy, y - size * uy - size * 0.45 * ux);
    path.lineTo(x - size * ux - size * 0.45 * uy, y - size * uy + size * 0.45 * ux);
    path.closePath();
  }
  ctx.fillStyle = colour;
  ctx.fill(path);
}

function fillNodes(ctx, nodes, palette) {
  // Filling nodes one by one is faster than filling one path with all of them.
  const edged = nodes.length < MAX_NODES_WITH_OUTLINE;
  for (const node of nodes) {
    const kind = nodeKind(node.kind);
    ctx.beginPath();
    shape(ctx, kind, node.x, node.y, radius(node));
    ctx.fillStyle = palette.nodes[kind];
    ctx.fill();
    if (edged) ctx.stroke();
  }
}

/** Paints names where there is room: first of the selected or hovered node and its neighbours, then by number of links. */
function names(ctx, network, near, ratio) {
  const { view, palette } = network;
  const first = (it) => (it === network.selected || it === network.hovered ? 1e6 : near?.has(it) ? 1e4 : 0) + it.degree;
  const { clientWidth: width, clientHeight: height } = network.canvas;
  const seen = network.nodes.filter((it) => {
    const [x, y] = [it.x * view.scale + view.x, it.y * view.scale + view.y];
    return x > -20 && x < width + 20 && y > -20 && y < height + 20 && (!near || near.has(it));
  }).sort((a, b) => first(b) - first(a)).slice(0, 4 * MAX_NAMES);
  const taken = [];
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = palette.paper;
  ctx.fillStyle = palette.ink;
  let drawn = 0;
  for (const node of seen) {
    if (drawn === MAX_NAMES) break;
    const bold = node === network.selected || node === network.hovered;
    const text = clip(node.name, bold ? 80 : 32);
    const x = node.x * view.scale + view.x + radius(node) * view.scale + 5;
    const y = node.y * view.scale + view.y + 4;
    const box = [x, y - 12, x + text.length * 6.6, y + 4];
    if (!bold && taken.some((it) => it[0] < box[2] && box[0] < it[2] && it[1] < box[3] && box[1] < it[3])) continue;
    taken.push(box);
    ctx.font = `${bold ? "600 " : ""}12px ${FONT}`;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
    drawn++;
  }
}

/** Paints the graph. */
export function paint(ctx, network, ratio) {
  const { nodes, links, view, palette } = network;
  const looked = network.hovered ?? network.selected;
  const near = looked && new Set([looked, ...links.filter((it) => it.source === looked || it.target === looked)
    .flatMap((it) => [it.source, it.target])]);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
  // Opaque lines of one pixel are painted many times faster than any others.
  ctx.lineWidth = 1 / (view.scale * ratio);
  strokeLinks(ctx, links, near ? { links: palette.faint } : palette, view.scale);
  if (near) {
    ctx.lineWidth = 1.8 / view.scale;
    strokeLinks(ctx, links.filter((it) => it.source === looked || it.target === looked), palette, view.scale);
    ctx.globalAlpha = 0.3;
  }
  ctx.lineWidth = 1.5 / view.scale;
  ctx.strokeStyle = palette.paper;
  fillNodes(ctx, nodes, palette);
  ctx.globalAlpha = 1;
  if (near) fillNodes(ctx, [...near], palette);
  ring(ctx, nodes.filter((it) => it.fx != null), palette.ink, 1.2 / view.scale, 2.5);
  if (network.selected) ring(ctx, [network.selected], palette.accent, 2.5 / view.scale, 5);
  names(ctx, network, near, ratio);
}

/** Paints rings around pinned nodes or the selected node. */
function ring(ctx, nodes, colour, width, gap) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  for (const node of nodes) {
    ctx.beginPath();
    ctx.arc(node.x, node.y, radius(node) + gap, 0, 2 * Math.PI);
    ctx.stroke();
  }
}
