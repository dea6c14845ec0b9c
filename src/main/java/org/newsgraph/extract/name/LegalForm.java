package org.newsgraph.extract.name;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the legal form at the end of a company's name: "Corp", "plc". */
public final class LegalForm {
  private static final Pattern ANY =
      Pattern.compile(
          "(?:,? (?:Corp|Corporation|Inc|Incorporated|Ltd|Limited|plc|PLC|LLC|LLP|AG|SA|S\\.A|NV|N\\.V"
              + "|GmbH|SpA|Holdings|Group|(?:and |& )?Co|(?:and |& )?Company)\\.?)+$");

  /**
   * Legal forms that can be dropped: the name without them refers to the same company and is better
   * known.
   */
  private static final Pattern FORMAL =
      Pattern.compile(
          "(?:,? (?:Corp|Corporation|Inc|Incorporated|Ltd|Limited|plc|PLC|LLC|LLP|AG|SA|S\\.A|NV|N\\.V|GmbH|SpA)\\.?)+$");

  /** Words that are not a company's name on their own. */
  private static final Set<String> NOT_A_NAME =
      Set.of("News", "Media", "Bank", "Limited", "First", "General");

  private LegalForm() {}

  /** Tests whether a name contains a legal form. */
  public static boolean isPresentIn(String name) {
    return ANY.matcher(name).find();
  }

  /** Returns the name without its legal form, and without "Group" or "and Co". */
  public static String without(String name) {
    return ANY.matcher(name).replaceFirst("");
  }

  /**
   * Returns the name that identifies a company in all articles: "General Motors" for "General
   * Motors Corp".
   */
  public static String canonical(String name) {
    String bare = FORMAL.matcher(name).replaceFirst("");
    return bare.isEmpty() || NOT_A_NAME.contains(bare) ? name : bare;
  }
}
