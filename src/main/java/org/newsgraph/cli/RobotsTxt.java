package org.newsgraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of a site for robots (RFC 9309). The longest rule that matches a path decides. */
final class RobotsTxt {
  private record Rule(boolean allows, String path) {
    boolean matches(String requested) {
      String pattern =
          Pattern.quote(path).replace("*", "\\E.*\\Q").replaceAll("\\$\\\\E$", "\\\\E\\$");
      return Pattern.compile(pattern).matcher(requested).lookingAt();
    }
  }

  private final List<Rule> rules;

  private RobotsTxt(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * Returns the rules for a robot, or the rules for all robots if none are specific to it.
   *
   * @param text content of robots.txt
   * @param agent name of the robot, in lower case
   */
  static RobotsTxt of(String text, String agent) {
    List<Rule> own = new ArrayList<>();
    List<Rule> all = new ArrayList<>();
    boolean mine = false;
    boolean forAll = false;
    boolean inRules = true;
    for (String line : text.replaceAll("#.*", "").split("\\R", -1)) {
      int colon = line.indexOf(':');
      String key = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (inRules) {
          mine = false;
          forAll = false;
          inRules = false;
        }
        mine |= value.toLowerCase(Locale.ROOT).equals(agent);
        forAll |= value.equals("*");
      } else if (key.equals("allow") || key.equals("disallow")) {
        inRules = true;
        if (!value.isEmpty()) {
          Rule rule = new Rule(key.equals("allow"), value);
          if (mine) {
            own.add(rule);
          }
          if (forAll) {
            all.add(rule);
          }
        }
      }
    }
    return new RobotsTxt(own.isEmpty() ? all : own);
  }

  /** Tests whether the robot may fetch a path, including its query. */
  boolean allows(String path) {
    Rule longest = new Rule(true, "");
    for (Rule rule : rules) {
      boolean longer = rule.path().length() > longest.path().length();
      boolean milder = rule.path().length() == longest.path().length() && rule.allows();
      if ((longer || milder) && rule.matches(path)) {
        longest = rule;
      }
    }
    return longest.allows();
  }
}
