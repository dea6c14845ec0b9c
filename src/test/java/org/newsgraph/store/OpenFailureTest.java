package org.newsgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.tdb2.TDBException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.store.OpenFailure.DiskState;

class OpenFailureTest {
  @TempDir Path folder;

  @Test
  void no_reason_is_called_damage_and_no_advice_deletes_anything() {
    assertThat(message(new DBOpEnvException("Failed to get a lock: file='tdb.lock'")))
        .contains("another process has this database open");
    assertThat(message(caused("GSPO.dat (Too many open files)"))).contains("ulimit -n");
    assertThat(message(caused("GSPO.dat (No space left on device)"))).contains("the disk is full");
    assertThat(message(new TDBException("No known block type for 127")))
        .contains("may be damaged", "(No known block type for 127)", "Keep the folder")
        .doesNotContain("delete", "remove");
  }

  @Test
  void a_read_only_disk_a_full_disk_and_missing_permissions_are_no_damage() {
    RuntimeException cause = caused("tdb.lock");
    assertThat(message(cause, new DiskState(true, false, false)))
        .contains("read-only disk", "copy the folder", "The database is intact");
    assertThat(message(cause, new DiskState(false, true, true)))
        .contains("the disk is full", "The database is intact");
    assertThat(message(cause, new DiskState(false, false, false)))
        .contains("permission denied", "The database is intact");
    assertThat(message(cause, new DiskState(false, false, true))).contains("damaged");
    assertThat(DiskState.of(folder)).isEqualTo(new DiskState(false, false, true));
    assertThat(DiskState.of(folder.resolve("missing")).writable()).isFalse();
  }

  private String message(RuntimeException cause) {
    return message(cause, DiskState.of(folder));
  }

  private String message(RuntimeException cause, DiskState disk) {
    return OpenFailure.exception(folder, cause, disk).getMessage();
  }

  private static RuntimeException caused(String message) {
    return new RuntimeIOException("Failed to open", new FileNotFoundException(message));
  }
}
