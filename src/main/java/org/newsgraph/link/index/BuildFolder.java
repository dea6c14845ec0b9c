package org.newsgraph.link.index;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * The folder in which a knowledge base is built: {@code NAME.building}, next to its target and on
 * the same disk. A lock file admits one process at a time. A complete knowledge base moves to its
 * target in one step.
 */
final class BuildFolder implements AutoCloseable {
  static final String SUFFIX = ".building";

  private static final String LOCK = "lock";
  private static final String OUTPUT = "whole";
  private static final String EARLIER = "earlier";
  private static final String WORK = "work";

  private final Path target;
  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private BuildFolder(Path target, Path folder, FileChannel channel, FileLock lock) {
    this.target = target;
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Creates and locks the build folder of a knowledge base.
   *
   * @param target folder of the finished knowledge base; an earlier one stays there until then
   * @throws KnowledgeBaseException if the target contains something else, or another process is
   *     building there
   */
  static BuildFolder of(Path target) throws IOException {
    Path place = target.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new KnowledgeBaseException(
          target + ": this path cannot hold a knowledge base; name a folder");
    }
    Path folder = place.resolveSibling(place.getFileName() + SUFFIX);
    Files.createDirectories(folder);
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
    BuildFolder found = new BuildFolder(place, folder, channel, lock(channel, target));
    try {
      found.recover();
      found.requireKnowledgeBaseOrEmpty(target);
      return found;
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel, Path target) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new KnowledgeBaseException(
          target + ": another process is building this knowledge base; wait until it is done");
    }
    return lock;
  }

  /** Repairs the state after an earlier run that was stopped between its two moves. */
  private void recover() throws IOException {
    Path earlier = folder.resolve(EARLIER);
    if (Files.exists(earlier)) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        delete(earlier);
      } else {
        Files.move(earlier, target);
      }
    }
  }

  private void requireKnowledgeBaseOrEmpty(Path shown) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    boolean ours = Files.isDirectory(target) && (KnowledgeBaseInfo.isIn(target) || isEmpty(target));
    if (!ours) {
      throw new KnowledgeBaseException(
          shown
              + ": this folder contains something other than a knowledge base; name another folder");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Returns the folder that will move to the target. */
  Path output() throws IOException {
    return Files.createDirectories(folder.resolve(OUTPUT));
  }

  /** Returns the folder of temporary files that a build needs to resume. */
  Path work() throws IOException {
    return Files.createDirectories(folder.resolve(WORK));
  }

  /** Deletes the files of earlier runs. */
  void clear() throws IOException {
    for (String name : List.of(OUTPUT, WORK)) {
      delete(folder.resolve(name));
    }
  }

  /** Moves the complete knowledge base to the target and deletes this folder. */
  void publish() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, folder.resolve(EARLIER));
    }
    Files.move(folder.resolve(OUTPUT), target, StandardCopyOption.ATOMIC_MOVE);
    delete(folder.resolve(EARLIER));
    remove();
  }

  /** Deletes this folder and releases the lock. */
  void remove() throws IOException {
    clear();
    Files.deleteIfExists(folder.resolve(LOCK));
    close();
    Files.deleteIfExists(folder);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      lock.release();
      channel.close();
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      PathUtils.delete(path);
    }
  }
}
