package org.newsgraph.article.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs text that was encoded in UTF-8, decoded as Windows-1252 and encoded once more: "JosÃ©"
 * becomes "José". Only character sequences that do not occur otherwise are changed.
 */
final class DoubleEncoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Number of times that a text may have been encoded too often. */
  private static final int MAX_DEPTH = 3;

  /** Continuation bytes of UTF-8 in Windows-1252 and, where it has no character, in Latin-1. */
  private static final String TRAIL = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

  /** Continuation bytes that do not stand beside a capital letter in any text. */
  private static final String ODD_TRAIL = "[\u0080-\u009F¡-ª¬-º¼-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]";

  private static final Pattern REPAIRABLE =
      Pattern.compile(
          ("â€(?:" + TRAIL + "|\uFFFD|(?=[\\s.,;:!?)]|$))|â[‚„†ˆ˜]" + TRAIL)
              + ("|ðŸ" + TRAIL + "{2}|ï»¿|ï¿½|(?<=[€¬])Å[“”]")
              + ("|Ã" + ODD_TRAIL + "|(?<!\\p{L})Ã\u00A0")
              + ("|(?<!\\p{Lu})Ã" + TRAIL + "(?=\\p{Ll})|(?<=\\p{Ll})Ã" + TRAIL)
              + "|Â[\u00A0¡-ª¬-º¼-¿\u0080-\u009F]|(?<![\\p{Lu}«])Â[«»]"
              + ("|(?<=\\p{Ll})[ÄÅ]" + ODD_TRAIL + "|[ÄÅ]" + ODD_TRAIL + "(?=\\p{Ll})")
              + ("|(?:[ÐÑ]" + TRAIL + "){3,}+"));

  private DoubleEncoding() {}

  /** Returns the repaired text, or the same text if nothing in it is certain to be wrong. */
  static String repair(String text) {
    String repaired = text;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Matcher matcher = REPAIRABLE.matcher(repaired);
      String next = matcher.replaceAll(it -> Matcher.quoteReplacement(decode(it)));
      if (next.equals(repaired)) {
        break;
      }
      repaired = next;
    }
    return repaired;
  }

  private static String decode(MatchResult match) {
    String found = match.group();
    // Programs that have no character for byte 9D, the last one of a closing quotation mark, lose
    // it.
    if (found.equals("â€\uFFFD") || found.equals("â€")) {
      return "”";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < found.length(); i++) {
      char c = found.charAt(i);
      bytes.write(c <= 0xFF ? c : WINDOWS_1252.encode(String.valueOf(c)).get(0));
    }
    try {
      String decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return decoded.equals("\uFEFF") ? "" : decoded;
    } catch (CharacterCodingException e) {
      return found;
    }
  }
}
