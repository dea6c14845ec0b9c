package org.newsgraph.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that an export leaves a complete file or none. */
class DestinationTest {
  @TempDir Path folder;

  private static Destination to(Path path, boolean force) {
    return new Destination(path, force, new ByteArrayOutputStream());
  }

  private static void write(OutputStream out) throws IOException {
    out.write("whole".getBytes(UTF_8));
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void what_is_there_is_replaced_only_by_force() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nq"), "old");
    assertThatThrownBy(() -> to(file, false).file(DestinationTest::write))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("--force");
    assertThat(file).hasContent("old");
    to(file, true).file(DestinationTest::write);
    assertThat(file).hasContent("whole");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void a_write_that_fails_leaves_what_was_there_and_no_half_file() throws IOException {
    Path file = Files.writeString(folder.resolve("a.nq"), "old");
    assertThatThrownBy(
            () ->
                to(file, true)
                    .file(
                        out -> {
                          write(out);
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(file + ": cannot be written (the disk is full)");
    assertThat(file).hasContent("old");
    assertThatThrownBy(
            () ->
                to(folder.resolve("tables"), false)
                    .folder(
                        tables -> {
                          Files.writeString(tables.resolve("a.csv"), "half");
                          throw new IllegalStateException("broken");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void a_full_disk_gets_one_sentence() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full here");
    assertThatThrownBy(() -> to(full, false).file(DestinationTest::write))
        .isInstanceOf(ExportException.class)
        .hasMessage("/dev/full: cannot be written (the disk is full)");
  }

  @Test
  void a_full_disk_gets_one_sentence_however_a_library_wraps_it() {
    Path file = folder.resolve("a.nq");
    assertThatThrownBy(
            () ->
                to(file, false)
                    .file(
                        out -> {
                          throw new RuntimeIOException(new IOException("No space left on device"));
                        }))
        .isInstanceOf(ExportException.class)
        .hasMessage(file + ": cannot be written (the disk is full)");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_folder_that_is_not_there_gets_one_sentence() {
    Path file = folder.resolve("none/a.nq");
    assertThatThrownBy(() -> to(file, false).file(DestinationTest::write))
        .isInstanceOf(ExportException.class)
        .hasMessage(file + ": cannot be written (no such file or folder)");
  }

  @Test
  void by_force_a_folder_keeps_files_of_other_names() throws IOException {
    Path tables = Files.createDirectory(folder.resolve("tables"));
    Files.writeString(tables.resolve("mine.txt"), "mine");
    Files.writeString(tables.resolve("a.csv"), "old");
    to(tables, true).folder(it -> Files.writeString(it.resolve("a.csv"), "new"));
    assertThat(tables.resolve("mine.txt")).hasContent("mine");
    assertThat(tables.resolve("a.csv")).hasContent("new");
  }

  @Test
  void a_folder_goes_into_a_zip() throws IOException {
    Path zip = folder.resolve("tables.zip");
    to(zip, false).folder(it -> Files.writeString(it.resolve("a.csv"), "packed"));
    try (FileSystem read = FileSystems.newFileSystem(zip)) {
      assertThat(Files.readString(read.getPath("/a.csv"))).isEqualTo("packed");
    }
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void standard_output_takes_files_and_no_folders() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Destination standard = new Destination(Path.of("-"), false, out);
    standard.file(DestinationTest::write);
    assertThat(out).hasToString("whole");
    assertThatThrownBy(() -> standard.folder(it -> {}))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(".zip");
  }
}
