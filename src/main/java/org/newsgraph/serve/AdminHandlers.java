package org.newsgraph.serve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.Route;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.dump.Backup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handlers for operators: health check, backup and compaction of a running server. */
final class AdminHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(AdminHandlers.class);

  private final NewsStore store;

  AdminHandlers(NewsStore store) {
    this.store = store;
  }

  /** Returns the route of the health check, which needs no login. */
  List<Route> readingRoutes() {
    return List.of(new Route(Set.of("GET"), "/$/ping", Access.OPEN, this::ping));
  }

  /** Returns the routes that need a writable database. */
  List<Route> writingRoutes() {
    return List.of(
        Route.edit("POST", "/$/backup", this::backup),
        Route.edit("POST", "/$/compact", this::compact));
  }

  /** Checks that the server runs and its database can be read. */
  private Reply ping(Request request) {
    store.read(dataset -> dataset.listGraphNodes().hasNext());
    return Reply.text("pong\n").with("Cache-Control", "no-store");
  }

  /** Writes a backup into the database's folder and returns its file name. */
  private Reply backup(Request request) {
    Backup backup;
    try {
      backup = Backup.of(store);
    } catch (StoreException e) {
      LOG.error("{}", e.getMessage());
      throw new HttpError(507, "the backup cannot be written; the server's log has the reason");
    }
    return Reply.json(
            Map.of("file", backup.file().getFileName().toString(), "articles", backup.articles()))
        .withStatus(201);
  }

  private Reply compact(Request request) {
    long before = store.size();
    if (!store.compact()) {
      throw new HttpError(507, "not enough disk space for a second copy of the database");
    }
    return Reply.json(Map.of("before", before, "after", store.size()));
  }
}
