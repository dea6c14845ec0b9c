package org.newsgraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a site lets robots read (RFC 9309): the longest rule that fits a path decides. */
final class RobotsTxt {
  private record Rule(boolean allows, String path) {
    boolean fits(String asked) {
      String pattern =
          Pattern.quote(path).replace("*", "\\E.*\\Q").replaceAll("\\$\\\\E$", "\\\\E\\$");
      return Pattern.compile(pattern).matcher(asked).lookingAt();
    }
  }

  private final List<Rule> rules;

  private RobotsTxt(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * The rules for a robot of this name; those for all where none are for it.
   *
   * @param agent in small letters
   */
  static RobotsTxt of(String text, String agent) {
    List<Rule> own = new ArrayList<>();
    List<Rule> all = new ArrayList<>();
    boolean mine = false;
    boolean everyones = false;
    boolean inRules = true;
    for (String line : text.replaceAll("#.*", "").split("\\R", -1)) {
      int colon = line.indexOf(':');
      String key = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (inRules) {
          mine = false;
          everyones = false;
          inRules = false;
        }
        mine |= value.toLowerCase(Locale.ROOT).equals(agent);
        everyones |= value.equals("*");
      } else if (key.equals("allow") || key.equals("disallow")) {
        inRules = true;
        if (!value.isEmpty()) {
          Rule rule = new Rule(key.equals("allow"), value);
          if (mine) {
            own.add(rule);
          }
          if (everyones) {
            all.add(rule);
          }
        }
      }
    }
    return new RobotsTxt(own.isEmpty() ? all : own);
  }

  /** Whether the robot may read this path with its query. */
  boolean allows(String path) {
    Rule longest = new Rule(true, "");
    for (Rule rule : rules) {
      boolean longer = rule.path().length() > longest.path().length();
      boolean milder = rule.path().length() == longest.path().length() && rule.allows();
      if ((longer || milder) && rule.fits(path)) {
        longest = rule;
      }
    }
    return longest.allows();
  }
}
