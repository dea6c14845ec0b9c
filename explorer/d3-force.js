// What the graph view takes of D3: the forces that lay a graph out.
export { forceSimulation, forceLink, forceManyBody, forceX, forceY, forceCollide } from "d3-force";
