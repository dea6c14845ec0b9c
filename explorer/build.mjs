// Makes the files of src/main/resources/org/newsgraph/serve/page/assets that come from others' work:
// codemirror.js, d3-force.js, world.svg, and licences.txt with the licences of all that went in.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, mesh } from "topojson-client";

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "../src/main/resources/org/newsgraph/serve/page/assets");

const used = new Set(["world-atlas"]);
for (const name of ["codemirror.js", "d3-force.js"]) {
  const { metafile } = await build({
    entryPoints: [join(here, name)],
    outfile: join(assets, name),
    absWorkingDir: here,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    banner: { js: `/* Built from explorer/${name}; the licences are in licences.txt. */` },
  });
  for (const input of Object.keys(metafile.inputs)) {
    const found = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) used.add(found[1]);
  }
}

// Miller's projection, in degrees: north is up, and shapes keep their looks where people live.
const RADIAN = Math.PI / 180;
const project = ([lon, lat]) => [lon, -1.25 * Math.asinh(Math.tan(0.8 * lat * RADIAN)) / RADIAN];
const round = (x) => Math.round(x * 10) / 10;

function line(points, end) {
  let last;
  const steps = [];
  for (const [x, y] of points.map(project).map((p) => p.map(round))) {
    if (last && last[0] === x && last[1] === y) continue;
    // Over the edge of the map and back on its other side.
    const jumps = !last || Math.abs(x - last[0]) > 180;
    steps.push(!jumps ? `l${round(x - last[0])} ${round(y - last[1])}` : `M${x} ${y}`);
    last = [x, y];
  }
  return steps.join("").replaceAll(" -", "-").replace(/(?<!\d)0\./g, ".") + end;
}

const world = JSON.parse(readFileSync(join(here, "node_modules/world-atlas/countries-110m.json"), "utf8"));
const { countries } = world.objects;
// All but Antarctica, which no map of the news needs.
countries.geometries = countries.geometries.filter((it) => it.id !== "010");
const land = feature(world, countries).features
  .flatMap(({ geometry: g }) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates))
  .flatMap((rings) => rings.map((ring) => line(ring, "z"))).join("");
const borders = mesh(world, countries, (a, b) => a !== b).coordinates.map((it) => line(it, "")).join("");
writeFileSync(join(assets, "world.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -115 360 185">
<!-- Natural Earth, 1:110 million, public domain; by way of world-atlas; Miller's projection, degrees. -->
<path id="land" d="${land}"/>
<path id="borders" vector-effect="non-scaling-stroke" d="${borders}"/>
</svg>
`);

const licences = [...used].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(join(assets, "licences.txt"),
  "What codemirror.js, d3-force.js and world.svg are made of.\n"
  + "The map's data are from Natural Earth, in the public domain.\n\n" + licences.join("\n\n"));
