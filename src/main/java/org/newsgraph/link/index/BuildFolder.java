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
 * The folder in which a knowledge base is built, beside its place and on the same disk: {@code
 * NAME.building}. One process at a time has it; what is whole moves to its place in one step.
 */
final class BuildFolder implements AutoCloseable {
  static final String SUFFIX = ".building";

  private static final String LOCK = "lock";
  private static final String WHOLE = "whole";
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
   * @param target where the knowledge base will lie; an earlier one there stays until then
   * @throws KnowledgeBaseException where other things lie there, or another process builds there
   */
  static BuildFolder of(Path target) throws IOException {
    Path place = target.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new KnowledgeBaseException(target + ": no knowledge base can lie here; name a folder");
    }
    Path folder = place.resolveSibling(place.getFileName() + SUFFIX);
    Files.createDirectories(folder);
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
    BuildFolder found = new BuildFolder(place, folder, channel, lock(channel, target));
    try {
      found.mend();
      found.refuseOthers(target);
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

  /** An earlier run may have been ended between its two moves. */
  private void mend() throws IOException {
    Path earlier = folder.resolve(EARLIER);
    if (Files.exists(earlier)) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        delete(earlier);
      } else {
        Files.move(earlier, target);
      }
    }
  }

  private void refuseOthers(Path shown) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    boolean ours = Files.isDirectory(target) && (KnowledgeBaseInfo.isIn(target) || isEmpty(target));
    if (!ours) {
      throw new KnowledgeBaseException(
          shown + ": something else lies here, and no knowledge base; name another folder");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** What will move to the knowledge base's place. */
  Path whole() throws IOException {
    return Files.createDirectories(folder.resolve(WHOLE));
  }

  /** What a build needs in order to go on, and goes when it is done. */
  Path work() throws IOException {
    return Files.createDirectories(folder.resolve(WORK));
  }

  /** Takes out what an earlier run has left. */
  void empty() throws IOException {
    for (String name : List.of(WHOLE, WORK)) {
      delete(folder.resolve(name));
    }
  }

  /** Puts what is whole in its place, and takes the rest out. */
  void move() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, folder.resolve(EARLIER));
    }
    Files.move(folder.resolve(WHOLE), target, StandardCopyOption.ATOMIC_MOVE);
    delete(folder.resolve(EARLIER));
    remove();
  }

  /** Takes itself out, and lets others build here. */
  void remove() throws IOException {
    empty();
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
