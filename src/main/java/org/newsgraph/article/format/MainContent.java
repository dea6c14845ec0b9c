package org.newsgraph.article.format;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Extracts the article from a web page, without menus, captions, related links and notices.
 *
 * <p>The text is that of the page's elements ({@link ArticleBody}). If they hold little of the
 * article, the text is that of the page's description for search engines, otherwise that of the
 * data in its scripts ({@link ScriptText}).
 */
final class MainContent {
  /** Maximum nesting depth of elements. Browsers give up at about this depth. */
  private static final int MAX_DEPTH = 500;

  /** Length of an article below which other sources are searched, in UTF-16 code units. */
  private static final int MIN_LENGTH = 200;

  /** Minimum number of different words in a described text relative to that of the elements. */
  private static final double MIN_GAIN = 1.5;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private MainContent() {}

  /**
   * Returns the paragraphs of a page's article, or an empty list if there is no article.
   *
   * @param title headline of the article, or an empty string
   * @param authors names of its authors
   */
  static List<String> paragraphs(Document page, String title, List<String> authors)
      throws UnreadableArticleException {
    requireShallow(page);
    Document copy = page.clone();
    PageMarkup.prepare(copy, title);
    List<PageBlock> blocks = PageBlock.of(copy);
    Standfirst standfirst = Standfirst.of(PageMetadata.descriptions(page));
    List<PageBlock> article = ArticleBody.of(blocks, standfirst, AuthorNote.of(authors));
    List<String> shown = shown(copy, blocks, article);
    List<String> described = ScriptText.htmlParagraphs(PageMetadata.bodies(page));
    if (length(described) >= MIN_LENGTH && words(described) > MIN_GAIN * words(shown)) {
      return described;
    }
    // Some pages show only a notice, and build the article from the data in a script.
    if (length(shown) < MIN_LENGTH || article.stream().allMatch(it -> it.boxDepth() > 0)) {
      List<String> scripted = ScriptText.paragraphs(page);
      return TitleWords.of(title).matches(String.join(" ", scripted)) && !scripted.isEmpty()
          ? scripted
          : shown;
    }
    return shown;
  }

  /** Returns the paragraphs of these blocks, and removes all others from the page. */
  private static List<String> shown(
      Document page, List<PageBlock> blocks, List<PageBlock> article) {
    Set<PageBlock> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(article);
    blocks.stream()
        .filter(block -> !kept.contains(block))
        .flatMap(block -> block.nodes().stream())
        .forEach(node -> node.text(""));
    return HtmlText.paragraphsWithIndentation(page.body());
  }

  /** Returns the number of different words. Some descriptions contain an article twice. */
  private static long words(List<String> paragraphs) {
    return paragraphs.stream().flatMap(NO_WORD::splitAsStream).distinct().count();
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }

  private static void requireShallow(Document page) throws UnreadableArticleException {
    int[] deepest = {0};
    NodeTraversor.traverse(
        (Node node, int depth) -> deepest[0] = Math.max(deepest[0], depth), page);
    if (deepest[0] > MAX_DEPTH) {
      throw new UnreadableArticleException(
          "elements nested " + deepest[0] + " deep; the maximum is " + MAX_DEPTH);
    }
  }

  /** Returns the charset declared in a page's first lines. */
  static Optional<String> charset(String start) {
    var declared = CHARSET.matcher(start);
    return declared.find() ? Optional.of(declared.group(1)) : Optional.empty();
  }

  private static final Pattern CHARSET =
      Pattern.compile(
          "(?is)<(?:meta|\\?xml)\\b[^>]{0,200}(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");
}
