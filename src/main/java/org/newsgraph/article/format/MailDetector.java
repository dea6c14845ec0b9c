package org.newsgraph.article.format;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises mail messages and mailboxes by their header fields. */
final class MailDetector {
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,60}):(?:[ \\t].*|)");

  private static final int MAX_SEPARATOR_LENGTH = 200;

  /** The line above each message of a mailbox (mbox). */
  static final Pattern MBOX_SEPARATOR = Pattern.compile("From \\S.*\\d{1,2}:\\d{2}.*\\d{4}.*");

  /** Fields that mail programs write, unlike people. */
  private static final Set<String> TECHNICAL =
      Set.of(
          "message-id",
          "mime-version",
          "received",
          "return-path",
          "delivered-to",
          "dkim-signature");

  private static final Set<String> EXTENSIONS = Set.of("eml", "emlx", "mht", "mbox", "mbx");

  private MailDetector() {}

  /** Tests whether a text is a mailbox with several messages. */
  static boolean isMbox(String text) {
    List<String> lines = text.lines().limit(2).toList();
    return lines.size() == 2
        && lines.get(0).length() <= MAX_SEPARATOR_LENGTH
        && MBOX_SEPARATOR.matcher(lines.get(0)).matches()
        && FIELD.matcher(lines.get(1)).matches();
  }

  /**
   * Tests whether a text is a mail message: it starts with header fields, one of which only mail
   * programs write.
   *
   * @param extension extension of the file name; with that of a mail, any fields suffice
   */
  static boolean isMessage(String text, String extension) {
    Set<String> names = new HashSet<>();
    for (String line : (Iterable<String>) text.stripLeading().lines().limit(200)::iterator) {
      if (line.isBlank()) {
        break;
      }
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        names.add(field.group(1).toLowerCase(Locale.ROOT));
      } else if (names.isEmpty() || !(line.startsWith(" ") || line.startsWith("\t"))) {
        return false;
      }
    }
    return names.contains("from")
        && (EXTENSIONS.contains(extension) || names.stream().anyMatch(TECHNICAL::contains));
  }
}
