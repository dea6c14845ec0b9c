package org.newsgraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorMessagesTest {
  @TempDir Path folder;

  @Test
  void without_a_folder_for_temporary_files_the_message_says_how_to_name_one() {
    Path missing = folder.resolve("missing");
    String file = missing.resolve("onnxruntime-java1").toString();
    Throwable e =
        new ExceptionInInitializerError(
            new IllegalStateException("Failed to load", new NoSuchFileException(file)));
    assertThat(ErrorMessages.reason(e, missing))
        .contains("folder for temporary files", "-Djava.io.tmpdir=");
    assertThat(ErrorMessages.reason(new NoSuchFileException(file), folder))
        .isEqualTo(file + ": no such file or folder");
  }

  @Test
  void memory_of_java_is_told_apart_from_limits_of_the_operating_system() {
    assertThat(ErrorMessages.reason(new OutOfMemoryError("Java heap space"))).contains("-Xmx4g");
    assertThat(ErrorMessages.reason(new OutOfMemoryError("Map failed")))
        .contains("ulimit")
        .doesNotContain("-Xmx");
  }

  @Test
  void the_disk_and_permissions_are_named_whatever_the_exception() {
    assertThat(IoErrors.describe(new FileNotFoundException("a.dat (Permission denied)")))
        .isEqualTo("permission denied");
    assertThat(IoErrors.describe(new FileSystemException("a", null, "Read-only file system")))
        .isEqualTo("the disk is read-only");
    assertThat(IoErrors.describe(new FileSystemException("a", null, "Too many open files")))
        .isEqualTo("too many open files");
    assertThat(IoErrors.describe(new FileNotFoundException("a.dat (No such file or directory)")))
        .isEqualTo("no such file or folder");
  }
}
