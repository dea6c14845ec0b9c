"""Reads a GraphML file with NetworkX and igraph, and prints what they found in it."""
import json
import sys

import igraph
import networkx

graph = networkx.read_graphml(sys.argv[1])
print("networkx", graph.number_of_nodes(), graph.number_of_edges(),
      round(sum(data["weight"] for _, _, data in graph.edges(data=True))))
print("networkx labels", json.dumps(sorted(data["label"] for _, data in graph.nodes(data=True))))
graph = igraph.Graph.Read_GraphML(sys.argv[1])
print("igraph", graph.vcount(), graph.ecount(), round(sum(graph.es["weight"])))
print("igraph labels", json.dumps(sorted(graph.vs["label"])))
