package org.newsgraph.article.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.newsgraph.article.format.Lines.Line;

/**
 * The messages of a mailbox (mbox), one in memory at a time. A message that is too large is passed
 * over up to the next separator.
 */
final class MboxMessages {
  private static final int SEPARATOR_LENGTH = 200;

  private final Iterator<Line> lines;
  private final int maxBytes;
  private boolean isStarted;

  /**
   * Creates the messages of a stream.
   *
   * @param maxBytes maximum size of a message
   */
  MboxMessages(InputStream in, int maxBytes) {
    lines = Lines.of(in, maxBytes).iterator();
    this.maxBytes = maxBytes;
  }

  /**
   * Returns the bytes of the next message, or empty if it is too large. Returns null after the last
   * message.
   */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean isBlank = true;
    boolean isOpen = isStarted;
    boolean isTooLarge = false;
    try {
      while (lines.hasNext()) {
        Line next = lines.next();
        byte[] line = next.bytes();
        boolean isSeparator = isBlank && isSeparator(line);
        if (isSeparator && isOpen) {
          isStarted = true;
          return isTooLarge ? Optional.empty() : Optional.of(message.toByteArray());
        }
        isOpen = true;
        isBlank = line.length == 0 || (line.length == 1 && line[0] == '\r');
        isTooLarge |= next.tooLong() || message.size() + line.length > maxBytes;
        if (isTooLarge) {
          message = new ByteArrayOutputStream();
        } else if (!isSeparator) {
          append(line, message);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    isStarted = false;
    if (isTooLarge) {
      return Optional.empty();
    }
    return isOpen && message.size() > 0 ? Optional.of(message.toByteArray()) : null;
  }

  private static void append(byte[] line, ByteArrayOutputStream message) {
    int quote = 0;
    while (quote < line.length && line[quote] == '>') {
      quote++;
    }
    // Mailboxes quote lines of a text that look like separators.
    boolean isQuoted = quote > 0 && start(line, quote).startsWith("From ");
    int from = isQuoted ? 1 : 0;
    message.write(line, from, line.length - from);
    message.write('\n');
  }

  private static boolean isSeparator(byte[] line) {
    return MailDetector.MBOX_SEPARATOR.matcher(start(line, 0).stripTrailing()).matches();
  }

  private static String start(byte[] line, int from) {
    int length = Math.min(line.length - from, SEPARATOR_LENGTH);
    return new String(line, from, length, StandardCharsets.ISO_8859_1);
  }
}
