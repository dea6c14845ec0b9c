package org.newsgraph.store.dump;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.graph.Iris;
import org.newsgraph.store.DatabaseFolder;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.bulk.BulkLoad;

/**
 * Loads quads into a new database by the bulk loader, and builds its text index. If loading fails,
 * the folder is unusable and must be deleted.
 */
public final class BulkLoader extends QuadSink {
  private final DatabaseFolder folder;
  private final NewsStore store;
  private final BulkLoad load;
  private boolean isClosed;

  /**
   * Creates a database, whose base is set at the end if it is not known yet.
   *
   * @param folder folder of the database, without a database yet
   * @param iris factory of the database's IRIs; if empty, the base is that of the first article
   * @param onArticle called after each article
   */
  public BulkLoader(Path folder, Optional<Iris> iris, Runnable onArticle) {
    super(iris, onArticle);
    this.folder = new DatabaseFolder(folder);
    this.store = NewsStore.create(folder, iris.map(Iris::base));
    this.load = new BulkLoad(store.rawDataset(), folder, store.diskSpace()::require);
  }

  @Override
  void store(Quad quad) {
    load.add(quad);
  }

  @Override
  void storeAll() {
    load.finish();
    close();
    iris().ifPresent(folder::writeSettings);
    try (NewsStore loaded = NewsStore.open(folder.path())) {
      loaded.openTextIndex();
    }
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      load.close();
      store.close();
    }
  }
}
