package org.newsgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedFilesTest {
  @TempDir Path folder;

  @Test
  void a_file_is_given_once_it_has_stopped_to_grow_and_again_when_it_changes() throws IOException {
    Path old = Files.writeString(folder.resolve("old.txt"), "old");
    Path grown = folder.resolve("new.txt");
    ChangedFiles changes = new ChangedFiles();
    changes.recordState(List.of(old));
    Files.writeString(grown, "a");
    assertThat(changes.scan(List.of(old, grown))).isEmpty();
    Files.writeString(grown, "ab");
    assertThat(changes.scan(List.of(old, grown))).isEmpty();
    assertThat(changes.scan(List.of(old, grown))).containsExactly(grown);
    assertThat(changes.scan(List.of(old, grown))).isEmpty();
    Files.writeString(old, "older");
    Files.delete(grown);
    assertThat(changes.scan(List.of(old, grown))).isEmpty();
    assertThat(changes.scan(List.of(old, grown))).containsExactly(old);
  }
}
