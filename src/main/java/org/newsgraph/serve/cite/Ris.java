package org.newsgraph.serve.cite;

import java.util.List;
import java.util.Locale;

/**
 * Citations in RIS, the format of reference managers: a newspaper article ({@code NEWS}) each, with
 * the quotation as its note.
 */
final class Ris {
  private Ris() {}

  static String write(List<Citation> citations) {
    StringBuilder out = new StringBuilder();
    citations.forEach(it -> record(it, out));
    return out.toString();
  }

  private static void record(Citation it, StringBuilder out) {
    line("TY", "NEWS", out);
    it.article().authors().forEach(author -> line("AU", author, out));
    line("TI", it.article().title(), out);
    line("T2", it.publication(), out);
    List<Integer> date = PublicationDate.of(it.issued()).parts();
    if (!date.isEmpty()) {
      line("PY", date.get(0).toString(), out);
      line("DA", date(date), out);
    }
    line("UR", it.original().orElse(it.address()), out);
    line("N1", "“" + it.words() + "” (" + it.attribution() + ")", out);
    line("L2", it.address(), out);
    out.append("ER  - \r\n\r\n");
  }

  /** Formats a date as RIS wants it: "2016/10/13/", "2016/10//". */
  private static String date(List<Integer> parts) {
    String month = parts.size() < 2 ? "" : String.format(Locale.ROOT, "%02d", parts.get(1));
    String day = parts.size() < 3 ? "" : String.format(Locale.ROOT, "%02d", parts.get(2));
    return String.format(Locale.ROOT, "%04d/%s/%s/", parts.get(0), month, day);
  }

  private static void line(String tag, String value, StringBuilder out) {
    if (!value.isEmpty()) {
      out.append(tag).append("  - ").append(value.replaceAll("\\s+", " ")).append("\r\n");
    }
  }
}
