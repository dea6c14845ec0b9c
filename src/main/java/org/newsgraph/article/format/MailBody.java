package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a mail without its signature and without the replies that it quotes. The text of a
 * forwarded message is kept, because press releases are forwarded.
 */
final class MailBody {
  private static final Pattern SIGNATURE = Pattern.compile("--\\s?");
  private static final Pattern QUOTED = Pattern.compile("\\s{0,3}>.*");

  /** The line above a quoted reply: "On Mon, 3 May 2021, Jane Roe wrote:". */
  private static final Pattern REPLY =
      Pattern.compile(
          "(?i)(?:on|am|le|el|il|em|op) .{5,200}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|"
              + "escreveu|schreef.{0,60}) ?:");

  private static final Pattern ORIGINAL =
      Pattern.compile(
          "(?i)\\s*-{2,} ?(?:original message|ursprüngliche nachricht|message d'origine) ?-{2,}\\s*");

  private static final Pattern FORWARD =
      Pattern.compile(
          "(?i)\\s*(?:-{2,} ?(?:forwarded message|weitergeleitete nachricht|message transféré)"
              + "(?: .{0,80})? ?-{2,}|begin forwarded message:)\\s*");

  private MailBody() {}

  /** Returns the text that the author of the mail, or of a mail that it forwards, has written. */
  static String of(String body) {
    List<String> lines = body.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (FORWARD.matcher(lines.get(i)).matches()) {
        return own(lines.subList(i + 1, lines.size()));
      }
    }
    return own(lines);
  }

  private static String own(List<String> lines) {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (SIGNATURE.matcher(line).matches() || ORIGINAL.matcher(line).matches()) {
        break;
      }
      if (!QUOTED.matcher(line).matches() && !isReply(lines, i)) {
        own.add(line);
      }
    }
    return String.join("\n", own).replaceAll("\\n{3,}", "\n\n").strip();
  }

  /** Tests whether a line introduces a quoted reply, which is on the next lines. */
  private static boolean isReply(List<String> lines, int at) {
    if (!REPLY.matcher(lines.get(at).strip()).matches()) {
      return false;
    }
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() && QUOTED.matcher(lines.get(next)).matches();
  }
}
