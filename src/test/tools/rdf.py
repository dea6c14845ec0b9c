"""Parses RDF with rdflib and prints how many triples it found, in all graphs together."""
import sys

import rdflib

dataset = rdflib.ConjunctiveGraph()
dataset.parse(sys.argv[1], format=sys.argv[2])
print("triples", len(set(dataset.triples((None, None, None)))))
print("graphs", len([graph for graph in dataset.contexts() if len(graph)]))
