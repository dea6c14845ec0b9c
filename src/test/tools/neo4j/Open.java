import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.importer.ImportCommand;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.configuration.GraphDatabaseSettings;
import picocli.CommandLine;

/**
 * Imports a folder as "neo4j-admin database import full @import.args" does, or with its script, and
 * prints what Cypher queries answer, each row a line.
 */
public final class Open {
  private static final List<String> QUERIES =
      List.of(
          "MATCH (s:Statement)-[:SPOKEN_BY]->(e:Entity) RETURN e.name, count(s) ORDER BY e.name",
          "MATCH (e:Entity)<-[:SPOKEN_BY]-(s)-[:ABOUT]->(x) RETURN e.name, x.name, s.content",
          "MATCH (a:Article)-[m:MENTIONS]->(e) RETURN a.id, m.begin, m.end, m.exact, e.name",
          "MATCH (p:Person)-[:HAS_ROLE]->(r:Role) OPTIONAL MATCH (r)-[:IN]->(o:Organisation)"
              + " RETURN p.name, r.text, coalesce(o.name, '')");

  public static void main(String[] args) throws Exception {
    Path csv = Path.of(args[0]).toAbsolutePath();
    Path home = Path.of(args[1]).toAbsolutePath();
    boolean script = args.length > 2;
    Files.createDirectories(home.resolve("conf"));
    if (!script) {
      List<String> options = new ArrayList<>();
      for (String line : Files.readAllLines(csv.resolve("import.args"))) {
        // neo4j-admin looks in the folder that it is called in; this process stands elsewhere.
        options.add(line.replaceFirst("=(?=\\w+\\.csv$)", "=" + csv + "/"));
      }
      options.add("--report-file=" + home.resolve("import.report"));
      options.add("neo4j");
      var context = new ExecutionContext(home, home.resolve("conf"));
      int status =
          new CommandLine(new ImportCommand.Full(context)).execute(options.toArray(String[]::new));
      if (status != 0) {
        System.exit(status);
      }
    }
    DatabaseManagementService service =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(GraphDatabaseSettings.load_csv_file_url_root, csv)
            .setConfig(GraphDatabaseSettings.csv_legacy_quote_escaping, false)
            .build();
    GraphDatabaseService graph = service.database("neo4j");
    if (script) {
      for (String statement :
          Files.readString(csv.resolve("load.cypher")).replaceAll("(?m)^//.*$", "").split(";\n")) {
        if (!statement.isBlank()) {
          graph.executeTransactionally(statement);
        }
      }
    }
    for (String query : QUERIES) {
      System.out.println("? " + query);
      try (Transaction look = graph.beginTx();
          Result rows = look.execute(query)) {
        while (rows.hasNext()) {
          var row = rows.next();
          List<String> cells = new ArrayList<>();
          rows.columns().forEach(column -> cells.add(String.valueOf(row.get(column))));
          System.out.println("= " + String.join(" | ", cells).replace("\n", "\\n"));
        }
      }
    }
    service.shutdown();
    System.exit(0);
  }
}
