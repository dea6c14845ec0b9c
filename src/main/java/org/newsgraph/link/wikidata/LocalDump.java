package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * A dump in a file.
 *
 * @param path the file
 */
public record LocalDump(Path path) implements DumpSource {
  private static final int DIGEST_LENGTH = 1 << 16;

  @Override
  public String name() {
    return Objects.toString(path.getFileName());
  }

  @Override
  public long size() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new KnowledgeBaseException(path + ": no such file");
    }
    return Files.size(path);
  }

  /** Returns the SHA-256 digest of up to 64 KB. */
  @Override
  public String fingerprint(long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return DigestUtils.sha256Hex(in.readNBytes((int) Math.min(DIGEST_LENGTH, bytes)));
    }
  }

  @Override
  public boolean isReplaceable() {
    return false;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    return Channels.newInputStream(FileChannel.open(path).position(offset));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
