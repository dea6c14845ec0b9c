package org.newsgraph.article.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.format.Lines.Line;

/** The messages of a mailbox (mbox), one in memory at a time. */
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

  /** Returns the bytes of the next message, or null after the last one. */
  byte[] next() throws IOException, UnreadableArticleException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean isBlank = true;
    boolean isOpen = isStarted;
    try {
      while (lines.hasNext()) {
        byte[] line = lines.next().bytes();
        boolean isSeparator = isBlank && isSeparator(line);
        if (isSeparator && isOpen) {
          isStarted = true;
          return message.toByteArray();
        }
        isOpen = true;
        isBlank = line.length == 0 || (line.length == 1 && line[0] == '\r');
        if (!isSeparator) {
          append(line, message);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    isStarted = false;
    return isOpen && message.size() > 0 ? message.toByteArray() : null;
  }

  private void append(byte[] line, ByteArrayOutputStream message)
      throws UnreadableArticleException {
    if (message.size() + line.length > maxBytes) {
      throw new UnreadableArticleException(
          "a message is larger than " + (maxBytes >> 20) + " MiB, the maximum for this format");
    }
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
