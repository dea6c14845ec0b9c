// Reads and writes with fetch-sparql-endpoint. Usage: node client.mjs ADDRESS USER PASSWORD MODULES
import { createRequire } from 'node:module';
const [address, user, password, modules] = process.argv.slice(2);
const require = createRequire(modules + '/');
const { SparqlEndpointFetcher } = require('fetch-sparql-endpoint');
const said = `PREFIX news: <https://w3id.org/newsgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?who WHERE { ?s news:content ?said ; news:speaker/rdfs:label ?who FILTER CONTAINS(?said, "must not be forgotten") }`;
const all = stream => new Promise((done, fail) => {
  const rows = []; stream.on('data', row => rows.push(row)); stream.on('end', () => done(rows)); stream.on('error', fail); });
for (const method of ['GET', 'POST']) {
  const reader = new SparqlEndpointFetcher({ method });
  const rows = await all(await reader.fetchBindings(address + 'news/sparql', said));
  if (rows.length !== 1 || rows[0].who.value !== 'Ada Novak') throw new Error(method);
}
const reader = new SparqlEndpointFetcher();
if (!await reader.fetchAsk(address + 'news/sparql', 'ASK { ?s ?p ?o }')) throw new Error('ask');
const triples = await all(await reader.fetchTriples(address + 'news/sparql',
  'CONSTRUCT WHERE { ?s a <https://w3id.org/newsgraph/ontology#Person> }'));
if (triples.length === 0) throw new Error('construct');
const editor = new SparqlEndpointFetcher({
  defaultHeaders: new Headers({ Authorization: 'Basic ' + Buffer.from(user + ':' + password).toString('base64') }) });
await editor.fetchUpdate(address + 'news/update', "INSERT DATA { GRAPH <urn:js> { <urn:a> <urn:b> 'c' } }");
if (!await reader.fetchAsk(address + 'news/sparql', 'ASK { GRAPH <urn:js> { ?s ?p ?o } }')) throw new Error('update');
await editor.fetchUpdate(address + 'news/update', 'DROP GRAPH <urn:js>');
console.log('all is well');
