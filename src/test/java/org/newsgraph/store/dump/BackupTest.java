package org.newsgraph.store.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.store.NewsStore;
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
      assertThat(restored.articleCount()).isEqualTo(backup.articles());
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
      assertThat(DatasetStatistics.of(restored).quads()).isZero();
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

  @Test
  void a_restore_that_was_interrupted_leaves_no_database_and_can_be_repeated() throws IOException {
    Backup backup;
    try (NewsStore store = store()) {
      backup = Backup.of(store);
    }
    Path complete = folder.resolve("complete");
    Backup.restore(backup.file(), complete).close();
    List<Path> files;
    try (Stream<Path> found = Files.list(complete)) {
      files = found.filter(it -> !it.endsWith("newsgraph.properties")).sorted().toList();
    }
    // After each number of moved files, as if the process had been killed.
    for (int moved = 0; moved <= files.size(); moved++) {
      Path target = folder.resolve("interrupted-" + moved);
      Path staging = Files.createDirectories(target.resolve("staging"));
      Files.writeString(
          staging.resolve("moved"),
          files.stream().map(it -> it.getFileName() + "\n").collect(Collectors.joining()));
      for (int i = 0; i < files.size(); i++) {
        Path place = i < moved ? target : staging;
        copyTo(place, files.get(i));
      }
      assertThatThrownBy(() -> NewsStore.open(target))
          .hasMessageContaining("there is no Newsgraph database here");
      try (NewsStore restored = Backup.restore(backup.file(), target)) {
        assertThat(restored.articleCount()).isEqualTo(1);
      }
      assertThat(staging).doesNotExist();
    }
  }

  @Test
  void a_restore_does_not_replace_other_corrections() throws IOException {
    Backup backup;
    try (NewsStore store = store()) {
      Files.writeString(store.folder().resolve(CorrectionsFile.NAME), "# of the backup\n");
      backup = Backup.of(store);
    }
    Path target = Files.createDirectory(folder.resolve("new"));
    Path corrections = target.resolve(CorrectionsFile.NAME);
    Files.writeString(corrections, "# newer\n");
    assertThatThrownBy(() -> Backup.restore(backup.file(), target))
        .hasMessageContaining("move it to another folder first");
    assertThat(corrections).hasContent("# newer");
  }

  @Test
  void an_interrupted_backup_is_removed_by_the_next() throws IOException {
    try (NewsStore store = store()) {
      Path backups = Files.createDirectory(store.folder().resolve("backups"));
      Files.writeString(backups.resolve("newsgraph-20260101-000000.zip.unfinished"), "PK");
      Backup backup = Backup.of(store);
      assertThat(backups).isDirectoryContaining(backup.file()::equals);
      assertThat(backups).isDirectoryNotContaining("glob:**.unfinished");
    }
  }

  private static void copyTo(Path folder, Path file) throws IOException {
    Path copy = folder.resolve(file.getFileName());
    if (Files.isDirectory(file)) {
      PathUtils.copyDirectory(file, copy);
    } else {
      Files.copy(file, copy);
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
