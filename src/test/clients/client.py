"""Reads and writes with SPARQLWrapper and rdflib. Usage: client.py ADDRESS USER PASSWORD"""
import sys
from SPARQLWrapper import SPARQLWrapper, BASIC, CSV, JSON, POST, TURTLE, XML
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

address, user, password = sys.argv[1:4]
SAID = """PREFIX news: <https://w3id.org/newsgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?who WHERE { ?s news:content ?said ; news:speaker/rdfs:label ?who FILTER CONTAINS(?said, "must not be forgotten") }"""

for method in ("GET", POST):
    for form in (JSON, XML, CSV):
        ask = SPARQLWrapper(address + "news/sparql")
        ask.setMethod(method); ask.setReturnFormat(form); ask.setQuery(SAID)
        answer = ask.query().convert()
        assert "Ada Novak" in (answer.toxml() if form == XML else str(answer)), (method, form)
construct = SPARQLWrapper(address + "news/sparql")
construct.setReturnFormat(TURTLE)
construct.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/newsgraph/ontology#Person> ; ?p ?o }")
assert len(Graph().parse(data=construct.query().convert(), format="turtle")) > 3

write = SPARQLWrapper(address + "news/update")
write.setHTTPAuth(BASIC); write.setCredentials(user, password); write.setMethod(POST)
write.setQuery("INSERT DATA { GRAPH <urn:python> { <urn:a> <urn:b> 'c' } }")
write.query()
rows = SPARQLStore(address + "news/sparql").query("SELECT ?o { GRAPH <urn:python> { ?s ?p ?o } }")
assert [str(row[0]) for row in rows] == ["c"], "rdflib's store"
write.setQuery("DROP GRAPH <urn:python>")
write.query()
assert len(Graph().parse(address + "entity/Ada_Novak")) > 3, "linked data by content negotiation"
assert len(Graph().parse(address + "article/harbour%201.json", format="json-ld")) > 10
print("all is well")
