package org.newsgraph.extract.name;

import java.util.Set;
import java.util.regex.Pattern;

/** The words at a company's name's end that tell its legal form: "Corp", "plc". */
public final class LegalForm {
  private static final Pattern ANY =
      Pattern.compile(
          "(?:,? (?:Corp|Corporation|Inc|Incorporated|Ltd|Limited|plc|PLC|LLC|LLP|AG|SA|S\\.A|NV|N\\.V"
              + "|GmbH|SpA|Holdings|Group|(?:and |& )?Co|(?:and |& )?Company)\\.?)+$");

  /** Without which a name is the same company's, and the better known. */
  private static final Pattern FORMAL =
      Pattern.compile(
          "(?:,? (?:Corp|Corporation|Inc|Incorporated|Ltd|Limited|plc|PLC|LLC|LLP|AG|SA|S\\.A|NV|N\\.V|GmbH|SpA)\\.?)+$");

  /** Words that by themselves name no company. */
  private static final Set<String> NO_NAME =
      Set.of("News", "Media", "Bank", "Limited", "First", "General");

  private LegalForm() {}

  /** Whether a name tells its legal form. */
  public static boolean isIn(String name) {
    return ANY.matcher(name).find();
  }

  /** The name without it, and without "Group" or "and Co". */
  public static String without(String name) {
    return ANY.matcher(name).replaceFirst("");
  }

  /** The name to know a company by in every article: "General Motors" of "General Motors Corp". */
  public static String canonical(String name) {
    String bare = FORMAL.matcher(name).replaceFirst("");
    return bare.isEmpty() || NO_NAME.contains(bare) ? name : bare;
  }
}
