import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/** Reads a folder of tables with DuckDB and prints, for each, how many rows and what its columns are. */
public final class Open {
  public static void main(String[] args) throws Exception {
    String ending = args[1];
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement ask = duck.createStatement()) {
      for (String table :
          List.of(
              "articles", "entities", "mentions", "statements", "about", "roles", "relations")) {
        String file = "'" + args[0].replace("'", "''") + "/" + table + "." + ending + "'";
        System.out.println(table + " " + one(ask, "SELECT count(*) FROM " + file));
        System.out.println(
            table
                + " columns "
                + one(
                    ask,
                    "SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE FROM "
                        + file
                        + ")"));
      }
      String entities = "'" + args[0].replace("'", "''") + "/entities." + ending + "'";
      try (ResultSet names = ask.executeQuery("SELECT name FROM " + entities)) {
        while (names.next()) {
          System.out.println("name " + names.getString(1));
        }
      }
    }
  }

  private static String one(Statement ask, String query) throws Exception {
    try (ResultSet rows = ask.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
