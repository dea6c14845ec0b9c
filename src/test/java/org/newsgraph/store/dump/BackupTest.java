package org.newsgraph.store.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Statistics;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.correction.CorrectionsFile;

class BackupTest {
  @TempDir Path folder;

  @Test
  void what_is_restored_is_the_same_with_its_corrections_and_its_words() throws IOException {
    Path corrections = folder.resolve("db").resolve(CorrectionsFile.NAME);
    Backup backup;
    DatasetGraph before;
    try (NewsStore store = store()) {
      Files.writeString(corrections, "entity,correction,value,article,note,date\n");
      backup = Backup.of(store);
      before = copy(store);
    }
    try (NewsStore restored = Backup.restore(backup.file(), folder.resolve("new"))) {
      assertThat(IsoMatcher.isomorphic(copy(restored), before)).isTrue();
      assertThat(Statistics.articles(restored)).isEqualTo(backup.articles());
    }
    assertThat(folder.resolve("new").resolve(CorrectionsFile.NAME))
        .hasSameTextualContentAs(corrections);
  }

  @Test
  void an_empty_database_is_restored_too() {
    Backup backup;
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      backup = Backup.of(store);
    }
    try (NewsStore restored = Backup.restore(backup.file(), folder.resolve("new"))) {
      assertThat(Statistics.of(restored).triples()).isZero();
    }
  }

  @Test
  void of_a_damaged_backup_nothing_is_left_and_the_place_stays_free() throws IOException {
    Path damaged = folder.resolve("damaged.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(damaged))) {
      zip.putNextEntry(new ZipEntry("newsgraph.properties"));
      zip.write("base=https://example.org/\n".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("graph.nq"));
      zip.write("<urn:x:a> <urn:x:b> <urn:x:c> <urn:x:g> .\n<urn:x:a> <urn".getBytes(UTF_8));
    }
    Path target = folder.resolve("new");
    assertThatThrownBy(() -> Backup.restore(damaged, target))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
    assertThat(target).isEmptyDirectory();
    try (NewsStore store = store()) {
      Backup.restore(Backup.of(store).file(), target).close();
    }
  }

  private NewsStore store() {
    NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty());
    store.put(
        ArticleGraph.of(
            HandMade.harbour(), store.iris(), new Provenance("0.1.0", Instant.EPOCH), "digest"));
    return store;
  }

  private static DatasetGraph copy(NewsStore store) {
    return store.read(
        dataset -> {
          DatasetGraph copy = DatasetGraphFactory.create();
          dataset.find().forEachRemaining(copy::add);
          return copy;
        });
  }
}
