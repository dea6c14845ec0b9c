package org.newsgraph.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Splits paragraphs into sentences at the boundaries of Unicode's rules (UAX 29), except after the
 * full stop of an abbreviation.
 */
final class SentenceSplitter {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sir", "rev", "sen", "rep", "gov", "gen", "col", "lt",
          "sgt", "capt", "hon", "st", "jr", "sr", "vs", "no", "jan", "feb", "mar", "apr", "aug",
          "sept", "oct", "nov", "dec", "calif", "fla", "mass", "mich", "minn", "pa", "va", "wis",
          "conn", "ariz", "colo", "ill", "ind", "tenn", "wash", "ore", "ga", "ala", "inc", "corp",
          "ltd", "co");
  private static final Pattern ABBREVIATED =
      Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L}+|(?:\\p{L}\\.)+\\p{L})\\.[\\p{Z}\\s]*$");

  private SentenceSplitter() {}

  /**
   * Returns the sentences of all paragraphs.
   *
   * @param paragraphs tokens of each paragraph of the layout; paragraphs without tokens at the end
   *     may be absent
   */
  static List<Sentence> of(Text text, Layout layout, List<List<Token>> paragraphs) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      List<Token> open = new ArrayList<>();
      List<Integer> ends = ends(text, layout.paragraphs().get(i).span());
      int next = 0;
      for (Token token : paragraphs.get(i)) {
        while (token.span().begin() >= ends.get(next)) {
          next++;
          if (!open.isEmpty()) {
            sentences.add(new Sentence(open));
            open.clear();
          }
        }
        open.add(token);
      }
      if (!open.isEmpty()) {
        sentences.add(new Sentence(open));
      }
    }
    return sentences;
  }

  /**
   * Returns the offset after each sentence of a paragraph. The last is the end of the paragraph.
   */
  private static List<Integer> ends(Text text, Span paragraph) {
    String words = text.substring(paragraph);
    int start = text.toUtf16Offset(paragraph.begin());
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(words);
    List<Integer> ends = new ArrayList<>();
    int begin = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == words.length() || !isAbbreviated(words.substring(begin, end))) {
        ends.add(text.toCodePointOffset(start + end));
        begin = end;
      }
    }
    return ends;
  }

  private static boolean isAbbreviated(String sentence) {
    var matcher = ABBREVIATED.matcher(sentence.substring(Math.max(0, sentence.length() - 16)));
    if (!matcher.find()) {
      return false;
    }
    String word = matcher.group(1).toLowerCase(Locale.ROOT);
    return word.length() == 1 || word.contains(".") || ABBREVIATIONS.contains(word);
  }
}
