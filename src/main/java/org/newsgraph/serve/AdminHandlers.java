package org.newsgraph.serve;

import java.util.Map;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
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

  /** Checks that the server runs and its database can be read. */
  Reply ping(Request request) {
    store.read(dataset -> dataset.listGraphNodes().hasNext());
    return Reply.text("pong\n").with("Cache-Control", "no-store");
  }

  /** Writes a backup into the database's folder and returns its file name. */
  Reply backup(Request request) {
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

  Reply compact(Request request) {
    long before = store.size();
    if (!store.compact()) {
      throw new HttpError(507, "not enough disk space for a second copy of the database");
    }
    return Reply.json(Map.of("before", before, "after", store.size()));
  }
}
