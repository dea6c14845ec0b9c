// Loads the tables of this folder into a Neo4j database that runs (5.x). Copy the .csv files into its folder "import" first:
//   cypher-shell -f load.cypher
// A text with a backslash before a quotation mark needs dbms.import.csv.legacy_quote_escaping=false in neo4j.conf.
// For more than some thousand articles "neo4j-admin database import full" is faster; see import.args.
CREATE CONSTRAINT article_iri IF NOT EXISTS FOR (n:Article) REQUIRE n.iri IS UNIQUE;
CREATE CONSTRAINT entity_iri IF NOT EXISTS FOR (n:Entity) REQUIRE n.iri IS UNIQUE;
CREATE CONSTRAINT statement_iri IF NOT EXISTS FOR (n:Statement) REQUIRE n.iri IS UNIQUE;
CREATE CONSTRAINT speech_act_report_iri IF NOT EXISTS FOR (n:SpeechActReport) REQUIRE n.iri IS UNIQUE;
CREATE CONSTRAINT role_iri IF NOT EXISTS FOR (n:Role) REQUIRE n.iri IS UNIQUE;
LOAD CSV WITH HEADERS FROM 'file:///articles.csv' AS row
MERGE (n:Article {iri: row.`iri:ID(Article)`})
SET n.id = row.id, n.title = row.title, n.published = row.published, n.publisher = row.publisher, n.url = row.url;
LOAD CSV WITH HEADERS FROM 'file:///entities.csv' AS row
MERGE (n:Entity {iri: row.`iri:ID(Entity)`})
SET n.name = row.name, n.otherNames = row.otherNames, n.wikidata = row.wikidata, n.mentions = toInteger(row.`mentions:int`)
FOREACH (_ IN CASE WHEN row.`:LABEL` ENDS WITH 'Person' THEN [1] ELSE [] END | SET n:Person)
FOREACH (_ IN CASE WHEN row.`:LABEL` ENDS WITH 'Organisation' THEN [1] ELSE [] END | SET n:Organisation)
FOREACH (_ IN CASE WHEN row.`:LABEL` ENDS WITH 'Place' THEN [1] ELSE [] END | SET n:Place);
LOAD CSV WITH HEADERS FROM 'file:///statements.csv' AS row
MERGE (n:Statement {iri: row.`iri:ID(Statement)`})
SET n.kind = row.kind, n.content = row.content, n.speakerText = row.speakerText, n.cue = row.cue,
  n.confidence = toFloat(row.`confidence:double`), n.status = row.status, n.quotedText = row.quotedText,
  n.saidOn = row.saidOn;
LOAD CSV WITH HEADERS FROM 'file:///speech_acts.csv' AS row
MERGE (n:SpeechActReport {iri: row.`iri:ID(SpeechActReport)`})
SET n.topic = row.topic, n.speakerText = row.speakerText, n.cue = row.cue, n.confidence = toFloat(row.`confidence:double`),
  n.status = row.status;
LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
MERGE (n:Role {iri: row.`iri:ID(Role)`})
SET n.text = row.text, n.published = row.published, n.confidence = toFloat(row.`confidence:double`);
LOAD CSV WITH HEADERS FROM 'file:///mentions.csv' AS row
MATCH (a:Article {iri: row.`:START_ID(Article)`}), (b:Entity {iri: row.`:END_ID(Entity)`})
MERGE (a)-[r:MENTIONS {begin: toInteger(row.`begin:int`), end: toInteger(row.`end:int`)}]->(b)
SET r.exact = row.exact;
LOAD CSV WITH HEADERS FROM 'file:///reports.csv' AS row
MATCH (a:Article {iri: row.`:START_ID(Article)`}), (b:Statement {iri: row.`:END_ID(Statement)`})
MERGE (a)-[:REPORTS]->(b);
LOAD CSV WITH HEADERS FROM 'file:///spoken_by.csv' AS row
MATCH (a:Statement {iri: row.`:START_ID(Statement)`}), (b:Entity {iri: row.`:END_ID(Entity)`})
MERGE (a)-[:SPOKEN_BY]->(b);
LOAD CSV WITH HEADERS FROM 'file:///about.csv' AS row
MATCH (a:Statement {iri: row.`:START_ID(Statement)`}), (b:Entity {iri: row.`:END_ID(Entity)`})
MERGE (a)-[:ABOUT]->(b);
LOAD CSV WITH HEADERS FROM 'file:///speech_acts_reports.csv' AS row
MATCH (a:Article {iri: row.`:START_ID(Article)`}), (b:SpeechActReport {iri: row.`:END_ID(SpeechActReport)`})
MERGE (a)-[:REPORTS]->(b);
LOAD CSV WITH HEADERS FROM 'file:///speech_acts_spoken_by.csv' AS row
MATCH (a:SpeechActReport {iri: row.`:START_ID(SpeechActReport)`}), (b:Entity {iri: row.`:END_ID(Entity)`})
MERGE (a)-[:SPOKEN_BY]->(b);
LOAD CSV WITH HEADERS FROM 'file:///speech_acts_about.csv' AS row
MATCH (a:SpeechActReport {iri: row.`:START_ID(SpeechActReport)`}), (b:Entity {iri: row.`:END_ID(Entity)`})
MERGE (a)-[:ABOUT]->(b);
LOAD CSV WITH HEADERS FROM 'file:///has_role.csv' AS row
MATCH (a:Entity {iri: row.`:START_ID(Entity)`}), (b:Role {iri: row.`:END_ID(Role)`})
MERGE (a)-[:HAS_ROLE]->(b);
LOAD CSV WITH HEADERS FROM 'file:///in.csv' AS row
MATCH (a:Role {iri: row.`:START_ID(Role)`}), (b:Entity {iri: row.`:END_ID(Entity)`})
MERGE (a)-[:IN]->(b);
