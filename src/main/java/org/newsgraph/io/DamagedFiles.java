package org.newsgraph.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Sets damaged files aside, so that the program can continue and users can repair the files. */
public final class DamagedFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private DamagedFiles() {}

  /**
   * Renames a damaged file, or a folder in its place: "webhooks.json" to
   * "webhooks.json.damaged-20261130T213700Z".
   *
   * @return the new name; empty if the file could not be renamed
   */
  public static Optional<Path> setAside(Path file) {
    String name = file.getFileName() + ".damaged-" + TIME.format(Instant.now());
    Path target = file.resolveSibling(name);
    for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
      target = file.resolveSibling(name + "-" + i);
    }
    try {
      return Optional.of(Files.move(file, target));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
